package io.chconnect.jdbc.internal.metadata;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What JDBC calls the tables of each engine. An engine that is not known, such as that of a table elsewhere, makes a table. */
enum TableType {
    DICTIONARY("DICTIONARY"),
    MATERIALIZED_VIEW("MATERIALIZED VIEW"),
    SYSTEM_TABLE("SYSTEM TABLE"),
    TABLE("TABLE"),
    TEMPORARY_TABLE("TEMPORARY TABLE"),
    VIEW("VIEW");

    private static final Set<String> SYSTEM_DATABASES = Set.of("system", "information_schema", "INFORMATION_SCHEMA");

    private final String text;

    TableType(String text) {
        this.text = text;
    }

    /** JDBC's names of all types, in their order. */
    static List<String> names() {
        return Arrays.stream(values()).map(TableType::text).toList();
    }

    /** The type of a table of {@code system.tables}. */
    static TableType of(String database, String engine, boolean temporary) {
        if (temporary) {
            return TEMPORARY_TABLE;
        }
        if (SYSTEM_DATABASES.contains(database)) {
            return SYSTEM_TABLE;
        }
        return switch (engine) {
            case "Dictionary" -> DICTIONARY;
            case "MaterializedView" -> MATERIALIZED_VIEW;
            default -> engine.endsWith("View") ? VIEW : TABLE;
        };
    }

    /** JDBC's name. */
    String text() {
        return text;
    }
}
