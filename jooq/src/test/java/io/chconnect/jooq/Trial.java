package io.chconnect.jooq;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Result;
import org.jooq.ResultQuery;

/** Statements with a name, and what comes back when they run. */
final class Trial {
    private final Map<String, Case> cases = new LinkedHashMap<>();

    /** A statement and what it gives. */
    record Case(String name, Statement statement, String expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** Makes a query. */
    @FunctionalInterface
    interface Statement {
        ResultQuery<?> of(DSLContext dsl);
    }

    Trial add(String name, String expected, Statement statement) {
        cases.put(name, new Case(name, statement, expected));
        return this;
    }

    List<Case> cases() {
        return List.copyOf(cases.values());
    }

    /** The rows, each value as text, {@code \N} for NULL. */
    static String rows(Result<?> result) {
        return result.stream().map(Trial::row).collect(Collectors.joining(" | "));
    }

    private static String row(Record row) {
        return java.util.Arrays.stream(row.intoArray()).map(Trial::value).collect(Collectors.joining(","));
    }

    private static String value(Object value) {
        if (value == null) {
            return "\\N";
        }
        if (value instanceof Object[] array) {
            return java.util.Arrays.stream(array).map(Trial::value).collect(Collectors.joining(";", "[", "]"));
        }
        return value instanceof byte[] bytes ? java.util.HexFormat.of().formatHex(bytes) : value.toString();
    }
}
