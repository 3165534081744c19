package io.chconnect.types.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConversionException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JSONParserTest {
    @Test
    void valuesAreJavaObjects() {
        assertThat(
                        JSONParser.object(
                                " {\"s\":\"x\", \"t\" : true,\"f\":false\n,\"n\":null,\t\"l\":[1, [] ,{}]\r,\"o\":{\"a\":{}}} "))
                .isEqualTo(map(
                        "s",
                        "x",
                        "t",
                        true,
                        "f",
                        false,
                        "n",
                        null,
                        "l",
                        List.of(1L, List.of(), Map.of()),
                        "o",
                        Map.of("a", Map.of())));
        assertThat(JSONParser.object("{ }")).isEmpty();
        assertThat(JSONParser.object("{\"b\":1,\"a\":2}").keySet()).containsExactly("b", "a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "7", "-12", "999999999999999999", "9223372036854775807", "-9223372036854775808"})
    void wholeNumbersAreLongs(String number) {
        assertThat(value(number)).isEqualTo(Long.parseLong(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"9223372036854775808", "-9223372036854775809", "18446744073709551615", "100000000000000000000"})
    void largeWholeNumbersAreBigIntegers(String number) {
        assertThat(value(number)).isEqualTo(new BigInteger(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.5",
                "-0.0",
                "1e3",
                "1E-3",
                "2.5e+10",
                "0.1",
                "1.7976931348623157e308",
                "12345678901234.5",
                "0.30000000000000004"
            })
    void fractionsAreDoubles(String number) {
        assertThat(value(number)).isEqualTo(Double.parseDouble(number));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0.1234567890123456789", "1e400", "1e-400000000", "1e-400", "1.2345e-320", "1234567890123456.789"
            })
    void fractionsThatADoubleWouldCutAreBigDecimals(String number) {
        assertThat(value(number)).isEqualTo(new BigDecimal(number));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a | a",
                "\\\" \\\\ \\/ | \" \\ /",
                "\\u0041\\u00e9\\uD83D\\ude00 | A\u00e9\ud83d\ude00",
                "x\\u0041y | xAy"
            })
    void stringsAreUnescaped(String text, String value) {
        assertThat(value("\"" + text + "\"")).isEqualTo(value);
    }

    @Test
    void controlCharactersAreEscaped() {
        assertThat(value("\"\\b\\f\\n\\r\\t\"")).isEqualTo("\b\f\n\r\t");
        assertThat(value("\" \u007f\"")).isEqualTo(" \u007f");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[1] | expected an object at character 1",
                "x | expected an object at character 1",
                "~~ | expected more at character 1",
                "{ | expected more at character 2",
                "{} x | expected the end at character 4",
                "{a:1} | expected '\"' at character 2",
                "{\"a\" 1} | expected ':' at character 6",
                "{\"a\":1 \"b\":2} | expected ',' or '}' at character 8",
                "{\"a\":1,} | expected '\"' at character 8",
                "{\"a\":[1 2]} | expected ',' or ']' at character 9",
                "{\"a\":[1,]} | expected a value at character 9",
                "{\"a\":tru} | expected a value at character 6",
                "{\"a\":nul} | expected a value at character 6",
                "{\"a\":fals} | expected a value at character 6",
                "{\"a\":01} | expected a number without leading zeros at character 6",
                "{\"a\":-} | expected a value at character 7",
                "{\"a\":1.} | expected a value at character 8",
                "{\"a\":1e} | expected a value at character 8",
                "{\"a\":1e+} | expected a value at character 9",
                "{\"a\":.5} | expected a value at character 6",
                "{\"a\":1e99999999999} | expected an exponent of fewer digits",
                "{\"a\":\"\\x\"} | expected an escape at character 8",
                "{\"a\":\"\\u12g4\"} | expected four hexadecimal digits at character 11",
                "{\"a\":\"\\u12\u00e94\"} | expected four hexadecimal digits at character 11",
                "{\"a\":\"x} | expected more at character 9",
                "{\"a\":1,\"a\":2} | expected another name than a, which stands there already, at character 8",
                "{\"a\":{},\"a\":{}} | expected another name than a",
                "{\"a\":1,\"a.b\":2,\"a\":{\"b\":3}} | expected another name than a"
            })
    void errorsSayWhatIsMissingAndWhere(String text, String problem) {
        assertThatThrownBy(() -> JSONParser.object(text))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void controlCharactersWithinStringsAreErrors() {
        assertThatThrownBy(() -> value("\"a\nb\""))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected a character of a string at character 8");
        assertThatThrownBy(() -> value("\"\\t\u001f\""))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected a character of a string at character 9");
    }

    @Test
    void aNameThatIsValueAndObjectKeepsBoth() {
        assertThat(JSONParser.object("{\"a\":1,\"a\":{\"b\":2,\"c\":{\"d\":3}}}"))
                .isEqualTo(map("a", 1L, "a.b", 2L, "a.c", Map.of("d", 3L)));
        assertThat(JSONParser.object("{\"a\":{\"b\":2},\"a\":null}")).isEqualTo(map("a", null, "a.b", 2L));
    }

    @Test
    void depthAndDigitsAreBounded() {
        String deep = "[".repeat(499);
        assertThat(value(deep + "]".repeat(499))).isInstanceOf(List.class);
        assertThatThrownBy(() -> value(deep + "[" + "]".repeat(500)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected at most 500 values within each other");
        assertThat(value("1".repeat(1000))).isEqualTo(new BigInteger("1".repeat(1000)));
        assertThatThrownBy(() -> value("1".repeat(1001)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("expected a number of at most 1000 digits");
        assertThat(value(Arrays.asList(1L, 2L) + "")).isEqualTo(List.of(1L, 2L));
    }

    private static Object value(String text) {
        return JSONParser.object("{\"a\":" + text + "}").get("a");
    }

    private static Map<String, Object> map(Object... namesAndValues) {
        Map<String, Object> map = new java.util.LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
