package io.chconnect.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each error names the whole name, the position counted from 1, what was found and what was expected. */
class TypeNameErrorsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "Array(Int8            | 11 | expected ',' or ')', found the end",
                "Array Int8            |  7 | expected '(', found 'Int8'",
                "Array()               |  7 | expected a type, found ')'",
                "Array(Int8, Int8)     | 13 | expected ')', found 'Int8'",
                "Array(Int8))          | 12 | expected the end, found ')'",
                "Array('a')            |  7 | expected a type, found the string 'a'",
                "NULL                  |  1 | expected a type, found 'NULL'",
                "`a b`                 |  1 | expected a type, found the name `a b`",
                "8                     |  1 | expected a type, found '8'",
                "Nullable(Array(Int8)) |  1 | Array(Int8) cannot be Nullable",
                "Nullable(Ring)        |  1 | Ring cannot be Nullable",
                "LowCardinality(JSON)  |  1 | LowCardinality is for numbers, strings, Date, DateTime, UUID and addresses, not for JSON",
                "Map(Nullable(Int8), Int8) | 5 | the key of a Map cannot be Nullable(Int8)",
                "Map(Int8)             |  9 | expected ',', found ')'",
                "Tuple(a Int8, Int8)   |  1 | either all elements have a name or none has",
                "Tuple(a Int8, a Int8) | 15 | the element name `a` is there twice",
                "Nested                |  1 | Nested needs at least one element",
                "Nested('a' Int8)      |  8 | expected the name of an element, found the string 'a'",
                "Variant               |  1 | Variant needs at least one type",
                "Variant(Nothing)      |  1 | Variant needs at least one type",
                "Variant(SimpleAggregateFunction(any, Nothing)) | 1 | Variant needs at least one type",
                "Variant(Int8, Dynamic) | 15 | Dynamic cannot be a member of a Variant",
                "Dynamic(5)            |  9 | expected max_types, found '5'",
                "Dynamic(max=5)        |  9 | expected max_types, found 'max'",
                "Dynamic(max_types 5)  | 19 | expected '=', found '5'",
                "Dynamic(max_types=255) | 19 | expected a number of types of at most 254, found 255",
                "Dynamic(max_types=1.5) | 19 | expected a number of types, found '1.5'",
                "Enum8                 |  1 | an enum needs at least one label",
                "Enum8(a = 1)          |  7 | expected a label in quotes, found 'a'",
                "Enum8('a' = 'b')      | 13 | expected a number, found the string 'b'",
                "Enum8('a' = 1.5)      | 13 | expected an integer, found '1.5'",
                "Enum8('a' = 99999)    | 13 | expected a number of -32768 to 32767, found '99999'",
                "Enum8('a' = 128)      |  1 | Enum8 label 'a' has the number 128: expected -128 to 127",
                "Enum8('a' = 1, 'b' = 1) | 1 | Enum8 has the number 1 twice",
                "Enum8('a', 'a')       |  1 | Enum8 has the label 'a' twice",
                "Enum('a', 'b', 'c' = 9) | 1 | expected numbers for all labels, or for none but the first",
                "Decimal(77, 1)        |  9 | expected a precision of at most 76, found 77",
                "Decimal(5, 6)         |  1 | Decimal(5, 6) is not a type: expected a precision of 1 to 76 and a scale of 0 to the precision",
                "Decimal32             | 10 | expected '(', found the end",
                "FixedString(0)        |  1 | FixedString(0) is not a type: expected a length of at least 1",
                "FixedString(16777216) | 13 | expected a length in bytes of at most 16777215, found 16777216",
                "FixedString('a')      | 13 | expected a length in bytes, found the string 'a'",
                "DateTime64('UTC')     | 12 | expected a precision of 0 to 9, found the string 'UTC'",
                "DateTime64(10)        | 12 | expected a precision of at most 9, found 10",
                "DateTime32(3)         | 12 | expected a time zone in quotes, found '3'",
                "Time64(-1)            |  8 | expected a precision, found '-'",
                "Bool(1)               |  6 | expected ')', as Bool has no arguments, found '1'",
                "Float32(1, 2, 3)      | 15 | expected ')', as Float32 takes at most 2 arguments, found '3'",
                "Float32((1))          |  9 | expected a number, found '('",
                "String(x)             |  8 | expected a length, found 'x'",
                "INT(x)                |  5 | expected ')', found 'x'",
                "QBit(String, 8)       |  6 | the elements of a QBit cannot be String",
                "QBit(Float32, 0)      | 15 | a QBit needs at least one element",
                "AggregateFunction(`s()`, INT) | 19 | expected the name of an aggregate function, of letters, digits and underscores, found the name `s()`",
                "JSON(3)               |  6 | expected a path, found '3'",
                "JSON(a)               |  7 | expected a type, found ')'",
                "JSON(a.'b' Int8)      |  8 | expected the next part of the path, found the string 'b'",
                "JSON(foo = 1)         |  6 | expected max_dynamic_paths or max_dynamic_types, found `foo`",
                "JSON(a Int8, a Int8)  | 14 | the path `a` is there twice",
                "JSON(a.b Int8, SKIP a) | 1 | the path `a.b` has a type and is skipped",
                "JSON(max_dynamic_paths=10001) | 24 | expected a number of paths of at most 10000, found 10001",
                "AggregateFunction(3)  | 20 | expected ',', found ')'",
                "AggregateFunction('a') | 19 | expected the name of an aggregate function, found the string 'a'",
                "AggregateFunction(9999999999, sum) | 19 | expected the version of a function, found '9999999999'",
                "AggregateFunction(quantile(a), Int8) | 28 | expected a number or another literal, found 'a'",
                "SimpleAggregateFunction(sum) | 24 | SimpleAggregateFunction needs a function and at least one type",
                "Enum8('a              |  7 | the quote ' is not closed",
                "ENUM8('a' = 1, 'b')   |  1 | expected Enum8, or in other letters numbers for all labels",
                "enum16('a')           |  1 | expected Enum16, or in other letters numbers for all labels",
                "Tuple(`` Int8)        |  7 | a name must not be empty",
                "Int8 /* x             |  6 | the comment is not closed",
                "Int8?                 |  5 | unexpected character '?'",
                "Int8; x               |  5 | unexpected character ';'",
                "Tuple(1a Int8)        |  7 | '1a' is neither a number nor a name",
                "Enum8('\\x4g' = 1)     |  7 | expected UTF-8 bytes of two hexadecimal digits each after \\x",
                "Enum8('\\xff' = 1)     |  7 | expected UTF-8 bytes of two hexadecimal digits each after \\x"
            })
    void messages(String name, int position, String problem) {
        assertThatThrownBy(() -> DataTypes.parse(name))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("Type name \"" + name + "\" is wrong at position " + position + ": " + problem);
    }

    @Test
    void theEmptyNameIsAnError() {
        assertThatThrownBy(() -> DataTypes.parse(""))
                .hasMessage("Type name \"\" is wrong at position 1: expected a type, found the end");
    }

    @Test
    void anUnknownFamilyIsNamedWithItsPlace() {
        assertThatThrownBy(() -> DataTypes.parse("Map(String, Foo(3))"))
                .isInstanceOf(UnsupportedTypeException.class)
                .hasMessage("Type Map(String, Foo(3)), which is not supported: the type family 'Foo' is not known at"
                        + " position 13; check the spelling, or convert the value in the statement, for example with"
                        + " toString");
    }

    @Test
    void aLongNameIsCutInTheMessage() {
        String name = "Array(" + "x".repeat(600) + " y)";
        assertThatThrownBy(() -> DataTypes.parse("Array(" + name))
                .satisfies(failure ->
                        assertThat(failure.getMessage()).hasSizeLessThan(700).contains("…"));
    }

    @Test
    void lengthIsBounded() {
        String longest = "Int8" + " ".repeat((1 << 20) - 4);
        assertThat(DataTypes.parse(longest)).isEqualTo(IntegerType.INT8);
        assertThatThrownBy(() -> DataTypes.parse(longest + " "))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith(
                        "is wrong at position 1048577: expected at most 1048576 characters, found 1048577");
    }

    @Test
    void depthIsBounded() {
        assertThat(DataTypes.parse(nested(299)).name()).isEqualTo(nested(299));
        assertThatThrownBy(() -> DataTypes.parse(nested(300)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageEndingWith("is wrong at position 1801: expected at most 300 types within each other");
        assertThatThrownBy(() -> DataTypes.parse(nested(100_000))).isInstanceOf(ConfigurationException.class);
        assertThat(DataTypes.parse("Tuple(" + "Array(Int8), ".repeat(999) + "Int8)"))
                .isInstanceOfSatisfying(
                        TupleType.class, type -> assertThat(type.elements()).hasSize(1000));
    }

    @Test
    void literalsOfFunctionsAreBoundedInDepth() {
        String fits = "AggregateFunction(f(" + "[".repeat(50) + "]".repeat(50) + "), Int8)";
        assertThat(DataTypes.parse(fits).name()).isEqualTo(fits);
        String deep = "AggregateFunction(f(" + "[".repeat(51) + "]".repeat(51) + "), Int8)";
        assertThatThrownBy(() -> DataTypes.parse(deep))
                .hasMessageContaining("position 71: expected at most 50 literals within each other");
    }

    private static String nested(int arrays) {
        return "Array(".repeat(arrays) + "Int8" + ")".repeat(arrays);
    }
}
