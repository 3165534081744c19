package io.chconnect.conformance.defects;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.value.Interval;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet6Address;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@ClickHouseServerTest
@Timeout(60)
class ScalarDefectsTest {
    private Probe probe;

    @BeforeEach
    void open(ClickHouseServer server) {
        probe = new Probe(server, "scalar_defects");
    }

    @AfterEach
    void close() {
        probe.close();
    }

    private void refused(String type, @Nullable Object value, String part) {
        assertThatThrownBy(() -> probe.written(type, "v", value))
                .as("%s in %s", value, type)
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining(part);
    }

    @Test
    void noNumberIsMadeWholeOrZero() {
        refused("Int32", 1.5, "1.5");
        refused("Int32", Double.NaN, "NaN");
        refused("Int64", Double.POSITIVE_INFINITY, "Infinity");
        refused("UInt8", -1, "-1");
        refused("UInt64", new BigInteger("18446744073709551616"), "18446744073709551616");
        assertThat(probe.written("Int32", "v", 2.0, "3", new BigDecimal("4.00"), new BigInteger("5")))
                .containsExactly(2, 3, 4, 5);
    }

    @Test
    void eachValueIsTakenByItsOwnClassAndNotByThatOfTheFirst() {
        assertThat(probe.written("Nullable(Float64)", "v", null, "2", "5.32", 7, 1.5f))
                .isEqualTo(Arrays.asList(null, 2.0, 5.32, 7.0, 1.5));
        assertThat(probe.written("String", "hex(v)", "a", new byte[] {(byte) 0xFF}, "", new byte[0]))
                .containsExactly("61", "FF", "", "");
    }

    @Test
    void unsignedNumbersStayUnsigned() {
        assertThat(probe.value("SELECT toUInt64('9523372036854775807')"))
                .isEqualTo(new BigInteger("9523372036854775807"));
        assertThat(probe.written("UInt64", "toString(v)", new BigInteger("9523372036854775807")))
                .containsExactly("9523372036854775807");
    }

    @Test
    void nullsOfWideIntegersAreNull() {
        assertThat(probe.written("Nullable(Int256)", "v", null, BigInteger.TWO))
                .isEqualTo(Arrays.asList(null, BigInteger.TWO));
    }

    @Test
    void aFloatIsWrittenFromADoubleThatSaysTheSame() {
        assertThat(probe.written("Float32", "toString(v)", 0.1, 0.1f, Double.NaN))
                .containsExactly("0.1", "0.1", "nan");
        refused("Float32", 0.1234567890123, "0.1234567890123");
    }

    @Test
    void aBFloat16IsNeverCutInSilenceAndKeepsNaN() {
        assertThat(probe.value("SELECT toBFloat16(3.141592)")).isEqualTo(3.140625f);
        assertThat(probe.value("SELECT toBFloat16(-2.7182817)")).isEqualTo(-2.703125f);
        refused("BFloat16", 3.141592, "3.141592");
        assertThat(probe.written("Nullable(BFloat16)", "toString(v)", Float.NaN, Float.POSITIVE_INFINITY, 3.140625f))
                .containsExactly("nan", "inf", "3.140625");
    }

    @Test
    void aDecimalIsNotRoundedOutOfItsRange() {
        refused("Decimal(9, 2)", new BigDecimal("9999999.999"), "9999999.999");
        refused("Decimal(9, 2)", new BigDecimal("10000000"), "10000000");
        assertThat(probe.written("Decimal(10, 2)", "toString(v)", 0.29, 1.1f, "7.25", -3))
                .containsExactly("0.29", "1.1", "7.25", "-3");
    }

    @Test
    void wideDecimalsKeepAllDigits() {
        String digits = "-1234567890123456789012345678901234567890123456.789";
        assertThat(probe.value("SELECT toDecimal256('" + digits + "', 3)")).isEqualTo(new BigDecimal(digits));
        assertThat(probe.written("Decimal(76, 3)", "toString(v)", new BigDecimal(digits)))
                .containsExactly(digits);
    }

    @Test
    void nullIsNoBool() {
        refused("Bool", null, "NULL");
        refused("Bool", "yes", "yes");
        refused("Bool", 2, "2");
    }

    @Test
    void anUnknownLabelIsRefused() {
        refused("Enum8('a' = 1, 'b' = 0)", "c", "c");
        refused("Enum8('a' = 1, 'b' = 0)", 5, "5");
        assertThat(probe.written("Nullable(Enum8('a' = 1, 'b' = 0))", "v", "a", null, "b"))
                .isEqualTo(Arrays.asList("a", null, "b"));
        assertThat(probe.value("SELECT CAST(-5, 'Enum16(\\'x\\\\\\'y, (z) = 1\\' = -5, \\'b\\' = 2)')"))
                .isEqualTo("x'y, (z) = 1");
    }

