package io.chconnect.types.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.types.DataTypes;
import io.chconnect.types.value.TypedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** JSON as the engine's {@code toString} writes it. */
class JSONTextTest {
    @Test
    void plainValues() {
        assertThat(json("JSON", "a", 1L, "d", Arrays.asList(1L, 2.5, "s", null), "e", null, "f", true, "g", 1.5))
                .isEqualTo("{\"a\":1,\"d\":[1,2.5,\"s\",null],\"f\":true,\"g\":1.5}");
        assertThat(json("JSON", "a", 1e100, "b", new BigInteger("18446744073709551615"), "d", 1e-7, "e", 1.0))
                .isEqualTo("{\"a\":1e100,\"b\":18446744073709551615,\"d\":1e-7,\"e\":1}");
        assertThat(json("JSON")).isEqualTo("{}");
    }

    @Test
    void pathsAreSortedAsWholes() {
        assertThat(json("JSON", "z", 1L, "a", 2L, "m", map("z", 1L, "a", 2L)))
                .isEqualTo("{\"a\":2,\"m\":{\"a\":2,\"z\":1},\"z\":1}");
        assertThat(json("JSON", "a~", 3L, "a", map("b", 2L), "a!", 1L))
                .isEqualTo("{\"a!\":1,\"a\":{\"b\":2},\"a~\":3}");
        assertThat(json("JSON", "😀", 1L, "\uffee", 2L)).isEqualTo("{\"\uffee\":2,\"😀\":1}");
    }

    @Test
    void aPathThatIsBothValueAndObjectStandsTwice() {
        assertThat(json("JSON", "a", 1L, "a.b", 2L, "a!", 3L, "a$", map("x", 1L)))
                .isEqualTo("{\"a\":1,\"a!\":3,\"a$\":{\"x\":1},\"a\":{\"b\":2}}");
        assertThat(json("JSON", "a.b.c", 1L, "a.b.d", 2L, "a.e", 3L, "f.g", 4L))
                .isEqualTo("{\"a\":{\"b\":{\"c\":1,\"d\":2},\"e\":3},\"f\":{\"g\":4}}");
    }

    @Test
    void objectsInArrays() {
        assertThat(json(
                        "JSON",
                        "a",
                        List.of(map("z", 1L, "b", map("c", 2L)), map()),
                        "l",
                        List.of(List.of(map("x", 1L)))))
                .isEqualTo("{\"a\":[{\"b\":{\"c\":2},\"z\":1},{}],\"l\":[[{\"x\":1}]]}");
        assertThat(json("JSON", "m", Arrays.asList(1L, map("b", null)))).isEqualTo("{\"m\":[1,{}]}");
    }

    @Test
    void stringsAreEscaped() {
        assertThat(json("JSON", "a", "\u0001\u001f\u007f/é😀\u2028\u2029\0\b\f\n\r\t\"\\\u0080"))
                .isEqualTo("{\"a\":\"\\u0001\\u001F\u007f\\/é😀\\u2028\\u2029\\u0000\\b\\f\\n\\r\\t\\\"\\\\\u0080\"}");
        assertThat(json("JSON", "k\"/\n", 1L, "", 2L)).isEqualTo("{\"\":2,\"k\\\"\\/\\n\":1}");
    }

    @Test
    void datesAndTheLikeAreStrings() {
        assertThat(json(
                        "JSON",
                        "a",
                        LocalDate.of(2020, 1, 1),
                        "b",
                        ZonedDateTime.of(2020, 1, 1, 10, 0, 0, 500_000_000, ZoneOffset.UTC),
                        "c",
                        new UUID(0, 0)))
                .isEqualTo("{\"a\":\"2020-01-01\",\"b\":\"2020-01-01 10:00:00.500000000\","
                        + "\"c\":\"00000000-0000-0000-0000-000000000000\"}");
    }

    @Test
    void typedPathsAreThereEvenIfNull() {
        assertThat(json("JSON(v Nullable(Int8), `w.x` Nullable(String))", "v", null, "w", map("x", null)))
                .isEqualTo("{\"v\":null,\"w\":{\"x\":null}}");
        assertThat(json("JSON(a.b Int8)", "a", map("b", (byte) 0, "x", 1L))).isEqualTo("{\"a\":{\"b\":0,\"x\":1}}");
    }

