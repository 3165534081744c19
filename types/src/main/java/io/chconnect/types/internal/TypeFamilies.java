package io.chconnect.types.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The families of {@code system.data_type_families}: their canonical names, aliases and case rules. */
final class TypeFamilies {
    /** Families whose names are matched as written. */
    private static final Set<String> EXACT = Set.of(
            "AggregateFunction",
            "Array",
            "BFloat16",
            "Dynamic",
            "Enum16",
            "Enum8",
            "FixedString",
            "Float32",
            "Float64",
            "Geometry",
            "IPv4",
            "IPv6",
            "Int128",
            "Int16",
            "Int256",
            "Int32",
            "Int64",
            "Int8",
            "IntervalDay",
            "IntervalHour",
            "IntervalMicrosecond",
            "IntervalMillisecond",
            "IntervalMinute",
            "IntervalMonth",
            "IntervalNanosecond",
            "IntervalQuarter",
            "IntervalSecond",
            "IntervalWeek",
            "IntervalYear",
            "LineString",
            "LowCardinality",
            "Map",
            "MultiLineString",
            "MultiPolygon",
            "Nested",
            "Nothing",
            "Nullable",
            "Point",
            "Polygon",
            "QBit",
            "Ring",
            "SimpleAggregateFunction",
            "String",
            "Tuple",
            "UInt128",
            "UInt16",
            "UInt256",
            "UInt32",
            "UInt64",
            "UInt8",
            "UUID",
            "Variant");

    /** Families whose names are matched in any case. */
    private static final Set<String> ANY_CASE = Set.of(
            "Bool",
            "Date",
            "Date32",
            "DateTime",
            "DateTime32",
            "DateTime64",
            "Decimal",
            "Decimal128",
            "Decimal256",
            "Decimal32",
            "Decimal64",
            "Enum",
            "JSON",
            "Time",
            "Time64");

    /** Canonical names with their aliases, which are matched in any case. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("Bool", "boolean"),
            Map.entry("Int8", "BYTE, INT1, INT1 SIGNED, TINYINT, TINYINT SIGNED"),
            Map.entry("Int16", "SMALLINT, SMALLINT SIGNED"),
            Map.entry("Int32", "INT, INT SIGNED, INTEGER, INTEGER SIGNED, MEDIUMINT, MEDIUMINT SIGNED"),
            Map.entry("Int64", "BIGINT, BIGINT SIGNED, SIGNED"),
            Map.entry("UInt8", "INT1 UNSIGNED, TINYINT UNSIGNED"),
            Map.entry("UInt16", "SMALLINT UNSIGNED, YEAR"),
            Map.entry("UInt32", "INT UNSIGNED, INTEGER UNSIGNED, MEDIUMINT UNSIGNED"),
            Map.entry("UInt64", "BIGINT UNSIGNED, BIT, SET, UNSIGNED"),
            Map.entry("Float32", "FLOAT, REAL, SINGLE"),
            Map.entry("Float64", "DOUBLE, DOUBLE PRECISION"),
            Map.entry("Decimal", "DEC, FIXED, NUMERIC"),
            Map.entry("FixedString", "BINARY"),
            Map.entry("DateTime", "TIMESTAMP"),
            Map.entry("IPv4", "INET4"),
            Map.entry("IPv6", "INET6"),
            Map.entry(
                    "String",
                    "BINARY LARGE OBJECT, BINARY VARYING, BLOB, BYTEA, CHAR, CHAR LARGE OBJECT, CHAR VARYING, CHARACTER, "
                            + "CHARACTER LARGE OBJECT, CHARACTER VARYING, CLOB, LONGBLOB, LONGTEXT, MEDIUMBLOB, MEDIUMTEXT, "
                            + "NATIONAL CHAR, NATIONAL CHAR VARYING, NATIONAL CHARACTER, NATIONAL CHARACTER LARGE OBJECT, "
                            + "NATIONAL CHARACTER VARYING, NCHAR, NCHAR LARGE OBJECT, NCHAR VARYING, NVARCHAR, TEXT, TINYBLOB, "
                            + "TINYTEXT, VARBINARY, VARCHAR, VARCHAR2"));

    /** Integer names after which the MySQL display width and {@code SIGNED} or {@code UNSIGNED} may stand. */
    private static final Set<String> INTEGER_WORDS = Set.of(
            "INT8",
            "INT16",
            "INT32",
            "INT64",
            "INT128",
            "INT256",
            "UINT8",
            "UINT16",
            "UINT32",
            "UINT64",
            "UINT128",
            "UINT256",
            "TINYINT",
            "SMALLINT",
            "MEDIUMINT",
            "INT",
            "INTEGER",
            "BIGINT",
            "INT1");

    private static final Map<String, String> BY_LOWER_CASE = byLowerCase();

    private TypeFamilies() {}

    /**
     * The canonical name of a family.
     *
     * @param name as written, several words with one blank between them
     * @return null when there is no such family
     */
    static @Nullable String find(String name) {
        if (EXACT.contains(name)) {
            return name;
        }
        // An alias of its own that is not matched in any case.
        if (name.equals("GEOMETRY")) {
            return "Geometry";
        }
        return BY_LOWER_CASE.get(name.toLowerCase(Locale.ROOT));
    }

    /**
     * Whether a display width and a sign may follow.
     *
     * @param name the first word of the type
     * @return true for the integer types
     */
    static boolean isIntegerWord(String name) {
        return INTEGER_WORDS.contains(name.toUpperCase(Locale.ROOT));
    }

    private static Map<String, String> byLowerCase() {
        Map<String, String> families = new HashMap<>();
        ANY_CASE.forEach(name -> families.put(name.toLowerCase(Locale.ROOT), name));
        ALIASES.forEach((name, aliases) -> {
            for (String alias : aliases.split(", ", -1)) {
                families.put(alias.toLowerCase(Locale.ROOT), name);
            }
        });
        return Map.copyOf(families);
    }
}
