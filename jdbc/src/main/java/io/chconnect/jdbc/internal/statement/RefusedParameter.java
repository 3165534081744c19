package io.chconnect.jdbc.internal.statement;

import java.nio.charset.StandardCharsets;
import java.sql.SQLSyntaxErrorException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells which question mark stands where the server takes no value, such as in the place of a table's name. */
final class RefusedParameter {
    /** What the names of the driver's own parameters begin with. */
    static final String PREFIX = "jdbc_";

    private static final Pattern FAILED_AT = Pattern.compile("failed at position (\\d+) ");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{" + PREFIX + "(\\d+):[^{}]*}");

    private RefusedParameter() {}

    /** The failure, with the parameter's number when that is what the server stumbled over. */
    static SQLSyntaxErrorException explain(SQLSyntaxErrorException failure, String sql) {
        Matcher position = FAILED_AT.matcher(String.valueOf(failure.getMessage()));
        if (!position.find()) {
            return failure;
        }
        int at = characters(sql, Integer.parseInt(position.group(1)) - 1);
        Matcher placeholder = PLACEHOLDER.matcher(sql);
        while (placeholder.find()) {
            if (placeholder.start() <= at && at < placeholder.end()) {
                return new SQLSyntaxErrorException(
                        "Parameter " + placeholder.group(1) + " stands where ClickHouse takes no value: a question mark"
                                + " cannot be a name, a type or a keyword. " + failure.getMessage(),
                        failure.getSQLState(),
                        failure.getErrorCode(),
                        failure);
            }
        }
        return failure;
    }

    /** The server counts bytes. */
    private static int characters(String sql, int bytes) {
        byte[] all = sql.getBytes(StandardCharsets.UTF_8);
        return new String(all, 0, Math.max(0, Math.min(bytes, all.length)), StandardCharsets.UTF_8).length();
    }
}