    @Test
    void typedPathsHaveTheFormOfTheirTypes() {
        assertThat(json("JSON(m Map(String, Array(Date)))", "m", map("k", List.of(LocalDate.of(2020, 1, 1)))))
                .isEqualTo("{\"m\":{\"k\":[\"2020-01-01\"]}}");
        assertThat(json("JSON(n Tuple(x Int8, `y z` String))", "n", List.of((byte) 1, "q")))
                .isEqualTo("{\"n\":{\"x\":1,\"y z\":\"q\"}}");
        assertThat(json("JSON(o Tuple(Int8, String))", "o", List.of((byte) 0, "")))
                .isEqualTo("{\"o\":[0,\"\"]}");
        assertThat(json("JSON(j Nested(a Int8))", "j", List.of(map("a", (byte) 1))))
                .isEqualTo("{\"j\":[{\"a\":1}]}");
        assertThat(json("JSON(j JSON)", "j", map("a", map("b", 1L)))).isEqualTo("{\"j\":{\"a\":{\"b\":1}}}");
        assertThat(json("JSON(j JSON)", "j", "{\"exact\": 1}")).isEqualTo("{\"j\":{\"exact\": 1}}");
        assertThat(json("JSON(v Variant(Array(String), Date, Int8))", "v", LocalDate.of(2020, 1, 1)))
                .isEqualTo("{\"v\":\"2020-01-01\"}");
        assertThat(json("JSON(d Dynamic)", "d", List.of(map("a", 1L)))).isEqualTo("{\"d\":[{\"a\":1}]}");
        assertThat(json(
                        "JSON(d Decimal(10, 2), e Enum8('q' = 1), p Point)",
                        "d",
                        new BigDecimal("1.50"),
                        "e",
                        "q",
                        "p",
                        List.of(1.5, 2.0)))
                .isEqualTo("{\"d\":1.5,\"e\":\"q\",\"p\":[1.5,2]}");
        assertThat(json("JSON(a LowCardinality(String), s SimpleAggregateFunction(sum, Int64))", "a", "x", "s", 5L))
                .isEqualTo("{\"a\":\"x\",\"s\":5}");
        assertThat(json(
                        "JSON(f FixedString(3), q QBit(Float32, 2), b Bool)",
                        "f",
                        "a\0\0",
                        "q",
                        List.of(1f, 2f),
                        "b",
                        false))
                .isEqualTo("{\"b\":false,\"f\":\"a\\u0000\\u0000\",\"q\":[1,2]}");
        assertThat(json("JSON(m Map(UInt8, UInt8))", "m", Map.of((short) 1, (short) 2)))
                .isEqualTo("{\"m\":{\"1\":2}}");
    }

    @Test
    void numbersThatJSONLacksAreNull() {
        assertThat(json(
                        "JSON(f Float64, g Nullable(Float32))",
                        "f",
                        Double.POSITIVE_INFINITY,
                        "g",
                        Float.NaN,
                        "h",
                        -0.0))
                .isEqualTo("{\"f\":null,\"g\":null,\"h\":-0}");
    }

    @Test
    void valuesWithTheirTypes() {
        TypedVariant map = new TypedVariant(DataTypes.parse("Map(String, UInt64)"), Map.of("k", BigInteger.ONE));
        assertThat(json("JSON", "a", map)).isEqualTo("{\"a\":{\"k\":1}}");
    }

    @Test
    void textIsTakenAsItIs() {
        assertThat(ValueText.of(DataTypes.parse("JSON"), "{\"a\" : 1}")).isEqualTo("{\"a\" : 1}");
        assertThat(ValueText.of(DataTypes.parse("Array(JSON)"), List.of("{\"a\":\"it's\\\\\"}")))
                .isEqualTo("['{\"a\":\"it\\'s\\\\\\\\\"}']");
        assertThat(ValueText.of(DataTypes.parse("Nullable(JSON)"), new HashMap<>()))
                .isEqualTo("{}");
    }

    private static String json(String type, @Nullable Object... keysAndValues) {
        return ValueText.of(DataTypes.parse(type), map(keysAndValues));
    }

    private static Map<String, @Nullable Object> map(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            map.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return map;
    }
}
