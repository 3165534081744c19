package io.chconnect.types.internal;

import io.chconnect.types.PlainType;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The families of {@code system.data_type_families}: their canonical names, aliases and case rules. */
final class TypeFamilies {
    /** Families with parameters whose names are matched as written; of the others, the types themselves know. */
    private static final Set<String> EXACT = Set.of(
            "AggregateFunction",
            "Array",
            "Dynamic",
            "FixedString",
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
            "Nullable",
            "Point",
            "Polygon",
            "QBit",
            "Ring",
            "SimpleAggregateFunction",
            "Tuple",
            "Variant");

    /** Families with parameters whose names are matched in any case. */
    private static final Set<String> ANY_CASE = Set.of(
            "DateTime",
            "DateTime32",
            "DateTime64",
            "Decimal",
            "Decimal128",
            "Decimal256",
            "Decimal32",
            "Decimal64",
            "Enum",
            "Enum16",
            "Enum8",
            "JSON",
            "Time64");

    /** Canonical names with their aliases, which are matched in any case. */
    private static final Map<String, String> ALIASES = Map.ofEntries(
            Map.entry("Decimal", "DEC, FIXED, NUMERIC"),
            Map.entry("FixedString", "BINARY"),
            Map.entry("DateTime", "TIMESTAMP"));

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
        if (EXACT.contains(name) || PlainTypes.find(name) != null) {
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
        for (PlainType type : PlainTypes.all()) {
            if (type.inAnyCase()) {
                families.put(type.name().toLowerCase(Locale.ROOT), type.name());
            }
            type.aliases().forEach(alias -> families.put(alias.toLowerCase(Locale.ROOT), type.name()));
        }
        ANY_CASE.forEach(name -> families.put(name.toLowerCase(Locale.ROOT), name));
        ALIASES.forEach((name, aliases) -> {
            for (String alias : aliases.split(", ", -1)) {
                families.put(alias.toLowerCase(Locale.ROOT), name);
            }
        });
        return Map.copyOf(families);
    }
}
