package io.chconnect.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.codec.column.Column;
import io.chconnect.error.ConversionException;
import io.chconnect.types.DataTypes;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.CharBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which Java values each type takes, what is stored, and what is refused. */
class ValuesTest {
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 7, 1, 12, 0);

    private enum Color {
        RED,
        GREEN
    }

    @ParameterizedTest
    @CsvSource({
        "Int8, -128, 127",
        "UInt8, 0, 255",
        "Int16, -32768, 32767",
        "UInt16, 0, 65535",
        "Int32, -2147483648, 2147483647",
        "UInt32, 0, 4294967295",
        "Int64, -9223372036854775808, 9223372036854775807",
        "UInt64, 0, 18446744073709551615",
        "Int128, -170141183460469231731687303715884105728, 170141183460469231731687303715884105727",
        "UInt128, 0, 340282366920938463463374607431768211455",
        "Int256, -57896044618658097711785492504343953926634992332820282019728792003956564819968,"
                + " 57896044618658097711785492504343953926634992332820282019728792003956564819967",
        "UInt256, 0, 115792089237316195423570985008687907853269984665640564039457584007913129639935"
    })
    void wholeNumbersFillTheirRangeAndNoMore(String type, BigInteger min, BigInteger max) {
        for (BigInteger value : List.of(min, max, BigInteger.ONE)) {
            assertThat(text(type, value)).isEqualTo(value.toString());
            assertThat(text(type, value.toString())).isEqualTo(value.toString());
            assertThat(text(type, new BigDecimal(value))).isEqualTo(value.toString());
        }
        for (BigInteger value : List.of(min.subtract(BigInteger.ONE), max.add(BigInteger.ONE), max.shiftLeft(70))) {
            assertRefused(type, value, "out of range");
            assertRefused(type, value.toString(), "out of range");
            if (!type.endsWith("128") && !type.endsWith("256")) {
                assertRefused(type, value, "expected " + min + " to " + max);
            }
        }
        assertRefused(type, 1.5, "it is not a whole number");
        assertRefused(type, "x", "it is not a number");
        assertRefused(type, true, "expected a number or text that is one");
        assertThat(text(type, (byte) 7)).isEqualTo("7");
        assertThat(text(type, (short) 7)).isEqualTo("7");
        assertThat(text(type, 7)).isEqualTo("7");
        assertThat(text(type, 7L)).isEqualTo("7");
        assertThat(text(type, 7.0f)).isEqualTo("7");
    }

    @Test
    void numbersOfAbsurdSizeAreRefusedBeforeTheyAreExpanded() {
        assertRefused("Int256", "1e1001", "it is out of range");
        assertRefused("Decimal(76, 0)", "1e-1001", "it is out of range");
        assertRefused("Int256", "1".repeat(1001), "it is out of range");
        assertThat(text("Decimal(76, 0)", "1e75")).isEqualTo("1" + "0".repeat(75));
    }

    @ParameterizedTest
    @CsvSource({
        "'Decimal(9, 2)', 1234567.89",
        "'Decimal(9, 2)', -9999999.99",
        "'Decimal(18, 9)', 999999999.999999999",
        "'Decimal(38, 38)', -0.99999999999999999999999999999999999999",
        "'Decimal(76, 1)', 999999999999999999999999999999999999999999999999999999999999999999999999999.9"
    })
    void decimalsAreExact(String type, BigDecimal value) {
        assertThat(Columns.of(type, value).get(0)).isEqualTo(value);
        assertThat(Columns.of(type, value.toPlainString()).get(0)).isEqualTo(value);
        assertRefused(type, value.scaleByPowerOfTen(1).setScale(value.scale() + 1), "");
        assertRefused(type, value.multiply(new BigDecimal("10.1")), "it has more than");
    }

    @Test
    void digitsThatADecimalDoesNotHaveAreRoundedOnlyByRule() {
        assertRefused("Decimal(9, 2)", new BigDecimal("0.005"), "it has more than 2 digits after the point");
        assertThat(rounded("Decimal(9, 2)", new BigDecimal("0.005"), RoundingMode.HALF_UP))
                .isEqualTo("0.01");
        assertThat(rounded("Decimal(9, 2)", new BigDecimal("0.005"), RoundingMode.DOWN))
                .isEqualTo("0");
        assertThat(text("Decimal(9, 2)", 0.1)).isEqualTo("0.1");
        assertThat(text("Decimal(9, 2)", new BigInteger("7"))).isEqualTo("7");
        assertRefused("Decimal(9, 2)", 10_000_000, "it has more than 9 digits");
        assertRefused("Decimal(9, 2)", Double.NaN, "it is not a number");
    }

    @Test
    void floatsTakeWhatTheyHoldExactly() {
        assertThat(Columns.of(
                                "Float64",
                                0.1f,
                                1,
                                (short) 2,
                                1L << 53,
                                BigInteger.ONE.shiftLeft(1000),
                                new BigDecimal("0.1"))
                        .toDoubles())
                .containsExactly(0.1f, 1, 2, 0x1p53, 0x1p1000, 0.1);
        assertThat(Columns.of("Float32", 0.1, 0.1f, 16_777_216, "0.25", "nan", "-inf", "inf")
                        .asFloats())
                .containsExactly(
                        0.1f, 0.1f, 16_777_216f, 0.25f, Float.NaN, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY);
        assertThat(Columns.of("BFloat16", 1.5, "-Infinity", "Infinity", "NaN", 3)
                        .asFloats())
                .containsExactly(1.5f, Float.NEGATIVE_INFINITY, Float.POSITIVE_INFINITY, Float.NaN, 3f);
        assertRefused("Float64", (1L << 53) + 1, "it has more digits than the type holds");
        assertRefused("Float64", BigInteger.ONE.shiftLeft(1024), "it has more digits than the type holds");
        assertRefused("Float64", "1e400", "it is out of range");
        assertRefused("Float64", "x", "it is not a number");
        assertRefused("Float64", new Object(), "expected a number");
        assertRefused("Float32", 0.10000000001, "it has more digits than the type holds");
        assertRefused("Float32", 1e39, "it is out of range");
        assertRefused("Float32", 16_777_217, "it has more digits than the type holds");
        assertRefused("BFloat16", 1.001f, "it has more digits than the type holds");
        assertRefused("BFloat16", 0.1f, "it has more digits than the type holds");
    }

    @Test
    void boolsAreTrueFalseOneOrZero() {
        assertThat(Columns.of("Bool", true, false, 1, 0, 1L, "true", "false", BigInteger.ONE, 1.0)
                        .toObjects())
                .containsExactly(true, false, true, false, true, true, false, true, true);
        assertThat(Columns.of("Bool", true).getLong(0)).isEqualTo(1);
        assertRefused("Bool", 2, "expected a Boolean, 0 or 1");
        assertRefused("Bool", -1, "expected a Boolean, 0 or 1");
        assertRefused("Bool", "TRUE", "expected the text true or false");
        assertRefused("Bool", new Object(), "expected a Boolean, 0 or 1");
        assertThat(Columns.read("Bool", 2, new byte[] {0, 5}).toObjects()).containsExactly(false, true);
    }

    @Test
    void enumsTakeLabelsConstantsAndNumbers() {
        String type = "Enum8('RED' = -1, 'GREEN' = 5)";
        Column column = Columns.of(type, "RED", Color.GREEN, -1, CharBuffer.wrap("GREEN"), 5L);
        assertThat(column.toStrings()).containsExactly("RED", "GREEN", "RED", "GREEN", "GREEN");
        assertThat(column.toLongs()).containsExactly(-1, 5, -1, 5, 5);
        assertRefused(type, "BLUE", "there is no such label");
        assertRefused(type, 4, "no label has this number");
        assertRefused(type, (1L << 32) + 5, "no label has this number");
        assertRefused(type, true, "expected a label, a Java enum constant or a number");
        Column unknown = Columns.read(type, 1, new byte[] {9});
        assertThatThrownBy(() -> unknown.get(0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("the number 9 has no label");
        assertThat(unknown.getLong(0)).isEqualTo(9);
    }

    @Test
    void textsAreUtf8AndBytesAreKept() {
        Column column = Columns.of("String", "\u00e9\ud83d\ude00", CharBuffer.wrap("b"), new byte[] {-1, 0});
        assertThat(column.get(0)).isEqualTo("\u00e9\ud83d\ude00");
        assertThat(column.get(1)).isEqualTo("b");
        assertThat(column.getText(2)).isEqualTo("\\xFF\0");
        assertThatThrownBy(() -> column.get(2))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("a value of 2 bytes is not UTF-8 text");
        assertThat(Columns.of("String", "\ufffd").get(0)).isEqualTo("\ufffd");
        assertRefused("String", "a\ud83d", "it has an unpaired surrogate");
        assertRefused("String", "x".repeat(65) + "\ud83d", "it has an unpaired surrogate");
        assertRefused("String", 7, "expected a String or a byte[]");
    }

    @Test
    void fixedStringsArePaddedButNeverCut() {
        Column column = Columns.of("FixedString(3)", "a", "\u00e9a", new byte[] {0, 0, 1}, new byte[0], "abc");
        assertThat(column.toObjects()).containsExactly("a", "\u00e9a", "\0\0\1", "", "abc");
        assertRefused("FixedString(3)", "abcd", "it has 4 bytes in UTF-8");
        assertRefused("FixedString(3)", "\u00e9\u00e9", "it has 4 bytes in UTF-8");
        assertRefused("FixedString(3)", new byte[2], "a byte[] of length 2 does not match");
        assertRefused("FixedString(3)", new byte[4], "a byte[] of length 4 does not match");
        assertRefused("FixedString(3)", 7, "expected a String or a byte[]");
    }

    @Test
    void uuidsComeAsTextToo() {
        UUID uuid = UUID.fromString("f0112233-4455-6677-8899-aabbccddeeff");
        assertThat(Columns.of("UUID", uuid, uuid.toString(), uuid.toString().replace("-", ""))
                        .toObjects())
                .containsOnly(uuid);
        assertRefused("UUID", "f0112233-4455-6677-8899-aabbccddee", "expected 32 hexadecimal digits");
        assertRefused("UUID", "f011-22334455-6677-8899-aabbccddeeff", "expected 32 hexadecimal digits");
        assertRefused("UUID", 1, "expected a UUID or text");
    }

    @ParameterizedTest
    @CsvSource({
        "::, ::",
        "::1, ::1",
        "1::, 1::",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "1:2:3:4:5:6:7:8, 1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:192.0.2.33, 1:2:3:4:5:6:c000:221",
        "::ffff:192.0.2.1, ::ffff:192.0.2.1",
        "192.0.2.1, ::ffff:192.0.2.1",
        "1:2:3:4:5:6:7::, 1:2:3:4:5:6:7:0",
        "FE80::A, fe80::a"
    })
    void ipv6AddressesAreParsed(String text, String canonical) {
        assertThat(text("IPv6", text)).isEqualTo(canonical);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                ":::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                "12345::",
                "g::",
                "::1::",
                "1.2.3",
                "::1.2.3",
                "1::2:3:4:5:6:7:8",
                ":1",
                "1:"
            })
    void whatIsNoIpv6AddressIsRefused(String text) {
        assertRefused("IPv6", text, "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "1.2.3", "1.2.3.4.5", "1.2.3.256", "1.2.3.-1", "1.2.3.", "1.2.3.x", "01.2.3.1000", "::1"})
    void whatIsNoIpv4AddressIsRefused(String text) {
        assertRefused("IPv4", text, "expected four numbers of 0 to 255");
    }

    @Test
    void addressesKeepTheirFamily() throws UnknownHostException {
        InetAddress four = InetAddress.getByAddress(new byte[] {(byte) 192, 0, 2, (byte) 255});
        assertThat(Columns.of("IPv4", four, "192.0.2.255").toObjects()).containsOnly(four);
        assertThat(text("IPv6", four)).isEqualTo("::ffff:192.0.2.255");
        InetAddress six =
                InetAddress.getByAddress(new byte[] {0x20, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xfe});
        assertThat(Columns.of("IPv6", six).get(0)).isEqualTo(six);
        assertThat(Columns.of("IPv6", "::ffff:1.2.3.4").get(0)).isInstanceOf(java.net.Inet6Address.class);
        assertRefused("IPv4", six, "expected an Inet4Address");
        assertRefused("IPv4", 5, "expected an Inet4Address");
        assertRefused("IPv6", 5, "expected an Inet6Address, an Inet4Address or text");
        assertNoLong(Columns.of("IPv4", four), "an address is not a number");
    }

    @ParameterizedTest
    @CsvSource({"Date, 1970-01-01, 2149-06-06", "Date32, 1900-01-01, 2299-12-31"})
    void datesFillTheirRangeAndNoMore(String type, LocalDate min, LocalDate max) {
        assertThat(Columns.of(type, min, max, "2026-02-28").toObjects())
                .containsExactly(min, max, LocalDate.of(2026, 2, 28));
        assertRefused(type, min.minusDays(1), "it is out of range, expected " + min + " to " + max);
        assertRefused(type, max.plusDays(1), "it is out of range");
        assertRefused(type, "2026-2-28", "expected the form 2026-01-31");
        assertRefused(type, "2026-02-30", "expected the form 2026-01-31");
        assertRefused(type, NOON, "expected a LocalDate or text");
        assertNoLong(Columns.of(type, min), "a date is not a number");
    }

    @Test
    void pointsInTimeKeepTheirInstant() {
        Instant noon = NOON.atZone(Columns.ZONE).toInstant();
        Column column = Columns.of(
                "DateTime",
                noon,
                NOON,
                NOON.atZone(Columns.ZONE),
                noon.atOffset(ZoneOffset.ofHours(-5)),
                "2026-07-01 12:00:00",
                "2026-07-01T12:00:00",
                "2026-07-01 12:00:00Z",
                "2026-07-01T12:00:00+02:00");
        assertThat(column.get(0)).isEqualTo(ZonedDateTime.of(NOON, Columns.ZONE));
        assertThat(column.asInts()).containsOnly((int) noon.getEpochSecond(), (int) noon.getEpochSecond() + 7200);
        assertThat(column.asInts()[6] - column.asInts()[5]).isEqualTo(7200);
        assertThat(column.asInts()[7]).isEqualTo(column.asInts()[0]);
        assertThat(((ZonedDateTime) java.util.Objects.requireNonNull(
                                Columns.of("DateTime('Asia/Kathmandu')", NOON).get(0)))
                        .toLocalDateTime())
                .isEqualTo(NOON);
        assertNoLong(column, "a point in time is not a number");
    }

    @Test
    void wallTimesFollowTheRulesOfTheZone() {
        assertRefused(
                "DateTime",
                LocalDateTime.of(2026, 3, 29, 2, 30),
                "this wall time does not exist in the zone Europe/Berlin");
        assertThat(Columns.of("DateTime", LocalDateTime.of(2026, 10, 25, 2, 30)).asInts()[0])
                .isEqualTo((int) OffsetDateTime.of(2026, 10, 25, 2, 30, 0, 0, ZoneOffset.ofHours(2))
                        .toEpochSecond());
    }

    @Test
    void dateTimesFillTheirRangeAndNoMore() {
        assertThat(Columns.of("DateTime", Instant.EPOCH, Instant.ofEpochSecond(4294967295L))
                        .asInts())
                .containsExactly(0, -1);
        assertRefused("DateTime", Instant.ofEpochSecond(-1), "it is out of range");
        assertRefused("DateTime", Instant.ofEpochSecond(4294967296L), "it is out of range");
        assertRefused("DateTime", Instant.ofEpochMilli(1), "its fraction has more digits than the type");
        assertRefused("DateTime", "yesterday", "expected the form 2026-01-31 12:30:00");
        assertRefused("DateTime", LocalDate.EPOCH, "expected an Instant, ZonedDateTime");
    }

    @Test
    void ticksAreExactBeforeAndAfter1970() {
        for (int precision = 0; precision <= 9; precision++) {
            String type = "DateTime64(" + precision + ", 'UTC')";
            long nanos = BigDecimal.TEN.pow(9 - precision).longValueExact();
            for (long ticks : new long[] {-1, 0, 1, 999_999_999, -1_000_000_001}) {
                Instant instant = Instant.ofEpochSecond(0)
                        .plusSeconds(Math.floorDiv(ticks, 1_000_000_000 / nanos))
                        .plusNanos(Math.floorMod(ticks, 1_000_000_000 / nanos) * nanos);
                Column column = Columns.of(type, instant);
                assertThat(column.asLongs()).as(type).containsExactly(ticks);
                assertThat(((ZonedDateTime) java.util.Objects.requireNonNull(column.get(0))).toInstant())
                        .isEqualTo(instant);
            }
        }
        Instant first = Instant.ofEpochSecond(-9223372037L, 145224192);
        assertThat(Columns.of("DateTime64(9)", first).asLongs()).containsExactly(Long.MIN_VALUE);
        assertRefused("DateTime64(9)", first.minusNanos(1), "it is out of range");
        Instant last = Instant.ofEpochSecond(9223372036L, 854775807);
        assertThat(Columns.of("DateTime64(9)", last).asLongs()).containsExactly(Long.MAX_VALUE);
        assertRefused("DateTime64(9)", last.plusNanos(1), "it is out of range");
        assertRefused("DateTime64(3)", Instant.ofEpochSecond(0, 1), "its fraction has more digits than the type");
        assertThat(rounded("DateTime64(3, 'UTC')", Instant.ofEpochSecond(-1, 999_500_000), RoundingMode.HALF_DOWN))
                .isEqualTo("1970-01-01 00:00:00.000");
        assertThat(rounded("DateTime64(3, 'UTC')", Instant.ofEpochSecond(-1, 999_500_000), RoundingMode.FLOOR))
                .isEqualTo("1969-12-31 23:59:59.999");
        assertThat(rounded("DateTime64(3, 'UTC')", Instant.ofEpochSecond(1, 600_000), RoundingMode.HALF_UP))
                .isEqualTo("1970-01-01 00:00:01.001");
        Column beyond = Columns.read("DateTime64(0)", 1, new byte[] {-1, -1, -1, -1, -1, -1, -1, 127});
        assertThatThrownBy(() -> beyond.get(0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Java has no such time");
    }

    @ParameterizedTest
    @CsvSource({
        "UTC, Z",
        "Etc/GMT+0, Z",
        "Fixed/UTC+00:00:00, Z",
        "Fixed/UTC+05:30:15, +05:30:15",
        "Fixed/UTC-01:00:00, -01:00",
        "Asia/Kathmandu, +05:45"
    })
    void zonesAreKnownByTheServersNames(String zone, String offset) {
        ZonedDateTime time = (ZonedDateTime)
                java.util.Objects.requireNonNull(Columns.of("DateTime('" + zone + "')", NOON.toInstant(ZoneOffset.UTC))
                        .get(0));
        assertThat(time.getOffset()).isEqualTo(ZoneOffset.of(offset));
        assertThat(Zones.ofServer(zone).getRules().getOffset(NOON)).isEqualTo(ZoneOffset.of(offset));
    }

    @Test
    void aZoneThatJavaDoesNotKnowIsUnsupported() {
        assertThatThrownBy(() -> Columns.of("DateTime('Mars/Olympus')", NOON))
                .isInstanceOf(io.chconnect.error.UnsupportedTypeException.class)
                .hasMessageContaining("this JVM's time zone data has no zone of that name");
        assertThat(Zones.ofServer("Fixed/UTC+99:00:00")).isEqualTo(ZoneId.of("UTC"));
        assertThat(Zones.ofServer(null)).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void timesFillTheirRangeAndNoMore() {
        Duration last = Duration.ofHours(999).plusMinutes(59).plusSeconds(59);
        assertThat(Columns.of("Time", last, last.negated(), LocalTime.of(1, 2, 3), "-000:00:01", "12:30:00")
                        .asInts())
                .containsExactly(3599999, -3599999, 3723, -1, 45000);
        assertThat(Columns.of("Time", last.negated()).get(0)).isEqualTo(last.negated());
        assertRefused("Time", last.plusSeconds(1), "it is out of range, expected \u00b1999:59:59");
        assertRefused("Time", last.negated().minusSeconds(1), "it is out of range");
        assertRefused("Time", Duration.ofMillis(1), "its fraction has more digits than the type");
        assertRefused("Time", "1000:00:00", "expected a Duration");
        assertRefused("Time", "12:60:00", "expected a Duration");
        assertRefused("Time", 5, "expected a Duration");
        assertThat(Columns.of("Time64(9)", last.plusNanos(999_999_999), "0:00:00.5", LocalTime.ofNanoOfDay(7))
                        .asLongs())
                .containsExactly(3599999_999999999L, 500_000_000, 7);
        assertThat(Columns.of("Time64(2)", Duration.ofMillis(-10)).get(0)).isEqualTo(Duration.ofMillis(-10));
        assertThat(rounded("Time", Duration.ofMillis(1500), RoundingMode.UP)).isEqualTo("00:00:02");
        assertNoLong(Columns.of("Time", last), "a time is not a number");
    }

    @Test
    void intervalsHaveTheUnitOfTheirType() {
        Column column = Columns.of("IntervalWeek", new Interval(-3, IntervalUnit.WEEK), 4, new BigInteger("5"));
        assertThat(column.get(0)).isEqualTo(new Interval(-3, IntervalUnit.WEEK));
        assertThat(column.toLongs()).containsExactly(-3, 4, 5);
        assertRefused("IntervalWeek", new Interval(1, IntervalUnit.DAY), "its unit is DAY");
        assertRefused("IntervalWeek", "1", "expected an Interval or a whole number");
    }

    private static String text(String type, Object value) {
        return Columns.again(Columns.of(type, value)).getText(0);
    }

    private static String rounded(String type, Object value, RoundingMode rounding) {
        return new ColumnFactory(Columns.ZONE, rounding)
                .column(DataTypes.parse(type), List.of(value))
                .getText(0);
    }

    private static void assertRefused(String type, Object value, String problem) {
        assertThatThrownBy(() -> Columns.of(type, value))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining("Row 0");
    }

    private static void assertNoLong(Column column, String problem) {
        assertThatThrownBy(() -> column.getLong(0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(problem);
    }
}
