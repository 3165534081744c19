package io.chconnect.jdbc.internal.metadata;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which databases, tables and columns a call of metadata means. Patterns are JDBC's, which ClickHouse's LIKE reads as they
 * are: {@code %}, {@code _}, and a backslash before either.
 */
record Scope(boolean databaseIsCatalog) {
    /** The parameters of a query; null and the half that databases are not stand for everything. */
    Map<String, String> parameters(
            @Nullable String catalog, @Nullable String schema, @Nullable String table, @Nullable String column) {
        String database = databaseIsCatalog ? (catalog == null ? null : literal(catalog)) : schema;
        Map<String, String> parameters = new HashMap<>();
        parameters.put("database", pattern(database));
        parameters.put("table", pattern(table));
        parameters.put("column", pattern(column));
        return parameters;
    }

    /** Whether what belongs to no database is meant too: it is as long as no database is asked for. */
    boolean includesNoDatabase(@Nullable String catalog, @Nullable String schema) {
        String database = databaseIsCatalog ? catalog : schema;
        if (database == null || database.isEmpty()) {
            return true;
        }
        return !databaseIsCatalog && database.chars().allMatch(c -> c == '%');
    }

    /** A pattern as the server takes it: null matches everything, and a backslash at the end means itself. */
    static String pattern(@Nullable String pattern) {
        if (pattern == null) {
            return "%";
        }
        int end = pattern.length();
        while (end > 0 && pattern.charAt(end - 1) == '\\') {
            end--;
        }
        return (pattern.length() - end) % 2 == 0 ? pattern : pattern + "\\";
    }

    /** A name as a pattern that means it alone. */
    static String literal(String name) {
        return name.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    @Nullable
    String catalog(@Nullable String database) {
        return databaseIsCatalog ? database : null;
    }

    @Nullable
    String schema(@Nullable String database) {
        return databaseIsCatalog ? null : database;
    }
}
