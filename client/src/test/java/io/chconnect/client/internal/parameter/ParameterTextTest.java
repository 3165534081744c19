package io.chconnect.client.internal.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParameterTextTest {
    @Test
    void textsAreEscapedOnceAtEveryLevel() {
        assertThat(ParameterText.of("String", "a\\b\t'\n")).isEqualTo("a\\\\b\\t\\'\\n");
        assertThat(ParameterText.of("Array(String)", List.of("a\\b\t'"))).isEqualTo("['a\\\\b\\t\\'']");
        assertThat(ParameterText.of("Identifier", "a`b\\")).isEqualTo("a`b\\");
    }

    @Test
    void nullIsWrittenAsItsPlaceWantsIt() {
        assertThat(ParameterText.of("Nullable(String)", null)).isEqualTo("\\N");
        assertThat(ParameterText.of("Array(Nullable(Int8))", Arrays.asList(1, null)))
                .isEqualTo("[1,NULL]");
        assertThat(ParameterText.of(null, null)).isEqualTo("\\N");
    }

    @Test
    void bytesThatAreNoTextAreWrittenOneByOne() {
        assertThat(ParameterText.of("String", new byte[] {0, 'a', (byte) 0xFF})).isEqualTo("\\x00\\x61\\xFF");
        assertThat(ParameterText.of("String", new byte[] {'a', 'b'})).isEqualTo("ab");
    }

    @Test
    void instantsAreSecondsWhateverTheZones() {
        assertThat(ParameterText.of("DateTime('Europe/Berlin')", Instant.ofEpochSecond(5)))
                .isEqualTo("0000000005");
        assertThat(ParameterText.of("DateTime64(3)", Instant.ofEpochMilli(1_500)))
                .isEqualTo("0000000001.500");
        assertThat(ParameterText.of("DateTime64(3)", Instant.ofEpochMilli(-1_500)))
                .isEqualTo("-1.500");
        assertThat(ParameterText.of("DateTime64(0)", Instant.ofEpochSecond(-7))).isEqualTo("-7");
        assertThat(ParameterText.of("DateTime64(3, 'UTC')", Instant.ofEpochMilli(-1)))
                .isEqualTo("1969-12-31 23:59:59.999");
        assertThatThrownBy(() -> ParameterText.of("DateTime64(3)", Instant.ofEpochMilli(-1)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("zone");
    }

    @Test
    void wallTimesWithoutAZoneStayWallTimes() {
        LocalDateTime time = LocalDateTime.of(2011, 12, 30, 12, 0, 0, 120_000_000);
        TimeZone before = TimeZone.getDefault();
        try {
            // The day that Apia left out.
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            assertThat(ParameterText.of("DateTime64(2)", time)).isEqualTo("2011-12-30 12:00:00.12");
        } finally {
            TimeZone.setDefault(before);
        }
        assertThatThrownBy(() -> ParameterText.of("DateTime64(1)", time)).isInstanceOf(ConversionException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"5", "true", "NULL", "[1]", "'x'", "-1", "nan"})
    void theServerMustNotGuessTheTypeOfAValue(String value) {
        assertThatThrownBy(() -> ParameterText.of("Variant(String, UInt8)", value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("{name:Array(");
    }

    @Test
    void valuesWithoutAPlaceholderAreSentWhenTheirTextIsObvious() {
        assertThat(ParameterText.of(null, 5)).isEqualTo("5");
        assertThat(ParameterText.of("FutureType(7)", "a\tb")).isEqualTo("a\\tb");
        assertThatThrownBy(() -> ParameterText.of(null, new Object())).isInstanceOf(ConversionException.class);
    }

    @Test
    void valuesInOrderSkipThoseWithNames() {
        String sql = "SELECT {a:Int8}, {b:String}, {a:Int8}, {c:Int8}";

        assertThat(ParameterBinding.bind(sql, Map.of("b", "x"), List.of(1, 2)))
                .isEqualTo(Map.of("a", "1", "b", "x", "c", "2"));
        assertThatThrownBy(() -> ParameterBinding.bind(sql, Map.of(), List.of(1, 2)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("[a, b, c]");
    }
}
