package io.chconnect.types.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.types.DataTypes;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dates and times as the engine writes them, beyond the range of years too. */
class TimeTextTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01",
        "-25567, 1900-01-01",
        "120529, 2299-12-31",
        "800000, 4160-04-29",
        "2932896, 9999-12-31",
        "2932897, 9999-12-31",
        "2147483647, 9999-12-31",
        "-719528, 0000-01-01",
        "-719529, 0000-01-01",
        "-800000, 0000-01-01"
    })
    void dates(long days, String text) {
        assertThat(ValueText.of(DataTypes.parse("Date32"), LocalDate.ofEpochDay(days)))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0, 1970-01-01 00:00:00",
        "0, 4294967295, 2106-02-07 06:28:15",
        "3, -1, 1969-12-31 23:59:59.999",
        "3, -1500, 1969-12-31 23:59:58.500",
        "9, -1, 1969-12-31 23:59:59.999999999",
        "9, 9223372036854775807, 2262-04-11 23:47:16.854775807",
        "9, -9223372036854775808, 1677-09-21 00:12:43.145224192",
        "1, -22089888005, 1899-12-31 23:59:59.5",
        "6, 1577934245123456, 2020-01-02 03:04:05.123456",
        "0, 99999999999, 5138-11-16 09:46:39",
        "0, -99999999999, 0000-01-01 00:00:00",
        "3, 253402300799999, 9999-12-31 23:59:59.999",
        "3, 253402300800001, 9999-12-31 23:59:59.001",
        "3, -62167219200001, 0000-01-01 00:00:00.999",
        "3, -62167219200000, 0000-01-01 00:00:00.000",
        "3, 9223372036854775807, 9999-12-31 23:59:59.807",
        "3, -9223372036854775808, 0000-01-01 00:00:00.192"
    })
    void dateTimes(int precision, long ticks, String text) {
        long scale = Math.round(Math.pow(10, precision));
        Instant instant = Instant.ofEpochSecond(
                Math.floorDiv(ticks, scale), Math.floorMod(ticks, scale) * (1_000_000_000 / scale));
        assertThat(ValueText.of(DataTypes.dateTime64(precision, "UTC"), instant.atZone(ZoneOffset.UTC)))
                .isEqualTo(text);
        assertThat(ValueText.of(
                        DataTypes.array(DataTypes.dateTime64(precision)), List.of(instant.atZone(ZoneOffset.UTC))))
                .isEqualTo("['" + text + "']");
    }

    @Test
    void theLeastDurationHasAText() {
        assertThat(ValueText.of(DataTypes.parse("Time"), Duration.ofSeconds(Long.MIN_VALUE)))
                .isEqualTo("-999:59:59");
    }

    @Test
    void dateTimesAreShownInTheZoneOfTheType() {
        ZonedDateTime time = ZonedDateTime.of(2020, 1, 2, 3, 4, 5, 600_000_000, ZoneOffset.UTC);
        assertThat(ValueText.of(DataTypes.dateTime("Europe/Berlin"), time)).isEqualTo("2020-01-02 04:04:05");
        assertThat(ValueText.of(DataTypes.dateTime64(1, "Asia/Kolkata"), time)).isEqualTo("2020-01-02 08:34:05.6");
        assertThat(ValueText.of(DataTypes.dateTime(), time.withZoneSameInstant(ZoneId.of("Europe/Berlin"))))
                .isEqualTo("2020-01-02 04:04:05");
        assertThat(ValueText.of(DataTypes.dateTime("Mars/Olympus"), time)).isEqualTo("2020-01-02 03:04:05");
        assertThat(ValueText.of(DataTypes.dateTime("Europe/Berlin"), LocalDateTime.of(2020, 1, 2, 3, 4)))
                .isEqualTo("2020-01-02 03:04:00");
    }

    @ParameterizedTest
    @CsvSource({
        "-1, PT12H34M56S, 12:34:56",
        "-1, PT-12H-34M-56S, -12:34:56",
        "-1, PT999H59M59S, 999:59:59",
        "-1, PT-999H-59M-59S, -999:59:59",
        "-1, PT5S, 00:00:05",
        "-1, PT100H, 100:00:00",
        "-1, PT1000H, 999:59:59",
        "-1, PT-1000H, -999:59:59",
        "-1, PT-0.5S, 00:00:00",
        "3, PT-0.5S, -00:00:00.500",
        "3, PT-0.0005S, 00:00:00.000",
        "0, PT1H2M3.5S, 01:02:03",
        "9, PT1H2M3.5S, 01:02:03.500000000",
        "9, PT-999H-59M-59.999999999S, -999:59:59.999999999",
        "3, PT1000H, 999:59:59.000",
        "3, PT-0.001S, -00:00:00.001"
    })
    void times(int precision, Duration value, String text) {
        assertThat(ValueText.of(DataTypes.parse(precision < 0 ? "Time" : "Time64(" + precision + ")"), value))
                .isEqualTo(text);
    }

    @Test
    void untypedTimesHaveAFractionOnlyIfTheyNeedOne() {
        ZonedDateTime whole = ZonedDateTime.of(2020, 1, 1, 10, 0, 0, 0, ZoneOffset.UTC);
        assertThat(ValueText.of(DataTypes.parse("Dynamic"), whole)).isEqualTo("2020-01-01 10:00:00");
        assertThat(ValueText.of(DataTypes.parse("Dynamic"), whole.plusNanos(500_000_000)))
                .isEqualTo("2020-01-01 10:00:00.500000000");
        assertThat(ValueText.of(DataTypes.parse("Dynamic"), whole.toLocalDateTime()))
                .isEqualTo("2020-01-01 10:00:00");
        assertThat(ValueText.of(DataTypes.parse("Dynamic"), Duration.ofSeconds(5)))
                .isEqualTo("00:00:05");
        assertThat(ValueText.of(DataTypes.parse("Dynamic"), Duration.ofMillis(5)))
                .isEqualTo("00:00:00.005000000");
        assertThat(ValueText.of(DataTypes.parse("Variant(DateTime, DateTime64(3))"), whole.plusNanos(500_000_000)))
                .isEqualTo("2020-01-01 10:00:00.500");
        assertThat(ValueText.of(DataTypes.parse("Variant(DateTime, DateTime64(3))"), whole))
                .isEqualTo("2020-01-01 10:00:00");
        assertThat(ValueText.of(DataTypes.parse("Variant(Time, Time64(1))"), Duration.ofMillis(500)))
                .isEqualTo("00:00:00.5");
    }
}
