package io.chconnect.jdbc.internal.statement;

import java.util.Locale;
import java.util.Map;

/** Names of SQL's own types, as frameworks pass them to {@code createArrayOf}, in ClickHouse's words. */
final class SqlTypeNames {
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("varchar", "String"),
            Map.entry("char", "String"),
            Map.entry("text", "String"),
            Map.entry("tinyint", "Int8"),
            Map.entry("smallint", "Int16"),
            Map.entry("int", "Int32"),
            Map.entry("integer", "Int32"),
            Map.entry("bigint", "Int64"),
            Map.entry("real", "Float32"),
            Map.entry("float", "Float64"),
            Map.entry("double", "Float64"),
            Map.entry("double precision", "Float64"),
            Map.entry("boolean", "Bool"),
            Map.entry("date", "Date32"),
            Map.entry("timestamp", "DateTime64(9, 'UTC')"),
            Map.entry("uuid", "UUID"));

    private SqlTypeNames() {}

    static String clickHouse(String name) {
        return KNOWN.getOrDefault(name.strip().toLowerCase(Locale.ROOT), name);
    }
}
