package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.column.Column;
import io.chconnect.codec.column.DynamicColumn;
import io.chconnect.error.MalformedDataException;
import io.chconnect.types.DataTypes;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import io.chconnect.types.value.TypedVariant;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The bytes of each type as the comments of its codec show them, and what is wrong with bytes that are almost so. */
class WireFormatTest {
    static Stream<Arguments> examples() {
        return Stream.of(
                example("Int8", "80 ff 7f", -128, -1, 127),
                example("UInt8", "00 ff", 0, 255),
                example("Int16", "00 80 ff 7f", -32768, 32767),
                example("UInt16", "ff ff 01 00", 65535, 1),
                example("Int32", "00 00 00 80 02 01 00 00", Integer.MIN_VALUE, 258),
                example("UInt32", "ff ff ff ff", 4294967295L),
                example("Int64", "00 00 00 00 00 00 00 80", Long.MIN_VALUE),
                example("UInt64", "ff ff ff ff ff ff ff ff", new BigInteger("18446744073709551615")),
                example("Int128", "fe" + " ff".repeat(15) + " 00 01" + " 00".repeat(14), -2, 256),
                example(
                        "UInt128",
                        "ff ".repeat(16).trim(),
                        BigInteger.ONE.shiftLeft(128).subtract(BigInteger.ONE)),
                example(
                        "Int256",
                        "00 ".repeat(31) + "80",
                        BigInteger.ONE.shiftLeft(255).negate()),
                example("UInt256", "03" + " 00".repeat(31), 3),
                example("Float32", "00 00 80 3f 00 00 c0 7f", 1f, Float.NaN),
                example("Float64", "00 00 00 00 00 00 f0 bf", -1.0),
                example("BFloat16", "49 40 80 bf", 3.140625f, -1f),
                example("Decimal(9, 2)", "ff ff ff ff", new BigDecimal("-0.01")),
                example("Decimal(18, 3)", "dc 05 00 00 00 00 00 00", new BigDecimal("1.5")),
                example("Decimal(38, 0)", "0a" + " 00".repeat(15), 10),
                example("Decimal(76, 1)", "f6" + " ff".repeat(31), -1),
                example("Bool", "01 00", true, false),
                example("String", "02 61 62 00", "ab", ""),
                example("FixedString(3)", "61 62 00 61 62 63", "ab", "abc"),
                example(
                        "UUID",
                        "77 66 55 44 33 22 11 00 ff ee dd cc bb aa 99 88",
                        UUID.fromString("00112233-4455-6677-8899-aabbccddeeff")),
                example("IPv4", "01 02 00 c0", "192.0.2.1"),
                example("IPv6", "20 01 0d b8" + " 00".repeat(10) + " 00 01", "2001:db8::1"),
                example("Date", "00 00 ff ff", LocalDate.EPOCH, LocalDate.of(2149, 6, 6)),
                example("Date32", "ff ff ff ff", LocalDate.of(1969, 12, 31)),
                example("DateTime", "ff ff ff ff", Instant.ofEpochSecond(4294967295L)),
                example("DateTime64(3)", "ff ff ff ff ff ff ff ff", Instant.ofEpochMilli(-1)),
                example("Time", "ff ff ff ff", Duration.ofSeconds(-1)),
                example("Time64(3)", "dc 05 00 00 00 00 00 00", Duration.ofMillis(1500)),
                example("IntervalDay", "02 00 00 00 00 00 00 00", new Interval(2, IntervalUnit.DAY)),
                example("Enum8('a' = -1, 'b' = 2)", "ff 02", "a", "b"),
                example("Enum16('a' = -1, 'b' = 256)", "ff ff 00 01", "a", "b"),
                example("Nullable(Nothing)", "01 01 30 30", null, null),
                example("Nullable(UInt8)", "00 01 07 00", 7, null),
                example("Array(UInt8)", "01" + Z7 + " 03" + Z7 + " 07 08 09", List.of(7), List.of(8, 9)),
                example("Array(Array(UInt8))", "01" + Z7 + " 02" + Z7 + " 05 06", List.of(List.of(5, 6))),
                example("Tuple(UInt8, UInt8)", "01 03 02 04", List.of(1, 2), List.of(3, 4)),
                example("Tuple()", "30 30", List.of(), List.of()),
                example("Map(UInt8, UInt8)", "01" + Z7 + " 02" + Z7 + " 01 03 02 04", Map.of(1, 2), Map.of(3, 4)),
                example("Nested(a UInt8, b UInt8)", "01" + Z7 + " 01 02", List.of(List.of(1, 2))),
                example("Point", "00 00 00 00 00 00 f0 3f 00 00 00 00 00 00 00 40", List.of(1.0, 2.0)),
                example("SimpleAggregateFunction(sum, UInt64)", "05" + Z7, 5),
                example(
                        "LowCardinality(String)",
                        "01" + Z7 + " 00 06 00 00 00 00 00 00 03" + Z7 + " 00 01 61 01 62 03" + Z7 + " 01 02 01",
                        "a",
                        "b",
                        "a"),
                example(
                        "LowCardinality(Nullable(UInt8))",
                        "01" + Z7 + " 00 06 00 00 00 00 00 00 03" + Z7 + " 00 00 07 02" + Z7 + " 00 02",
                        null,
                        7),
                example("Variant(String, UInt8)", "00" + Z7 + " 01 ff 00 01 61 07", (short) 7, null, "a"),
                example("Dynamic", "01" + Z7 + " 01 01 04 49 6e 74 38 00" + Z7 + " 00 ff 07", (byte) 7, null),
                example(
                        "JSON",
                        "00" + Z7 + " 01 01 01 61 01" + Z7 + " 01 01 05 49 6e 74 36 34 00" + Z7 + " 00 07" + Z7 + " 00"
                                + Z7,
                        Map.of("a", 7L)),
                example("QBit(BFloat16, 3)", "00 06 01 01 01 01 01 01 01 04 00 00 00 00 00 00", List.of(1, 2, 3)));
    }

