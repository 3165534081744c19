package io.chconnect.types;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.UnsupportedTypeException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Type names against the engine (ClickHouse 26.7.2.1). The files were made by asking it {@code SELECT
 * toTypeName(defaultValueOfTypeName('…'))} with {@code print_pretty_type_names = 0} and every suspicious and experimental
 * type allowed: {@code type-names.tsv} holds what it accepts, with its own text for it; {@code rejected-names.txt} what it
 * refuses. All families and aliases of {@code system.data_type_families} are in it.
 */
class TypeNameCorpusTest {
    @Test
    void namesAreThoseOfTheServer() {
        List<String> mismatches = Resources.lines("type-names.tsv").stream()
                .map(Resources::fields)
                .filter(fields -> !nameOf(fields.get(0)).equals(fields.get(1)))
                .map(fields -> fields.get(0) + " is " + fields.get(1) + ", not " + nameOf(fields.get(0)))
                .toList();
        assertThat(mismatches).isEmpty();
    }

    @Test
    void aCanonicalNameIsParsedToAnEqualType() {
        for (String line : Resources.lines("type-names.tsv")) {
            String name = Resources.fields(line).get(1);
            DataType type = DataTypes.parse(name);
            assertThat(DataTypes.parse(type.name())).isEqualTo(type).hasSameHashCodeAs(type);
            assertThat(type).hasToString(name);
        }
    }

    @Test
    void namesTheServerRefusesAreRefused() {
        List<String> accepted = Resources.lines("rejected-names.txt").stream()
                .map(Resources::unescape)
                .filter(name -> !nameOf(name).contains("Exception: Type "))
                .toList();
        assertThat(accepted).isEmpty();
    }

    /** Refused by the server for reasons that do not matter here: unknown zones, functions and their argument types. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "DateTime('Mars/Olympus')              | DateTime('Mars/Olympus')",
                "AggregateFunction(brandNew, INT)      | AggregateFunction(brandNew, Int32)",
                "AggregateFunction(sum, INT, INT)      | AggregateFunction(sum, Int32, Int32)",
                "AggregateFunction(sumMap, Array(INT)) | AggregateFunction(sumMap, Array(Int32))",
                "SimpleAggregateFunction(sum, INT)     | SimpleAggregateFunction(sum, Int32)",
                "Tuple(null Int8)                      | Tuple(`null` Int8)",
                "JSON(SKIP REGEXP)                     | JSON(SKIP REGEXP)",
                "JSON(SKIP REGEXP.x)                   | JSON(SKIP `REGEXP.x`)",
                "JSON(SKIP REGEXP '[')                 | JSON(SKIP REGEXP '[')"
            })
    void acceptsMoreThanTheServer(String name, String canonical) {
        assertThat(nameOf(name)).isEqualTo(canonical);
    }

    /** Well-formed, but not known here. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Foo",
                "Foo(Int8)",
                "Array(Foo(1, 'x)'))",
                "Tuple(a Int8, b Foo)",
                "int8",
                "Object('json')",
                "INT8 UNSIGNED",
                "NATIONAL"
            })
    void unknownFamiliesAreToldApart(String name) {
        assertThatThrownBy(() -> DataTypes.parse(name))
                .isInstanceOfSatisfying(UnsupportedTypeException.class, failure -> {
                    assertThat(failure.column()).isNull();
                    assertThat(failure.type()).isEqualTo(name);
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"Foo(", "Array(Foo", "Foo)", "Array(Foo))", "Foo(]"})
    void anUnknownFamilyInABrokenNameIsABrokenName(String name) {
        assertThatThrownBy(() -> DataTypes.parse(name)).isInstanceOf(ConfigurationException.class);
    }

    private static String nameOf(String text) {
        try {
            return DataTypes.parse(text).name();
        } catch (ConfigurationException | UnsupportedTypeException e) {
            return e.toString();
        }
    }
}
