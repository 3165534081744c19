package io.chconnect.conformance.random;

import java.util.List;

/** Types of JSON, and the tuple whose JSON text has all their paths. */
final class RandomJSON {
    static final List<String> TYPES = List.of(
            "JSON",
            "JSON(max_dynamic_paths=2)",
            "JSON(max_dynamic_paths=0)",
            "JSON(max_dynamic_types=2, max_dynamic_paths=8)",
            "JSON(a Int64)",
            "JSON(a Nullable(Int64), `d.e` DateTime, SKIP g)",
            "JSON(max_dynamic_paths=1, b String, c Array(Nullable(Int32)))");

    private static final String TEXT = "Enum8('x' = 1, 'a b' = 2, '' = 3, '\u00e9\\'' = 4)";

    static final String SOURCE = "Tuple(a Int64, b " + TEXT
            + ", c Array(Nullable(Int32)), d Tuple(e DateTime, f Decimal(12, 4))," + " g Map(UInt8, Nullable(" + TEXT
            + ")), h Array(Tuple(i Bool, j UUID)), k Nullable(Date), l UInt64)";

    private RandomJSON() {}
}