    @Test
    void bytesThatAreNoTextStayBytes() {
        byte[] bytes = probe.client()
                .query("SELECT unhex('FF61')")
                .firstRow()
                .orElseThrow()
                .getBytes(0);
        assertThat(bytes).isEqualTo(new byte[] {(byte) 0xFF, 'a'});
        assertThat(probe.written("String", "hex(v)", (Object) bytes)).containsExactly("FF61");
        assertThatThrownBy(() -> probe.value("SELECT unhex('FF61')"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("not UTF-8");
        refused("String", 0, "0");
        refused("String", null, "NULL");
    }

    @Test
    void aFixedStringCountsItsBytes() {
        refused("FixedString(3)", "\ud83d\ude00", "4");
        refused("FixedString(3)", new byte[] {1, 2}, "2");
        assertThat(probe.written("FixedString(4)", "hex(v)", "", "a", "\ud83d\ude00", new byte[] {0, 1, 2, 3}))
                .containsExactly("00000000", "61000000", "F09F9880", "00010203");
        assertThat(probe.written("Array(FixedString(2))", "hex(v[1])", List.of("a")))
                .containsExactly("6100");
        assertThat(probe.written("LowCardinality(FixedString(2))", "hex(v)", "", "a"))
                .containsExactly("0000", "6100");
    }

    @Test
    void anIdMayHaveDashesOrNone() {
        String id = "61f0c404-5cb3-11e7-907b-a6006ad3dba0";
        assertThat(probe.written("LowCardinality(UUID)", "toString(v)", id, id.replace("-", "")))
                .containsExactly(id, id);
    }

    @Test
    void addressesAreWhole() {
        refused("IPv4", "192.168.1", "192.168.1");
        refused("IPv6", "2001:zz", "2001:zz");
        assertThat(probe.value("SELECT toIPv6('::ffff:1.2.3.4')")).isInstanceOf(Inet6Address.class);
        assertThat(probe.written("IPv6", "toString(v)", "1.2.3.4", "::", "::1.2.3.4", "2001:db8::1"))
                .containsExactly("::ffff:1.2.3.4", "::", "::1.2.3.4", "2001:db8::1");
    }

    @Test
    void datesAreThoseOfTheServerToTheEndOfTheirRanges() {
        assertThat(probe.written(
                        "Date", "toString(v)", LocalDate.EPOCH, LocalDate.of(2088, 2, 29), LocalDate.of(2149, 6, 6)))
                .containsExactly("1970-01-01", "2088-02-29", "2149-06-06");
        assertThat(probe.written("Date32", "v", LocalDate.of(1900, 1, 1), LocalDate.of(1968, 5, 7)))
                .containsExactly(LocalDate.of(1900, 1, 1), LocalDate.of(1968, 5, 7));
        refused("Date", LocalDate.of(1969, 12, 31), "1969-12-31");
        refused("Date", LocalDate.of(2149, 6, 7), "2149-06-07");
    }

    @Test
    void fractionsBefore1970AreFloored() {
        ZonedDateTime value =
                (ZonedDateTime) probe.value("SELECT toDateTime64('1965-10-15 00:00:00.123456', 6, 'UTC')");
        assertThat(value).isNotNull();
        assertThat(value.toInstant()).isEqualTo(Instant.parse("1965-10-15T00:00:00.123456Z"));
        assertThat(probe.written(
                        "DateTime64(9, 'UTC')", "toString(v)", Instant.parse("1965-10-15T00:00:00.000000044Z")))
                .containsExactly("1965-10-15 00:00:00.000000044");
        refused("DateTime64", Instant.parse("2020-01-01T00:00:00.123456Z"), "more digits");
        refused("DateTime", Instant.parse("1969-12-31T23:59:59Z"), "1969");
        refused("DateTime", Instant.ofEpochSecond(1L << 32), "range");
    }

    @Test
    void timesMayBeNegativeAndLongerThanADay() {
        assertThat(probe.written("Time", "toString(v)", Duration.ofHours(30), "-001:02:03", LocalTime.of(1, 2, 3)))
                .containsExactly("30:00:00", "-01:02:03", "01:02:03");
        for (int scale = 0; scale <= 9; scale++) {
            Duration negative = Duration.ofSeconds(-2, scale == 0 ? 0 : 500_000_000);
            assertThat(probe.written("Time64(" + scale + ")", "v", negative)).containsExactly(negative);
        }
        refused("Time", Duration.ofHours(1000), "PT1000H");
        refused("Time", "1000:00:00", "1000:00:00");
        refused("Time64(3)", Duration.ofNanos(1), "more digits");
        refused("Time64(3)", null, "NULL");
    }

    @Test
    void anIntervalHasEightBytes() {
        assertThat(probe.values("SELECT toIntervalDay(number) FROM numbers(3)"))
                .extracting(value -> ((Interval) value).amount())
                .containsExactly(0L, 1L, 2L);
        assertThat(probe.client()
                        .query("SELECT toIntervalYear(number), number FROM numbers(3)")
                        .rows())
                .extracting(row -> row.getLong(1))
                .containsExactly(0L, 1L, 2L);
    }

    @Test
    void nothingIsNull() {
        assertThat(probe.client()
                        .query("SELECT NULL, number, [] FROM numbers(2)")
                        .rows())
                .extracting(row -> Arrays.asList(row.getObject(0), row.getLong(1), row.getObject(2)))
                .containsExactly(Arrays.asList(null, 0L, List.of()), Arrays.asList(null, 1L, List.of()));
    }

    @Test
    void textsDoNotDependOnTheFirstBytesRead() {
        assertThat(probe.value("SELECT repeat('x', 300)")).isEqualTo("x".repeat(300));
        assertThat(new String("é".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
                .isEqualTo(probe.value("SELECT 'é'"));
    }
}
