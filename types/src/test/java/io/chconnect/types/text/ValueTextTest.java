package io.chconnect.types.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConversionException;
import io.chconnect.types.DataTypes;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import io.chconnect.types.value.TypedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The texts of values; all expectations are what the engine's {@code toString} gave for the same value. */
class ValueTextTest {
    private static final UUID SOME_UUID = UUID.fromString("61f0c404-5cb3-11e7-907b-a6006ad3dba0");
    private static final byte[] ADDRESS_BYTES = {1, 2, 3, 4};

    /** Type, value, text at the top, text as the only element of an array. */
    static List<Object[]> scalars() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("Int8", (byte) -5, "-5", "-5"));
        rows.add(row("UInt8", (short) 255, "255", "255"));
        rows.add(row("Int64", Long.MIN_VALUE, "-9223372036854775808", "-9223372036854775808"));
        rows.add(row("UInt64", new BigInteger("18446744073709551615"), "18446744073709551615", "18446744073709551615"));
        rows.add(row("UInt32", 7, "7", "7"));
        rows.add(row("Float64", 1e30, "1e30", "1e30"));
        rows.add(row("Float64", -0.0, "-0", "-0"));
        rows.add(row("Float32", 0.1f, "0.1", "0.1"));
        rows.add(row("BFloat16", 0.099609375f, "0.099609375", "0.099609375"));
        rows.add(row("Float64", Double.NEGATIVE_INFINITY, "-inf", "-inf"));
        rows.add(row("Decimal(18, 3)", new BigDecimal("1.500"), "1.5", "1.5"));
        rows.add(row("Decimal(9, 3)", new BigDecimal("-0.001"), "-0.001", "-0.001"));
        rows.add(row("Decimal(38, 5)", new BigDecimal("100.00000"), "100", "100"));
        rows.add(row("Decimal(76, 4)", new BigDecimal("0.0000"), "0", "0"));
        rows.add(row("Bool", true, "true", "true"));
        rows.add(row("Bool", false, "false", "false"));
        String controls = "a'b\\c\n\t\0\b\f\r\u0007\u000b\u001b\u007f`\"";
        rows.add(row("String", controls, controls, "'a\\'b\\\\c\\n\\t\\0\\b\\f\\r\u0007\u000b\u001b\u007f`\"'"));
        rows.add(row("String", "é😀", "é😀", "'é😀'"));
        rows.add(row("String", "é😀".getBytes(UTF_8), "é😀", "'é😀'"));
        rows.add(row("String", "a\u00ffb\u00c3".getBytes(ISO_8859_1), "a\\xFFb\\xC3", "'a\\\\xFFb\\\\xC3'"));
        rows.add(row("FixedString(4)", "ab\0\0", "ab", "'ab\\0\\0'"));
        rows.add(row("FixedString(4)", "ab", "ab", "'ab\\0\\0'"));
        rows.add(row("FixedString(4)", "\u20ac", "\u20ac", "'\u20ac\\0'"));
        rows.add(row("FixedString(4)", new byte[] {97, 0, 98, 0}, "a\0b", "'a\\0b\\0'"));
        rows.add(row("FixedString(4)", new byte[4], "", "'\\0\\0\\0\\0'"));
        rows.add(row("UUID", SOME_UUID, SOME_UUID.toString(), "'" + SOME_UUID + "'"));
        rows.add(row("IPv4", Addresses.ipv4(ADDRESS_BYTES), "1.2.3.4", "'1.2.3.4'"));
        rows.add(row("IPv6", Addresses.ipv6("00000000000000000000000000000001"), "::1", "'::1'"));
        rows.add(row("Date", LocalDate.of(2020, 1, 2), "2020-01-02", "'2020-01-02'"));
        rows.add(row("IntervalDay", new Interval(5, IntervalUnit.DAY), "5", "5"));
        rows.add(row("IntervalSecond", new Interval(-5, IntervalUnit.SECOND), "-5", "-5"));
        rows.add(row("Enum8('a' = 1, 'b\\'c' = 2)", "b'c", "b'c", "'b\\'c'"));
        rows.add(row("Enum8('a' = 1, 'b\\'c' = 2)", (byte) 2, "b'c", "'b\\'c'"));
        rows.add(row("Nullable(String)", "x", "x", "'x'"));
        rows.add(row("Nullable(String)", null, "NULL", "NULL"));
        rows.add(row("LowCardinality(Nullable(String))", "1", "1", "'1'"));
        rows.add(row("LowCardinality(FixedString(3))", "x", "x", "'x\\0\\0'"));
        rows.add(row("SimpleAggregateFunction(sum, Int64)", -5L, "-5", "-5"));
        rows.add(row("SimpleAggregateFunction(anyLast, String)", "x", "x", "'x'"));
        rows.add(row("AggregateFunction(sum, UInt8)", new byte[] {1, 0}, "\u0001\0", "'\u0001\\0'"));
        return rows;
    }

    static List<Object[]> containers() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("Array(Nullable(UInt8))", Arrays.asList(null, (short) 1), "[NULL,1]", "[NULL,1]"));
        rows.add(row("Array(Array(UInt8))", List.of(List.of((short) 1, (short) 2), List.of()), "[[1,2],[]]", null));
        rows.add(row("Array(Nothing)", List.of(), "[]", "[]"));
        rows.add(row("Tuple()", List.of(), "()", "()"));
        rows.add(row("Tuple(UInt8)", List.of((short) 1), "(1)", "(1)"));
        rows.add(row(
                "Tuple(UInt8, Nullable(UInt8), String)", Arrays.asList((short) 1, null, "a"), "(1,NULL,'a')", null));
        rows.add(row("Tuple(a Int8, b String)", List.of((byte) 1, "x"), "(1,'x')", "(1,'x')"));
        rows.add(row("Tuple(a Int8, b String)", map("b", "x", "a", (byte) 1), "(1,'x')", "(1,'x')"));
        rows.add(row("Nullable(Tuple(Int8))", List.of((byte) 1), "(1)", "(1)"));
        rows.add(row("Map(String, UInt8)", map("a", (short) 1, "b", (short) 2), "{'a':1,'b':2}", null));
        rows.add(row("Map(String, UInt8)", map(), "{}", "{}"));
        rows.add(row("Map(String, Array(UInt8))", map("k'", List.of((short) 1)), "{'k\\'':[1]}", null));
        rows.add(row("Map(UInt8, Nullable(UInt8))", map((short) 1, null), "{1:NULL}", "{1:NULL}"));
        rows.add(row(
                "Map(UInt8, UInt8)",
                List.of(Map.entry((short) 1, (short) 2), Map.entry((short) 1, (short) 3)),
                "{1:2,1:3}",
                null));
        rows.add(row(
                "Map(Date, UUID)",
                map(LocalDate.of(2020, 1, 1), SOME_UUID),
                "{'2020-01-01':'" + SOME_UUID + "'}",
                null));
        rows.add(row("Map(Bool, Float64)", map(true, 1.5), "{true:1.5}", "{true:1.5}"));
        rows.add(row("Point", List.of(1.5, 2.0), "(1.5,2)", "(1.5,2)"));
        rows.add(row("Ring", List.of(List.of(1.0, 2.0), List.of(3.0, 4.0)), "[(1,2),(3,4)]", null));
        rows.add(row("MultiPolygon", List.of(List.of(List.of(List.of(1.0, 2.0)))), "[[[(1,2)]]]", null));
        rows.add(row("Geometry", List.of(1.5, 2.0), "(1.5,2)", "(1.5,2)"));
        rows.add(row("Geometry", List.of(List.of(1.0, 2.0)), "[(1,2)]", "[(1,2)]"));
        rows.add(row("Geometry", List.of(List.of(List.of(1.0, 2.0))), "[[(1,2)]]", null));
        rows.add(row("Nested(x Int8, y String)", List.of(map("x", (byte) 1, "y", "a")), "[(1,'a')]", null));
        rows.add(row("Nested(x Int8, y String)", List.of(List.of((byte) 1, "a")), "[(1,'a')]", null));
        rows.add(row("QBit(Float32, 3)", List.of(1f, 2.5f, 3f), "[1,2.5,3]", "[1,2.5,3]"));
        rows.add(row("QBit(BFloat16, 1)", List.of(1f), "[1]", "[1]"));
        return rows;
    }

    static List<Object[]> variants() {
        List<Object[]> rows = new ArrayList<>();
        rows.add(row("Variant(String, Int8)", "x'y", "x'y", "'x\\'y'"));
        rows.add(row("Variant(String, Int8)", (byte) 5, "5", "5"));
        rows.add(row("Variant(String, Int8)", null, "NULL", "NULL"));
        rows.add(row("Variant(Array(UInt8), String)", List.of((short) 1), "[1]", "[1]"));
        rows.add(row("Variant(Tuple(UInt8, String), Array(UInt8))", List.of((short) 1, "a"), "(1,'a')", null));
        rows.add(row("Variant(Int8, FixedString(3))", "x\0\0", "x", "'x\\0\\0'"));
        rows.add(row("Variant(Int8, LowCardinality(FixedString(3)))", "x", "x\0\0", "'x\\0\\0'"));
        rows.add(row(
                "Variant(Int8, SimpleAggregateFunction(anyLast, LowCardinality(FixedString(3))))",
                "x",
                "x\0\0",
                "'x\\0\\0'"));
        rows.add(row("Variant(UUID, Date)", LocalDate.of(2020, 1, 1), "2020-01-01", "'2020-01-01'"));
        rows.add(row(
                "Variant(String, FixedString(3))",
                new TypedVariant(DataTypes.parse("String"), "x\0"),
                "x\0",
                "'x\\0'"));
        rows.add(row("Dynamic", "x'y", "x'y", "'x\\'y'"));
        rows.add(row("Dynamic", 5L, "5", "5"));
        rows.add(row("Dynamic", 0.1f, "0.1", "0.1"));
        rows.add(row("Dynamic", 1e-7, "1e-7", "1e-7"));
        rows.add(row("Dynamic", true, "true", "true"));
        rows.add(row("Dynamic", new BigDecimal("1.50"), "1.5", "1.5"));
        rows.add(row("Dynamic", SOME_UUID, SOME_UUID.toString(), "'" + SOME_UUID + "'"));
        rows.add(row("Dynamic", Addresses.ipv4(ADDRESS_BYTES), "1.2.3.4", "'1.2.3.4'"));
        rows.add(row("Dynamic", Addresses.ipv6("00000000000000000000000000000000"), "::", "'::'"));
        rows.add(row("Dynamic", LocalDate.of(2020, 1, 1), "2020-01-01", "'2020-01-01'"));
        rows.add(row("Dynamic", new Interval(3, IntervalUnit.WEEK), "3", "3"));
        rows.add(row("Dynamic", Arrays.asList(1L, "x", null), "[1,'x',NULL]", "[1,'x',NULL]"));
        rows.add(row("Dynamic", map("a", "b"), "{'a':'b'}", "{'a':'b'}"));
        rows.add(row("Dynamic", new byte[] {120}, "x", "'x'"));
        rows.add(row(
                "Dynamic",
                new TypedVariant(DataTypes.parse("Array(JSON)"), List.of(map("b", 1L))),
                "['{\"b\":1}']",
                null));
        rows.add(row("Variant(JSON, String)", map("a", "v"), "{\"a\":\"v\"}", "'{\"a\":\"v\"}'"));
        return rows;
    }

    @ParameterizedTest
    @MethodSource({"scalars", "containers", "variants"})
    void texts(String type, @Nullable Object value, String text, @Nullable String nested) {
        assertThat(ValueText.of(DataTypes.parse(type), value)).isEqualTo(text);
        if (nested != null) {
            List<@Nullable Object> list = new ArrayList<>();
            list.add(value);
            assertThat(ValueText.of(DataTypes.array(DataTypes.parse(type)), list))
                    .isEqualTo("[" + nested + "]");
        }
    }

    @Test
    void appends() {
        StringBuilder out = new StringBuilder("x=");
        ValueText.append(out, DataTypes.parse("Int8"), (byte) 1);
        assertThat(out).hasToString("x=1");
    }

    static List<Object[]> mismatches() {
        return List.of(
                new Object[] {"Int8", "1", "expected an integer"},
                new Object[] {"Int8", 1.0, "expected an integer"},
                new Object[] {"Float64", "1", "expected a Number"},
                new Object[] {"Decimal(9, 2)", 1.0, "expected a BigDecimal"},
                new Object[] {"Bool", 1, "expected a Boolean"},
                new Object[] {"String", 1, "expected a String or byte[]"},
                new Object[] {"UUID", "x", "expected a UUID"},
                new Object[] {"Date", "2020-01-01", "expected a LocalDate"},
                new Object[] {"DateTime", "2020-01-01", "expected a ZonedDateTime"},
                new Object[] {"Time", 1, "expected a Duration"},
                new Object[] {"Enum8('a' = 1)", "b", "there is no such label"},
                new Object[] {"Enum8('a' = 1)", (byte) 2, "there is no such label"},
                new Object[] {"Enum8('a' = 1)", true, "expected a String"},
                new Object[] {"Array(Int8)", 1, "expected a Collection"},
                new Object[] {"Tuple(Int8)", List.of(), "expected 1 elements, found 0"},
                new Object[] {"Tuple(a Int8)", Map.of("b", 1), "there is no element named a"},
                new Object[] {"Map(Int8, Int8)", List.of(1), "expected a Entry"},
                new Object[] {"JSON", 1, "expected a Map"},
                new Object[] {"JSON", Map.of(1, 1), "expected a String"},
                new Object[] {"Nothing", 1, "the type has no values"},
                new Object[] {"Dynamic", new StringJoiner("x"), "there is no type with values of this class"});
    }

    @ParameterizedTest
    @MethodSource("mismatches")
    void valuesOfOtherClasses(String type, Object value, String reason) {
        assertThatThrownBy(() -> ValueText.of(DataTypes.parse(type), value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(reason);
    }

    private static @Nullable Object[] row(String type, @Nullable Object value, String text, @Nullable String nested) {
        return new @Nullable Object[] {type, value, text, nested};
    }

    private static Map<Object, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<Object, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(java.util.Objects.requireNonNull(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
