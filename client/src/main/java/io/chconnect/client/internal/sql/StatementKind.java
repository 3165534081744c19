package io.chconnect.client.internal.sql;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells what statements do by their first words, and those that only read from others. */
public final class StatementKind {
    private static final Set<String> READING =
            Set.of("SELECT", "SHOW", "DESCRIBE", "DESC", "EXISTS", "EXPLAIN", "FROM", "WITH", "CHECK");
    private static final Set<String> OTHERS = Set.of(
            "INSERT",
            "CREATE",
            "ALTER",
            "DROP",
            "UNDROP",
            "TRUNCATE",
            "RENAME",
            "EXCHANGE",
            "REPLACE",
            "ATTACH",
            "DETACH",
            "DELETE",
            "UPDATE",
            "OPTIMIZE",
            "KILL",
            "SET",
            "USE",
            "SYSTEM",
            "GRANT",
            "REVOKE",
            "MOVE",
            "BACKUP",
            "RESTORE",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "EXECUTE",
            "CALL",
            "WATCH");
    private static final Pattern WRITING_WORD = Pattern.compile("(?i)\\bINSERT\\b");

    private StatementKind() {}

    /**
     * Whether a statement certainly changes nothing, so that running it twice does no harm.
     *
     * @param sql the statement
     * @return false when in doubt
     */
    public static boolean reads(String sql) {
        String word = firstWord(sql);
        return READING.contains(word)
                && !(word.equals("WITH") && WRITING_WORD.matcher(sql).find());
    }

    /**
     * The word that names the statement, one of few.
     *
     * @param sql the statement
     * @return in upper case; empty when it is none of ClickHouse's statements
     */
    public static String name(String sql) {
        String word = firstWord(sql);
        return switch (word) {
            case "FROM" -> "SELECT";
            case "WITH" -> reads(sql) ? "SELECT" : "INSERT";
            case "DESC" -> "DESCRIBE";
            default -> READING.contains(word) || OTHERS.contains(word) ? word : "";
        };
    }

    private static String firstWord(String sql) {
        int at = skipBlank(sql);
        int end = at;
        while (end < sql.length() && Character.isLetter(sql.charAt(end))) {
            end++;
        }
        return sql.substring(at, end).toUpperCase(Locale.ROOT);
    }

    /** Skips white space, comments and opening brackets. */
    private static int skipBlank(String sql) {
        int at = 0;
        while (at < sql.length()) {
            if (Character.isWhitespace(sql.charAt(at)) || sql.charAt(at) == '(') {
                at++;
            } else if (sql.startsWith("--", at) || sql.startsWith("#", at)) {
                at = behind(sql, "\n", at);
            } else if (sql.startsWith("/*", at)) {
                at = behind(sql, "*/", at + 2);
            } else {
                return at;
            }
        }
        return at;
    }

    private static int behind(String sql, String end, int from) {
        int found = sql.indexOf(end, from);
        return found < 0 ? sql.length() : found + end.length();
    }
}
