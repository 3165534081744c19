package io.chconnect.codec.column;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.Columns;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataType;
import io.chconnect.types.DataTypes;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import io.chconnect.types.value.TypedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values whose types stand in the data: which type a Java value gets, and where it is kept. */
class DynamicAndJSONTest {
    private enum Color {
        RED
    }

    /** A record that is no tuple of two. */
    record Single(int a) {}

    /** A record that is a tuple. */
    record Pair(int a, int b) {}

    static Stream<Arguments> naturalTypes() throws UnknownHostException {
        LocalDateTime time = LocalDateTime.of(2026, 1, 2, 3, 4, 5, 6);
        return Stream.of(
                natural((byte) 1, "Int8", "1"),
                natural((short) 1, "Int16", "1"),
                natural(1, "Int32", "1"),
                natural(1L, "Int64", "1"),
                natural(BigInteger.ONE, "Int128", "1"),
                natural(BigInteger.ONE.shiftLeft(127).negate(), "Int128", null),
                natural(BigInteger.ONE.shiftLeft(127), "Int256", null),
                natural(BigInteger.ONE.shiftLeft(255), "UInt256", null),
                natural(BigInteger.ONE.shiftLeft(255).negate(), "Int256", null),
                natural(BigInteger.ONE.shiftLeft(127).subtract(BigInteger.ONE), "Int128", null),
                natural(BigInteger.ONE.shiftLeft(255).subtract(BigInteger.ONE), "Int256", null),
                natural(BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE), "UInt256", null),
                natural(new BigDecimal("123456789"), "Decimal(9, 0)", null),
                natural(new BigDecimal("0.123456789"), "Decimal(9, 9)", null),
                natural(new BigDecimal("0.0123456789"), "Decimal(18, 10)", null),
                natural(new BigDecimal("123456789012345678"), "Decimal(18, 0)", null),
                natural(new BigDecimal("12345678901234567.8e1"), "Decimal(18, 0)", null),
                natural(new BigDecimal("1e38"), "Decimal(76, 0)", null),
                natural(1.5, "Float64", "1.5"),
                natural(1.5f, "Float32", "1.5"),
                natural(new BigDecimal("1.50"), "Decimal(9, 2)", "1.5"),
                natural(new BigDecimal("1234567890"), "Decimal(18, 0)", "1234567890"),
                natural(new BigDecimal("1e20"), "Decimal(38, 0)", "100000000000000000000"),
                natural(new BigDecimal("1e-40"), "Decimal(76, 40)", null),
                natural("x", "String", "x"),
                natural(CharBuffer.wrap("x"), "String", "x"),
                natural(new byte[] {120}, "String", "x"),
                natural(true, "Bool", "true"),
                natural(new UUID(0, 1), "UUID", "00000000-0000-0000-0000-000000000001"),
                natural(InetAddress.getByAddress(new byte[] {1, 2, 3, 4}), "IPv4", "1.2.3.4"),
                natural(
                        InetAddress.getByAddress(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1}),
                        "IPv6",
                        "100::1"),
                natural(LocalDate.EPOCH, "Date32", "1970-01-01"),
                natural(time, "DateTime64(9)", "2026-01-02 03:04:05.000000006"),
                natural(
                        time.atZone(ZoneId.of("Asia/Tokyo")),
                        "DateTime64(9, 'Asia/Tokyo')",
                        "2026-01-02 03:04:05.000000006"),
                natural(time.atZone(ZoneOffset.UTC), "DateTime64(9, 'UTC')", "2026-01-02 03:04:05.000000006"),
                natural(time.atOffset(ZoneOffset.ofHours(1)), "DateTime64(9, 'UTC')", "2026-01-02 02:04:05.000000006"),
                natural(Instant.EPOCH, "DateTime64(9, 'UTC')", "1970-01-01 00:00:00.000000000"),
                natural(Duration.ofSeconds(1), "Time64(9)", "00:00:01.000000000"),
                natural(LocalTime.of(0, 0, 1), "Time64(9)", "00:00:01.000000000"),
                natural(new Interval(3, IntervalUnit.DAY), "IntervalDay", "3"),
                natural(List.of(1, 2), "Array(Int32)", "[1,2]"),
                natural(new int[] {1, 2}, "Array(Int32)", "[1,2]"),
                natural(Arrays.asList(1, null), "Array(Nullable(Int32))", "[1,NULL]"),
                natural(List.of(1, "a"), "Array(Dynamic)", "[1,'a']"),
                natural(List.of(List.of(1), List.of(2)), "Array(Array(Int32))", "[[1],[2]]"),
                natural(Arrays.asList(List.of(1), null), "Array(Dynamic)", "[[1],NULL]"),
                natural(List.of(), "Array(Nothing)", "[]"),
                natural(Arrays.asList(null, null), "Array(Nullable(Nothing))", "[NULL,NULL]"),
                natural(Map.of("a", 1L), "Map(String, Int64)", "{'a':1}"),
                natural(Map.of(), "Map(String, Nothing)", "{}"),
                natural(List.of(new TypedVariant(DataTypes.parse("UInt8"), 1)), "Array(Dynamic)", "[1]"));
    }

    private static Arguments natural(Object value, String type, @Nullable String text) {
        return Arguments.of(value, type, text);
    }

    @ParameterizedTest
    @MethodSource("naturalTypes")
    void aValueGetsItsNaturalType(Object value, String type, @Nullable String text) {
        for (String dynamic : List.of("Dynamic", "Dynamic(max_types=0)")) {
            DynamicColumn column = (DynamicColumn) Columns.of(dynamic, value);
            assertThat(column.members().stream().map(member -> member.type().name()))
                    .containsExactly(type);
            Column again = Columns.again(column);
            assertThat(((DynamicColumn) again).members().get(0).type().name()).isEqualTo(type);
            assertThat(again.getText(0)).isEqualTo(column.getText(0));
            if (text != null) {
                assertThat(again.getText(0)).isEqualTo(text);
            }
        }
    }

    @Test
    void aJavaEnumIsItsName() {
        assertThatThrownBy(() -> Columns.of("Dynamic", new Object()))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("no type has the values of this class: say which by a TypedVariant");
        assertThatThrownBy(() -> Columns.of("Dynamic", new java.util.concurrent.atomic.AtomicInteger()))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("no type has the values of this class");
        assertThatThrownBy(() -> Columns.of("Dynamic", BigInteger.ONE.shiftLeft(256)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("it has more than 256 bits");
        assertThatThrownBy(() -> Columns.of("Dynamic", new BigDecimal("1e77")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("it has more than 76 digits");
        Map<Object, Object> nullKey = new HashMap<>();
        nullKey.put(null, 1);
        assertThatThrownBy(() -> Columns.of("Dynamic", nullKey))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the keys of a Map cannot be NULL");
        assertThatThrownBy(() -> Columns.of("Dynamic", Color.RED)).isInstanceOf(ConversionException.class);
    }

    @Test
    void aTypedValueKeepsItsType() {
        DynamicColumn column = (DynamicColumn) Columns.of(
                "Dynamic(max_types=1)",
                typed("UInt16", 7),
                typed("LowCardinality(String)", "a"),
                null,
                typed("Nullable(UInt16)", 8),
                typed("JSON", Map.of("a", 1L)));
        assertThat(column.members().stream().map(member -> member.type().name()))
                .containsExactly("UInt16", "LowCardinality(String)", "JSON");
        assertThat(column.discriminators()).containsExactly(0, 1, MemberColumn.NULL, 0, 2);
        Column again = Columns.again(column);
        assertThat(again.toObjects()).containsExactly(7, "a", null, 8, Map.of("a", 1L));
        assertThat(((DynamicColumn) again).typed(1)).isEqualTo(typed("LowCardinality(String)", "a"));
        assertThat(Columns.write(again)).isEqualTo(Columns.write(column));
        for (String type : List.of(
                "Dynamic", "Variant(Int8, String)", "Geometry", "Nothing", "LowCardinality(Nullable(String))")) {
            assertThatThrownBy(() -> Columns.of("Dynamic", typed(type, "x")))
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("expected a type that can be a member");
        }
    }

    @Test
    void aVariantTakesWhatOneMemberTakes() {
        String type =
                "Variant(Array(Int32), Date, Decimal(9, 2), Enum8('a' = 1), Float64, Int32, Map(String, Int32), UUID)";
        Column column = Columns.of(
                type,
                List.of(1),
                LocalDate.EPOCH,
                new BigDecimal("1.5"),
                1.5,
                7L,
                Map.of("k", 1),
                new UUID(0, 1),
                "a",
                new int[] {2});
        assertThat(((VariantColumn) column).members().stream().map(Column::rowCount))
                .containsExactly(2, 1, 1, 1, 1, 1, 1, 1);
        assertThat(Columns.again(column).toObjects())
                .containsExactly(
                        List.of(1),
                        LocalDate.EPOCH,
                        new BigDecimal("1.50"),
                        1.5,
                        7,
                        Map.of("k", 1),
                        new UUID(0, 1),
                        "a",
                        List.of(2));
        assertRefused(type, true, "none of its members takes a Boolean");
        assertRefused(type, "b", "none of its members takes a String");
        assertRefused(type, Instant.EPOCH, "none of its members takes");
        assertRefused("Variant(Int32, Int64)", (short) 7, "it can be one of Int32, Int64: say which by a TypedVariant");
        assertRefused("Variant(Int32, Int64)", typed("Int8", 7), "Int8 is not one of its members");
        assertThat(Columns.of("Variant(Int32, Int64)", 7, 7L, typed("Int64", 7)).toObjects())
                .containsExactly(7, 7L, 7L);
        assertThat(Columns.of("Variant(DateTime, Time)", Instant.EPOCH, Duration.ZERO, LocalTime.MIDNIGHT)
                        .rowCount())
                .isEqualTo(3);
        assertThat(Columns.of("Variant(Tuple(a Int32), String)", Map.of("a", 7), List.of(8), new Object[] {9})
                        .rowCount())
                .isEqualTo(3);
        assertRefused("Variant(Tuple(a Int32), String)", Map.of("b", "x"), "it has no element");
        assertRefused("Variant(Tuple(a Int32), String)", List.of("x"), "none of its members takes");
        assertRefused("Variant(Tuple(a Int32), String)", List.of(1, 2), "none of its members takes");
        assertThat(Columns.of("Geometry", List.of(1.0, 2.0)).getText(0)).isEqualTo("(1,2)");
    }

    @Test
    void membersOfAVariantAreKnownByTheClassesOfTheirFamily() throws UnknownHostException {
        InetAddress four = InetAddress.getByAddress(new byte[] {1, 2, 3, 4});
        InetAddress six = InetAddress.getByAddress(new byte[] {1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        String type = "Variant(Bool, Enum8('RED' = 1), IPv4, IPv6, IntervalDay, JSON, Tuple(a Int32, b Int32))";
        Column column = Columns.of(
                type, true, Color.RED, four, six, new Interval(1, IntervalUnit.DAY), new Pair(1, 2), Map.of("z", 1L));
        VariantColumn values = (VariantColumn) Columns.again(column);
        assertThat(values.discriminators()).containsExactly(0, 1, 2, 3, 4, 6, 5);
        assertThat(values.get(1)).isEqualTo("RED");
        assertThat(values.get(5)).isEqualTo(List.of(1, 2));
        assertRefused(
                type,
                new Interval(1, IntervalUnit.WEEK),
                "the components of the record are not the elements of the tuple");
        assertRefused(type, new Single(1), "none of its members takes a Single");
        assertRefused("Variant(Enum8('BLUE' = 1), Int32)", Color.RED, "none of its members takes a Color");
        for (Object number : List.of((byte) 1, (short) 1, 1, 1L, BigInteger.ONE)) {
            assertThat(Columns.of("Variant(Float64, UInt8)", number).getLong(0)).isEqualTo(1);
        }
        assertThat(Columns.of("Variant(Float64, UInt8)", 1.5f).getDouble(0)).isEqualTo(1.5);
        assertThat(Columns.of("Variant(DateTime64(9), Int32)", Instant.EPOCH, LocalDateTime.MIN.withYear(2000))
                        .rowCount())
                .isEqualTo(2);
        assertRefused("Variant(DateTime64(9), Int32)", LocalDate.EPOCH, "none of its members takes a LocalDate");
        assertThat(Columns.of("Variant(Map(String, Int32), Int32)", Map.of("a", 1))
                        .get(0))
                .isEqualTo(Map.of("a", 1));
        assertRefused("Variant(Map(String, Int32), Int32)", Map.of("a", "x"), "none of its members takes");
        assertRefused("Variant(Map(String, Int32), Int32)", Map.of(1, 1), "none of its members takes");
        assertRefused("Variant(Array(Int32), Int32)", List.of("x"), "none of its members takes");
        assertThat(Columns.of("Variant(Array(Nullable(Int32)), String)", Arrays.asList(1, null))
                        .get(0))
                .isEqualTo(Arrays.asList(1, null));
        assertThat(Columns.of("Variant(Array(UInt8), String)", new byte[] {1}).get(0))
                .isEqualTo("\1");
        assertThat(Columns.of("Variant(Nested(a Int32), String)", List.of(List.of(1)))
                        .get(0))
                .isEqualTo(List.of(List.of(1)));
        assertThat(Columns.of("Variant(QBit(Float32, 2), String)", List.of(1f, 2f))
                        .get(0))
                .isEqualTo(List.of(1f, 2f));
        assertThat(Columns.of("Variant(SimpleAggregateFunction(sum, Int64), String)", 1)
                        .getLong(0))
                .isEqualTo(1);
        assertThat(Columns.of("Variant(LowCardinality(Int32), String)", 1).getLong(0))
                .isEqualTo(1);
    }

    @Test
    void columnsOfPathsBeyondTheLimitAreSharedWhenTheyAreWritten() {
        Column wide = Columns.of("JSON", Map.of("a", 1L, "b", "x", "c", true), Map.of("b", "y"));
        Column narrow = Columns.read("JSON(max_dynamic_paths=1)", 2, Columns.data(wide));
        assertThat(((JSONPathsColumn) narrow).dynamic()).containsOnlyKeys("a", "b", "c");
        JSONPathsColumn again = (JSONPathsColumn) Columns.again(narrow);
        assertThat(again.dynamic()).containsOnlyKeys("a");
        assertThat(again.shared().offsets()).containsExactly(0, 2, 3);
        assertThat(Columns.texts(again)).isEqualTo(Columns.texts(wide));
        Column limit = Columns.read("JSON(max_dynamic_paths=3)", 2, Columns.data(wide));
        assertThat(((JSONPathsColumn) Columns.again(limit)).dynamic()).containsOnlyKeys("a", "b", "c");
    }

    @Test
    void objectsBecomePaths() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("b", "x");
        value.put("a", Map.of("c", 1L, "empty", Map.of()));
        value.put("n", null);
        value.put("l", Arrays.asList(1L, null));
        value.put("o", List.of(Map.of("k", true)));
        JSONPathsColumn column = (JSONPathsColumn) Columns.of("JSON", value, Map.of(), Map.of("a", Map.of("c", 2.5)));
        assertThat(column.dynamic()).containsOnlyKeys("a.c", "b", "l", "o");
        assertThat(column.typed()).isEmpty();
        assertThat(column.getText(0)).isEqualTo("{\"a\":{\"c\":1},\"b\":\"x\",\"l\":[1,null],\"o\":[{\"k\":true}]}");
        assertThat(column.getText(1)).isEqualTo("{}");
        assertThat(column.getText(2)).isEqualTo("{\"a\":{\"c\":2.5}}");
        assertThat(column.get(2)).isEqualTo(Map.of("a", Map.of("c", 2.5)));
        JSONPathsColumn again = (JSONPathsColumn) Columns.again(column);
        assertThat(Columns.texts(again)).isEqualTo(Columns.texts(column));
        assertThat(again.toObjects()).isEqualTo(column.toObjects());
        assertThat(Columns.write(again)).isEqualTo(Columns.write(column));
    }

    @Test
    void pathsBeyondTheLimitAreShared() {
        String type = "JSON(max_dynamic_paths=1)";
        JSONPathsColumn column = (JSONPathsColumn)
                Columns.of(type, Map.of("b", 1L), Map.of("a", "x", "b", 2L, "c", List.of(3L)), Map.of("a", "y"));
        assertThat(column.dynamic()).containsOnlyKeys("b");
        assertThat(column.shared().offsets()).containsExactly(0, 0, 2, 3);
        assertThat(column.shared().path(1)).isEqualTo("c");
        assertThat(column.shared().values().rowCount()).isEqualTo(3);
        assertThat(Columns.texts(column))
                .containsExactly("{\"b\":1}", "{\"a\":\"x\",\"b\":2,\"c\":[3]}", "{\"a\":\"y\"}");
        assertThat(Columns.texts(Columns.again(column))).isEqualTo(Columns.texts(column));
        assertThat(Columns.write(Columns.again(column))).isEqualTo(Columns.write(column));
        Column narrower = new io.chconnect.codec.ColumnFactory(Columns.ZONE)
                .column(DataTypes.parse("Array(" + type + ")"), List.of(Arrays.asList(column.toObjects())));
        assertThat(Columns.again(narrower).getText(0)).contains("\"c\":[3]");
    }

    @Test
    void declaredPathsHaveTheirTypes() {
        String type = "JSON(a.b UInt8, n Nullable(String))";
        JSONPathsColumn column =
                (JSONPathsColumn) Columns.of(type, Map.of("a", Map.of("b", 7)), Map.of("n", "x", "z", 1L));
        assertThat(column.typed()).containsOnlyKeys("a.b", "n");
        assertThat(column.typed().get("a.b").toLongs()).containsExactly(7, 0);
        assertThat(Columns.texts(Columns.again(column)))
                .containsExactly("{\"a\":{\"b\":7},\"n\":null}", "{\"a\":{\"b\":0},\"n\":\"x\",\"z\":1}");
        assertRefused(type, Map.of("a", Map.of("b", 256)), "it is out of range");
        Map<String, Object> nulls = new HashMap<>();
        nulls.put("a.b", null);
        assertRefused(type, nulls, "NULL at the path a.b, whose type is not nullable");
        assertRefused(type, twice("a.b", 1, "a", Map.of("b", 2)), "the path a.b stands twice");
        assertRefused("JSON", twice("x.y", 1L, "x", Map.of("y", 2L)), "the path x.y stands twice");
        assertRefused("JSON", Map.of(1, 2), "expected a String as the name of a value");
        assertRefused("JSON", 7, "expected a Map or the text of a JSON object");
    }

    @Test
    void aPathThatIsValueAndObjectKeepsBoth() {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("a", 1L);
        value.put("a.b", 2L);
        Column column = Columns.again(Columns.of("JSON", value));
        assertThat(column.get(0)).isEqualTo(value);
        assertThat(Columns.of("JSON", column.get(0)).getText(0)).isEqualTo(column.getText(0));
    }

    @Test
    void jsonTextsStayTexts() {
        Column column =
                Columns.of("JSON", "{\"a\": [1, 2.5, true, null, \"x\"]}", "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(column).isInstanceOf(JSONTextColumn.class);
        assertThat(column.getText(0)).isEqualTo("{\"a\": [1, 2.5, true, null, \"x\"]}");
        assertThat(column.get(0)).isEqualTo(Map.of("a", Arrays.asList(1L, 2.5, true, null, "x")));
        Column again = Columns.again(column);
        assertThat(again).isInstanceOf(JSONTextColumn.class);
        assertThat(again.toStrings()).isEqualTo(column.toStrings());
        assertThat(((JSONTextColumn) again).texts().rowCount()).isEqualTo(2);
        assertRefused("JSON", "{\"a\": }", "");
        assertRefused("JSON", "[1]", "");
        assertThatThrownBy(() -> Columns.of("JSON", "{}", Map.of()))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected text as in the rows before: texts and maps do not mix in one block");
        assertThatThrownBy(() -> Columns.of("JSON", Map.of(), "{}"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected a Map as in the rows before");
        assertThat(Columns.of("Nullable(JSON)", null, "{\"a\":1}").getText(1)).isEqualTo("{\"a\":1}");
        assertThat(Columns.of("Nullable(JSON)", null, Map.of("a", 1L)).getText(1))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void wholeNumbersOfJSONAreTheServers() {
        JSONPathsColumn column = (JSONPathsColumn) Columns.of(
                "JSON",
                Map.of(
                        "i",
                        (byte) 1,
                        "u",
                        BigInteger.ONE.shiftLeft(63),
                        "w",
                        BigInteger.ONE.shiftLeft(64),
                        "s",
                        BigInteger.TEN));
        assertThat(types(column, "i")).containsExactly("Int64");
        assertThat(types(column, "s")).containsExactly("Int64");
        assertThat(types(column, "u")).containsExactly("UInt64");
        assertThat(types(column, "w")).containsExactly("Int128");
        JSONPathsColumn lists = (JSONPathsColumn) Columns.of(
                "JSON", Map.of("e", List.of(), "l", List.of(1), "m", List.of(1, "x"), "o", List.of(Map.of("a", 1))));
        assertThat(types(lists, "e")).containsExactly("Array(Nullable(String))");
        assertThat(types(lists, "l")).containsExactly("Array(Nullable(Int64))");
        assertThat(types(lists, "m")).containsExactly("Array(Dynamic)");
        assertThat(types(lists, "o")).containsExactly("Array(JSON(max_dynamic_types=16, max_dynamic_paths=256))");
    }

    private static List<String> types(JSONPathsColumn column, String path) {
        DynamicColumn values = column.dynamic().get(path);
        return values == null
                ? List.of()
                : values.members().stream()
                        .map(Column::type)
                        .map(DataType::name)
                        .toList();
    }

    private static Map<String, Object> twice(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    private static TypedVariant typed(String type, Object value) {
        return new TypedVariant(DataTypes.parse(type), value);
    }

    private static void assertRefused(String type, Object value, String problem) {
        assertThatThrownBy(() -> Columns.of(type, value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem);
    }
}