    private static final String Z7 = " 00".repeat(7);

    private static Arguments example(String type, String hex, @Nullable Object... values) {
        return Arguments.of(type, hex, values);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void valuesHaveTheBytesOfTheExample(String type, String hex, @Nullable Object[] values) {
        Column column = Columns.of(type, values);

        assertThat(column.type().name()).isEqualTo(type);
        assertThat(column.rowCount()).isEqualTo(values.length);
        assertThat(hex(Columns.data(column))).isEqualTo(hex);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void theBytesOfTheExampleAreRead(String type, String hex, @Nullable Object[] values) {
        Column column = Columns.read(type, values.length, bytes(hex));

        assertThat(column.type().name()).isEqualTo(type);
        assertThat(Arrays.asList(column.toObjects()))
                .isEqualTo(Arrays.asList(Columns.of(type, values).toObjects()));
        assertThat(Columns.texts(column)).isEqualTo(Columns.texts(Columns.of(type, values)));
        for (int row = 0; row < values.length; row++) {
            assertThat(column.isNull(row)).isEqualTo(values[row] == null);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void aColumnWithoutRowsHasNoBytes(String type) {
        assertThat(Columns.data(Columns.of(type))).isEmpty();
        Column column = Columns.read(type, 0, new byte[0]);
        assertThat(column.rowCount()).isZero();
        assertThat(column.toObjects()).isEmpty();
        assertThat(column.type().name()).isEqualTo(type);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void valuesInTheSharedVariantStandAlone(String type, String hex, @Nullable Object[] values) {
        Column column = Columns.of("Array(" + type + ")", Arrays.asList(values), Arrays.asList(values));
        Column shared = Columns.of("Dynamic(max_types=0)");
        shared = new ColumnFactory(Columns.ZONE)
                .column(
                        shared.type(),
                        List.of(
                                new TypedVariant(column.type(), Arrays.asList(values)),
                                "between",
                                new TypedVariant(column.type(), List.of())));

        Column again = Columns.again(shared);
        assertThat(Columns.texts(again)).containsExactly(column.getText(0), "between", "[]");
        assertThat(Columns.write(again)).isEqualTo(Columns.write(shared));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | Nullable(UInt8) | 02 07 | a null map with bytes other than 0 and 1",
                "2 | Array(UInt8) | 02 00 00 00 00 00 00 00 01 00 00 00 00 00 00 00 | offset 1 after offset 2",
                "1 | Array(UInt8) | ff ff ff ff ff ff ff ff | elements: expected 0 to",
                "1 | LowCardinality(String) | 02 00 00 00 00 00 00 00 | LowCardinality version 2: expected 1",
                "1 | LowCardinality(String) | 01 00 00 00 00 00 00 00 00 07 00 00 00 00 00 00 | flags 0x700",
                "1 | LowCardinality(String) | 01 00 00 00 00 00 00 00 00 04 00 00 00 00 00 00 | flags 0x400",
                "1 | LowCardinality(UInt8) | 01 00 00 00 00 00 00 00 04 06 00 00 00 00 00 00 01 00 00 00 00 00 00 00 05"
                        + " 01 00 00 00 00 00 00 00 00 | key width 4: expected 0 to 3",
                "1 | LowCardinality(UInt8) | 01 00 00 00 00 00 00 00 00 06 00 00 00 00 00 00 01 00 00 00 00 00 00 00 05"
                        + " 02 00 00 00 00 00 00 00 00 00 | 2 keys for 1 rows",
                "1 | LowCardinality(UInt8) | 01 00 00 00 00 00 00 00 00 06 00 00 00 00 00 00 01 00 00 00 00 00 00 00 05"
                        + " 01 00 00 00 00 00 00 00 01 | index 1 into 1 entries of a dictionary",
                "1 | Variant(String, UInt8) | 02 00 00 00 00 00 00 00 00 00 | 2",
                "1 | Variant(String, UInt8) | 00 00 00 00 00 00 00 00 02 00 | index 2 into 2 members",
                "1 | Dynamic | 00 00 00 00 00 00 00 00 | Dynamic in version 0: expected 1, 2 or 3",
                "1 | Dynamic | 04 00 00 00 00 00 00 00 | Dynamic in version 4: expected 1, 2 or 3",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 ff 01 | 255 types: expected 0 to 254",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 01 06 41 72 72 61 79 28 | a type name that cannot be read",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 01 11 4e 75 6c 6c 61 62 6c 65 28 4e 6f 74 68 69 6e 67 29"
                        + " | values of type Nullable(Nothing) within Dynamic",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 01 07 4e 6f 74 68 69 6e 67 | values of type Nothing within Dynamic",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 03 23 15 00"
                        + " | values of type Nullable(String) within Dynamic",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 03 01 07 00"
                        + " | a value of 2 bytes: expected 3",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 08 1e 1f 00 ff fb e1 5a 00"
                        + " | 190348799 empty tuples: expected 0 to 4194304",
                "1 | Dynamic | 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 0a 27 1f 00 1f 00 ff fb e1 5a 00"
                        + " | 190348799 entries of empty tuples: expected 0 to 1000",
                "1 | JSON | 04 00 00 00 00 00 00 00 | JSON in version 4: expected 0 to 3",
                "1 | JSON | ff ff ff ff ff ff ff ff | JSON in version 18446744073709551615: expected 0 to 3",
                "1 | JSON | 02 00 00 00 00 00 00 00 02 01 61 01 61 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"
                        + " 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 | the path a twice",
                "1 | JSON(a UInt8) | 02 00 00 00 00 00 00 00 01 01 61 02 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00"
                        + " | the path a twice"
            })
    void almostRightBytesAreMalformed(int rows, String type, String hex, String problem) {
        assertThatThrownBy(() -> Columns.read(type, rows, bytes(hex)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("column 1 \"x\"");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void anErrorBehindAPartNamesOnlyItsOwnPlace(String type, String hex, @Nullable Object[] values) {
        String tuple = "Tuple(" + type + ", UInt8)";
        byte[] data = Columns.data(Columns.of(tuple, Arrays.asList(values[0], 7), Arrays.asList(values[0], 8)));
        assertThatThrownBy(() -> Columns.read(tuple, 2, Arrays.copyOf(data, data.length - 1)))
                .isInstanceOfSatisfying(MalformedDataException.class, e -> {
                    assertThat(e.path()).isEqualTo("column 1 \"x\" > Tuple element 2");
                    assertThat(e.endOfData()).isTrue();
                });
        TypedVariant alone = new TypedVariant(DataTypes.parse(tuple), Arrays.asList(values[0], 7));
        byte[] shared = Columns.data(Columns.of("Dynamic(max_types=0)", alone, alone));
        assertThatThrownBy(() -> Columns.read("Dynamic(max_types=0)", 2, Arrays.copyOf(shared, shared.length - 1)))
                .isInstanceOfSatisfying(
                        MalformedDataException.class,
                        e -> assertThat(e.path())
                                .isEqualTo("column 1 \"x\" > Dynamic > SharedVariant > " + tuple + " > value"));
    }

    @Test
    void emptyTuplesStandAloneWithoutBytes() {
        for (String type : List.of("Array(Tuple())", "Array(Tuple(Tuple(), Tuple()))")) {
            List<?> element = type.equals("Array(Tuple())") ? List.of() : List.of(List.of(), List.of());
            Column shared = Columns.of(
                    "Dynamic(max_types=0)",
                    new TypedVariant(DataTypes.parse(type), List.of(element, element, element)));
            assertThat(Columns.again(shared).get(0)).isEqualTo(List.of(element, element, element));
        }
        Column map = Columns.of(
                "Dynamic(max_types=0)",
                new TypedVariant(DataTypes.parse("Map(Tuple(), Tuple())"), Map.of(List.of(), List.of())));
        assertThat(Columns.again(map).get(0)).isEqualTo(Map.of(List.of(), List.of()));
    }

    @Test
    void nothingIsNullWhateverANullMapSays() {
        Column column = Columns.read("Nullable(Nothing)", 2, bytes("00 01 30 30"));

        assertThat(column.toObjects()).containsExactly(null, null);
        assertThat(column.isNull(0)).isTrue();
        assertThat(column.nullMap()).containsExactly(true, true);
        assertThat(hex(Columns.data(column))).isEqualTo("01 01 30 30");
    }

    @Test
    void discriminatorsComeInParts() {
        String hex = "01" + Z7 + " 03 00 00 ff 01 02 01 01 01 61 07 08 09";
        assertThat(Columns.texts(Columns.read("Variant(String, UInt8)", 5, bytes(hex))))
                .containsExactly("a", "NULL", "7", "8", "9");
    }

    @Test
    void columnsOfADynamicComeInAnyVersion() {
        String own = "01 05 55 49 6e 74 38";
        String data = " 00" + Z7 + " 01 00 ff 02 01 05 07";
        assertThat(Columns.texts(Columns.read("Dynamic", 3, bytes("01" + Z7 + " 20 " + own + data))))
                .containsExactly("7", "5", "NULL");
        assertThat(Columns.texts(Columns.read("Dynamic", 3, bytes("02" + Z7 + " " + own + data))))
                .containsExactly("7", "5", "NULL");
        assertThat(Columns.texts(Columns.read("Dynamic", 3, bytes("03" + Z7 + " " + own + " 00 01 00 07 08"))))
                .containsExactly("7", "NULL", "8");
    }

    @Test
    void aTypeMayStandInTheSharedVariantBesideItsOwnColumn() {
        Column column = Columns.read(
                "Dynamic",
                3,
                bytes("02" + Z7 + " 01 06 53 74 72 69 6e 67 00" + Z7 + " 00 01 00 03 15 01 62 03 15 01 63 01 61"));
        assertThat(Columns.texts(column)).containsExactly("b", "a", "c");
        assertThat(((DynamicColumn) column).members()).hasSize(1);
    }

    @Test
    void aTypeThatADynamicListsTwiceIsOne() {
        String twice = "02 05 55 49 6e 74 38 05 55 49 6e 74 38";
        Column column = Columns.read("Dynamic", 2, bytes("02" + Z7 + " " + twice + " 00" + Z7 + " 01 01 07 08"));
        assertThat(Columns.texts(column)).containsExactly("7", "8");
        assertThat(((DynamicColumn) column).members()).hasSize(1);

        Column flattened = Columns.read("Dynamic", 4, bytes("03" + Z7 + " " + twice + " 01 00 02 01 07 08 09"));
        assertThat(Columns.texts(flattened)).containsExactly("8", "7", "NULL", "9");
        assertThat(((DynamicColumn) flattened).members()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "00 06 | 01",
                "01 06 | 01 00",
                "02 06 | 01 00 00 00",
                "03 06 | 01 00 00 00 00 00 00 00",
                "00 02 | 01"
            })
    void keysOfADictionaryHaveAnyWidth(String flags, String key) {
        String hex = "01" + Z7 + " " + flags + " 00 00 00 00 00 00 02" + Z7 + " 00 01 61 01" + Z7 + " " + key;
        assertThat(Columns.read("LowCardinality(String)", 1, bytes(hex)).toStrings())
                .containsExactly("a");
    }

    @ParameterizedTest
    @CsvSource({"254, 0", "255, 0", "256, 1", "65534, 1"})
    void keysAreAsWideAsTheDictionaryNeeds(int distinct, int width) {
        short[] values = new short[distinct];
        for (int i = 0; i < distinct; i++) {
            values[i] = (short) (i + 1);
        }
        Column column = new ColumnFactory(Columns.ZONE).column(DataTypes.parse("LowCardinality(Int16)"), values);
        byte[] data = Columns.data(column);
        assertThat(data[8]).isEqualTo((byte) width);
        assertThat(Columns.read("LowCardinality(Int16)", distinct, data).toLongs())
                .isEqualTo(column.toLongs());
    }

    @Test
    void aDeclaredPathThatIsMissingInAValueAloneIsItsDefault() {
        // JSON(a UInt8) with no path at all
        String json = "30 00 80 08 20 01 01 61 01 00 00";
        String hex = "02" + Z7 + " 00 00" + Z7 + " 00 0c " + json + " 00";
        assertThat(Columns.texts(Columns.read("Dynamic", 1, bytes(hex)))).containsExactly("{\"a\":0}");
        String twice = "30 00 80 08 20 01 01 61 01 00 00 02 01 61 07 01 61 08";
        assertThatThrownBy(() -> Columns.read("Dynamic", 1, bytes("02" + Z7 + " 00 00" + Z7 + " 00 12 " + twice)))
                .isInstanceOf(MalformedDataException.class)
                .hasMessageContaining("the path a twice");
    }

    private static String hex(byte[] bytes) {
        return HexFormat.ofDelimiter(" ").formatHex(bytes);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.ofDelimiter(" ").parseHex(hex);
    }
}
