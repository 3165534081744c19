package io.chconnect.testkit.types;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Types that change how another type is stored, and Nothing. */
final class WrapperRows {
    private WrapperRows() {}

    static List<TypeRow> rows() {
        return List.of(nullable(), lowCardinality(), simpleAggregateFunction(), nothing());
    }

    private static TypeRow nullable() {
        UUID uuid = new UUID(1, 2);
        return TypeRow.of(
                "Nullable(T)",
                "as T, or null",
                "as T, and null",
                "yes",
                "as T",
                TypeSamples.of("Nullable(Int32)")
                        .value("NULL", null, "NULL")
                        .value("0", 0, "0", 0L)
                        .value("-1", -1, "-1", "-1")
                        .refuses("x", 1L << 40),
                TypeSamples.of("Nullable(String)")
                        .value("''", "", "")
                        .value("NULL", null, "NULL")
                        .value("'NULL'", "NULL", "NULL"),
                TypeSamples.of("Nullable(Decimal(38, 2))")
                        .value("NULL", null, "NULL")
                        .value("1.5", new BigDecimal("1.50"), "1.5", 1.5),
                TypeSamples.of("Nullable(UUID)")
                        .value("NULL", null, "NULL")
                        .value("'" + uuid + "'", uuid, uuid.toString()),
                TypeSamples.of("Nullable(FixedString(3))")
                        .value("NULL", null, "NULL")
                        .value("'ab'", "ab", "ab"),
                TypeSamples.of("Nullable(Tuple(a Int8, b Nullable(String)))")
                        .value("NULL", null, "NULL")
                        .value("(1, NULL)", java.util.Arrays.asList((byte) 1, null), "(1,NULL)"));
    }

    private static TypeRow lowCardinality() {
        return TypeRow.of(
                "LowCardinality(T)",
                "as T; dictionary and keys by `LowCardinalityColumn`",
                "as T",
                "where T is `Nullable`",
                "numbers up to 256 bits, String, FixedString, Date, Date32, DateTime, Time, UUID, IPv4, IPv6, Bool, intervals",
                TypeSamples.of("LowCardinality(String)")
                        .notCanonical()
                        .value("''", "", "")
                        .value("'a'", "a", "a", "a")
                        .value("'b'", "b", "b")
                        .refuses(1),
                TypeSamples.of("LowCardinality(Nullable(String))")
                        .notCanonical()
                        .value("NULL", null, "NULL")
                        .value("''", "", "")
                        .value("'a'", "a", "a"),
                TypeSamples.of("LowCardinality(UInt16)")
                        .notCanonical()
                        .value("0", 0, "0")
                        .value("65535", 65535, "65535")
                        .refuses(-1),
                TypeSamples.of("LowCardinality(Nullable(Date))")
                        .notCanonical()
                        .value("'2024-02-29'", LocalDate.of(2024, 2, 29), "2024-02-29")
                        .value("NULL", null, "NULL"),
                TypeSamples.of("LowCardinality(FixedString(2))")
                        .notCanonical()
                        .value("'a'", "a", "a")
                        .value("''", "", ""));
    }

    private static TypeRow simpleAggregateFunction() {
        return TypeRow.of(
                "SimpleAggregateFunction(f, T)",
                "as T",
                "as T",
                "as T",
                "as T",
                TypeSamples.of("SimpleAggregateFunction(sum, Int64)")
                        .value("-5", -5L, "-5", -5)
                        .refuses("x"),
                TypeSamples.of("SimpleAggregateFunction(anyLast, Nullable(String))")
                        .value("NULL", null, "NULL")
                        .value("'x'", "x", "x"),
                TypeSamples.of("SimpleAggregateFunction(groupArrayArray, Array(UInt8))")
                        .value("[1]", List.of((short) 1), "[1]"),
                TypeSamples.of("SimpleAggregateFunction(anyLast, Dynamic)")
                        .notCanonical()
                        .value("toInt64(7)", 7L, "7")
                        .value("NULL", null, "NULL"),
                TypeSamples.of("SimpleAggregateFunction(anyLast, JSON)")
                        .notCanonical()
                        .value("'{\"a\":\"x\"}'", ContainerRows.mapOf("a", "x"), "{\"a\":\"x\"}"),
                TypeSamples.of("SimpleAggregateFunction(anyLast, QBit(Float32, 3))")
                        .value("[1, 2.5, -3]", List.of(1f, 2.5f, -3f), "[1,2.5,-3]"));
    }

    private static TypeRow nothing() {
        return TypeRow.of(
                "Nothing",
                "null",
                "null, as `Nullable(Nothing)`",
                "`Nullable(Nothing)` is the type of a bare `NULL`",
                "there is no value; `Array(Nothing)` is the type of `[]`",
                TypeSamples.of("Nullable(Nothing)")
                        .notStorable()
                        .value("NULL", null, "NULL")
                        .refuses(1),
                TypeSamples.of("Array(Nothing)")
                        .notStorable()
                        .value("[]", List.of(), "[]")
                        .refuses(List.of(1)));
    }
}
