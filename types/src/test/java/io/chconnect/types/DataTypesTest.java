package io.chconnect.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataTypesTest {
    private static final DataType INT8 = DataTypes.parse("Int8");
    private static final DataType STRING = DataTypes.parse("String");

    @Test
    void whatFactoriesMakeIsWhatParsingItsNameMakes() {
        same(DataTypes.nullable(INT8), "Nullable(Int8)");
        same(DataTypes.lowCardinality(DataTypes.nullable(STRING)), "LowCardinality(Nullable(String))");
        same(DataTypes.array(INT8), "Array(Int8)");
        same(DataTypes.map(STRING, INT8), "Map(String, Int8)");
        same(DataTypes.tuple(INT8, STRING), "Tuple(Int8, String)");
        same(
                DataTypes.tuple(DataTypes.element("a", INT8), DataTypes.element("b c", STRING)),
                "Tuple(a Int8, `b c` String)");
        same(DataTypes.nested(DataTypes.element("a", INT8)), "Nested(a Int8)");
        same(DataTypes.variant(STRING, INT8), "Variant(Int8, String)");
        same(DataTypes.variant(STRING, DataTypes.parse("Nothing"), INT8, STRING), "Variant(Int8, String)");
        same(DataTypes.decimal(18, 4), "Decimal(18, 4)");
        same(DataTypes.fixedString(16), "FixedString(16)");
        same(DataTypes.dateTime(), "DateTime");
        same(DataTypes.dateTime("Europe/Berlin"), "DateTime('Europe/Berlin')");
        same(DataTypes.dateTime64(9), "DateTime64(9)");
        same(DataTypes.dateTime64(3, "UTC"), "DateTime64(3, 'UTC')");
        same(DataTypes.dateTime(""), "DateTime");
        same(DataTypes.dateTime64(3, ""), "DateTime64(3)");
        same(DataTypes.time64(6), "Time64(6)");
        same(DataTypes.enum8("a", "b"), "Enum8('a' = 1, 'b' = 2)");
        same(DataTypes.enum16("it's"), "Enum16('it\\'s' = 1)");
    }

    @Test
    void integersOfAFunctionBeyond64BitsAreFloatingPointNumbersAsInTheServer() {
        String arrays = ", Array(Float64), Array(Float64))";
        DataType type = DataTypes.parse("AggregateFunction(1, sumMapFiltered([-18446744073709551615,"
                + " -9223372036854775809, -9223372036854775808, 18446744073709551615, 18446744073709551616])" + arrays);

        assertThat(type.name())
                .isEqualTo("AggregateFunction(1, sumMapFiltered([-18446744073709552000., -9223372036854776000.,"
                        + " -9223372036854775808, 18446744073709551615, 18446744073709552000.])" + arrays);
    }

    @Test
    void decimalsHaveTheWidthOfTheirPrecision() {
        assertThat(DataTypes.decimal(9, 0).bits()).isEqualTo(32);
        assertThat(DataTypes.decimal(10, 10).bits()).isEqualTo(64);
        assertThat(DataTypes.decimal(18, 0).bits()).isEqualTo(64);
        assertThat(DataTypes.decimal(19, 0).bits()).isEqualTo(128);
        assertThat(DataTypes.decimal(38, 0).bits()).isEqualTo(128);
        assertThat(DataTypes.decimal(39, 0).bits()).isEqualTo(256);
        assertThat(DataTypes.decimal(76, 76).bits()).isEqualTo(256);
    }

    @Test
    void rangesAreChecked() {
        refused(() -> DataTypes.decimal(0, 0), "Decimal(0, 0)");
        refused(() -> DataTypes.decimal(77, 0), "Decimal(77, 0)");
        refused(() -> DataTypes.decimal(5, 6), "Decimal(5, 6)");
        refused(() -> DataTypes.decimal(5, -1), "Decimal(5, -1)");
        refused(() -> DataTypes.fixedString(0), "FixedString(0)");
        refused(() -> DataTypes.dateTime64(10), "10");
        refused(() -> DataTypes.dateTime64(-1), "-1");
        refused(() -> DataTypes.time64(10), "10");
        refused(() -> DataTypes.time64(-1), "-1");
        refused(() -> DataTypes.enum8("a", "a"), "a");
        refused(DataTypes::enum8, "Enum8");
        refused(() -> DataTypes.nullable(DataTypes.array(INT8)), "Nullable");
        refused(() -> DataTypes.lowCardinality(DataTypes.array(INT8)), "LowCardinality");
        refused(() -> DataTypes.map(DataTypes.nullable(STRING), INT8), "Map");
        refused(() -> new DynamicType(-1), "-1");
        refused(() -> new DynamicType(255), "255");
        refused(() -> new JSONType(-1, 0, Map.of(), List.of(), List.of()), "max_dynamic_paths");
        refused(() -> new JSONType(10_001, 0, Map.of(), List.of(), List.of()), "max_dynamic_paths");
        refused(() -> new JSONType(0, -1, Map.of(), List.of(), List.of()), "max_dynamic_types");
        refused(() -> new JSONType(0, 255, Map.of(), List.of(), List.of()), "max_dynamic_types");
        refused(() -> new JSONType(0, 0, Map.of("a.b", INT8), List.of("a"), List.of()), "`a.b`");
        refused(() -> DataTypes.element("", INT8), "empty");
        refused(() -> DataTypes.tuple(DataTypes.element("a", INT8), DataTypes.element("a", STRING)), "`a`");
        refused(() -> DataTypes.nested(DataTypes.element("a", INT8), DataTypes.element("a", STRING)), "`a`");
        refused(DataTypes::nested, "Nested");
        refused(() -> new NestedType(List.of(new TupleType.Element(null, INT8))), "Nested");
        refused(
                () -> new TupleType(List.of(new TupleType.Element("a", INT8), new TupleType.Element(null, INT8))),
                "all elements");
        refused(DataTypes::variant, "Variant");
        refused(() -> DataTypes.variant(DataTypes.parse("Nothing")), "Variant");
    }

    private static void same(DataType made, String name) {
        assertThat(made.name()).isEqualTo(name);
        assertThat(DataTypes.parse(name)).isEqualTo(made).hasSameHashCodeAs(made);
    }

    private static void refused(ThrowingCallable call, String message) {
        assertThatThrownBy(call).isInstanceOf(ConfigurationException.class).hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Int8 | true",
                "Array(Nullable(Int8)) | true",
                "LowCardinality(String) | true",
                "SimpleAggregateFunction(anyLast, String) | true",
                "JSON | true",
                "Nothing | false",
                "SimpleAggregateFunction(any, Nothing) | false",
                "Nullable(Int8) | false",
                "LowCardinality(Nullable(String)) | false",
                "SimpleAggregateFunction(anyLast, Nullable(String)) | false",
                "SimpleAggregateFunction(anyLast, Dynamic) | false",
                "Variant(Int8, String) | false",
                "Dynamic | false",
                "Geometry | false"
            })
    void membersOfAVariantHaveNoNull(String type, boolean held) {
        assertThat(VariantType.mayHold(DataTypes.parse(type))).isEqualTo(held);
    }
}
