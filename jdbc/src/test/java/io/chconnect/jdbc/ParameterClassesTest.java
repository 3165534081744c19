package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import java.io.StringReader;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What type a question mark has by the class of its value. The page on JDBC has the same table. */
class ParameterClassesTest extends BothTransports {
    ParameterClassesTest(ClickHouseServer server) {
        super(server);
    }

    /** A value, what the page calls its class and its type, and the type and text the server sees. */
    private record Sample(String page, String pageType, Object value, String type, String text) {}

    @SuppressWarnings({"UnnecessaryStringBuilder", "AddressSelection", "JavaUtilDate"
    }) // the classes are what the test is about
    private static List<Sample> samples(Connection connection) throws Exception {
        Blob blob = connection.createBlob();
        blob.setBytes(1, new byte[] {'a', 'b'});
        Clob clob = connection.createClob();
        clob.setString(1, "it's");
        Instant instant = Instant.parse("2024-02-29T12:30:00.123456Z");
        GregorianCalendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        calendar.setTimeInMillis(instant.toEpochMilli());
        String integers = "`Byte`, `Short`, `Integer`, `Long`, and the primitive ones";
        String texts = "`String`, other `CharSequence`s, `Character`, `URL`, `Clob`, readers, ASCII streams";
        String bytes = "`byte[]`, `Blob`, binary streams";
        String points =
                "`Instant`, `ZonedDateTime`, `OffsetDateTime`, `java.sql.Timestamp`, `java.util.Date`, `Calendar`";
        String lists = "`Collection`, Java array, `java.sql.Array`";
        String point = "`DateTime64(3 to 9, 'UTC')`";
        String time = "`DateTime64(6, 'UTC')`".replace("`", "");
        return List.of(
                new Sample(integers, "`Int64`", (byte) -1, "Int64", "-1"),
                new Sample(integers, "`Int64`", (short) 7, "Int64", "7"),
                new Sample(integers, "`Int64`", 7, "Int64", "7"),
                new Sample(integers, "`Int64`", Long.MIN_VALUE, "Int64", "-9223372036854775808"),
                new Sample(
                        "`BigInteger`",
                        "`Int64`, `UInt64`, `Int128`, `Int256` or `UInt256`",
                        BigInteger.ONE,
                        "Int64",
                        "1"),
                new Sample(
                        "`BigInteger`",
                        "`Int64`, `UInt64`, `Int128`, `Int256` or `UInt256`",
                        BigInteger.TWO.pow(63),
                        "UInt64",
                        "9223372036854775808"),
                new Sample(
                        "`BigInteger`",
                        "`Int64`, `UInt64`, `Int128`, `Int256` or `UInt256`",
                        BigInteger.TWO.pow(100),
                        "Int128",
                        "1267650600228229401496703205376"),
                new Sample(
                        "`BigDecimal`",
                        "`Decimal` with its own digits",
                        new BigDecimal("-12.340"),
                        "Decimal(5, 3)",
                        "-12.34"),
                new Sample("`Float`", "`Float32`", 1.1f, "Float32", "1.1"),
                new Sample("`Double`", "`Float64`", Double.NEGATIVE_INFINITY, "Float64", "-inf"),
                new Sample("`Boolean`", "`Bool`", true, "Bool", "true"),
                new Sample(texts, "`String`", "it's \\ ?", "String", "it's \\ ?"),
                new Sample(texts, "`String`", new StringBuilder("1 OR 1=1"), "String", "1 OR 1=1"),
                new Sample(texts, "`String`", 'c', "String", "c"),
                new Sample(texts, "`String`", URI.create("http://x/?a='b").toURL(), "String", "http://x/?a='b"),
                new Sample(texts, "`String`", clob, "String", "it's"),
                new Sample("`Enum` constant", "`String`: its name", DayOfWeek.MONDAY, "String", "MONDAY"),
                new Sample(bytes, "SQL: `unhex('…')`", "ab".getBytes(StandardCharsets.UTF_8), "String", "ab"),
                new Sample(bytes, "SQL: `unhex('…')`", blob, "String", "ab"),
                new Sample("`UUID`", "`UUID`", new UUID(1, 2), "UUID", "00000000-0000-0001-0000-000000000002"),
                new Sample(
                        "`Inet4Address`, `Inet6Address`",
                        "`IPv4`, `IPv6`",
                        InetAddress.getByName("127.0.0.1"),
                        "IPv4",
                        "127.0.0.1"),
                new Sample(
                        "`Inet4Address`, `Inet6Address`",
                        "`IPv4`, `IPv6`",
                        InetAddress.getByName("::1"),
                        "IPv6",
                        "::1"),
                new Sample(
                        "`LocalDate`, `java.sql.Date`", "`Date32`", LocalDate.of(1900, 1, 1), "Date32", "1900-01-01"),
                new Sample(
                        "`LocalDate`, `java.sql.Date`", "`Date32`", Date.valueOf("2024-02-29"), "Date32", "2024-02-29"),
                new Sample(
                        "`LocalDateTime`",
                        "`DateTime64(3 to 9)`",
                        LocalDateTime.parse("2024-02-29T12:30:00"),
                        "DateTime64(3)",
                        "2024-02-29 12:30:00.000"),
                new Sample(points, point, instant, time, "2024-02-29 12:30:00.123456"),
                new Sample(
                        points,
                        point,
                        ZonedDateTime.parse("2024-02-29T18:00:00.123456+05:30[Asia/Kolkata]"),
                        time,
                        "2024-02-29 12:30:00.123456"),
                new Sample(
                        points,
                        point,
                        OffsetDateTime.parse("2024-02-29T18:00:00.123456+05:30"),
                        time,
                        "2024-02-29 12:30:00.123456"),
                new Sample(points, point, Timestamp.from(instant), time, "2024-02-29 12:30:00.123456"),
                new Sample(
                        points,
                        point,
                        new java.util.Date(instant.toEpochMilli()),
                        "DateTime64(3, 'UTC')",
                        "2024-02-29 12:30:00.123"),
                new Sample(points, point, calendar, "DateTime64(3, 'UTC')", "2024-02-29 12:30:00.123"),
                new Sample(
                        "`Duration`, `LocalTime`, `java.sql.Time`",
                        "`Time`, `Time64(3 to 9)`",
                        Duration.ofHours(-30),
                        "Time",
                        "-30:00:00"),
                new Sample(
                        "`Duration`, `LocalTime`, `java.sql.Time`",
                        "`Time`, `Time64(3 to 9)`",
                        LocalTime.of(1, 2, 3, 4000),
                        "Time64(6)",
                        "01:02:03.000004"),
                new Sample(
                        "`Duration`, `LocalTime`, `java.sql.Time`",
                        "`Time`, `Time64(3 to 9)`",
                        Time.valueOf("01:02:03"),
                        "Time",
                        "01:02:03"),
                new Sample(
                        "`Interval`",
                        "SQL: `INTERVAL n UNIT`",
                        new Interval(-3, IntervalUnit.DAY),
                        "IntervalDay",
                        "-3"),
                new Sample(
                        lists,
                        "`Array` of the elements' common type",
                        List.of("a'b", "c"),
                        "Array(String)",
                        "['a\\'b','c']"),
                new Sample(lists, "`Array` of the elements' common type", new int[] {1, 2}, "Array(Int64)", "[1,2]"),
                new Sample(
                        lists,
                        "`Array` of the elements' common type",
                        new Object[] {1, null},
                        "Array(Nullable(Int64))",
                        "[1,NULL]"),
                new Sample(
                        lists,
                        "`Array` of the elements' common type",
                        connection.createArrayOf("Int16", new Object[] {1}),
                        "Array(Int16)",
                        "[1]"),
                new Sample("`Map`", "`Map` of the common types", Map.of("k", 1), "Map(String, Int64)", "{'k':1}"),
                new Sample(
                        "`java.sql.Struct` of `createStruct`",
                        "its own type",
                        connection.createStruct("Tuple(Int8, String)", new Object[] {1, "x"}),
                        "Tuple(Int8, String)",
                        "(1,'x')"),
                new Sample("`null`", "SQL: `NULL`", null, "Nullable(Nothing)", null));
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void everyClassHasItsTypeAndComesBackExactly(Over transport) throws Exception {
        Connection connection = connection(transport);
        try (PreparedStatement statement = connection.prepareStatement("SELECT ? AS x, toTypeName(x)")) {
            for (Sample sample : samples(connection)) {
                statement.setObject(1, sample.value);
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getString(2)).as("%s", sample).isEqualTo(sample.type);
                    assertThat(result.getString(1)).as("%s", sample).isEqualTo(sample.text);
                }
            }
            statement.setCharacterStream(1, new StringReader("it's"));
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(1)).isEqualTo("it's");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Over.class)
    void everythingElseIsRefused(Over transport) throws SQLException {
        List<Object> refused = new ArrayList<>(List.of(
                new AtomicLong(1),
                new Object(),
                Thread.State.class,
                List.of(new Object()),
                List.of(1, "x"),
                Map.of("k", new Object()),
                "\uD800",
                LocalDate.of(1800, 1, 1),
                LocalDateTime.of(2262, 1, 1, 0, 0, 0, 1),
                Duration.ofHours(1000),
                new BigDecimal("1E+100"),
                BigInteger.TWO.pow(256)));
        try (PreparedStatement statement = connection(transport).prepareStatement("SELECT 1, ?")) {
            for (Object value : refused) {
                statement.setObject(1, value);
                assertThatThrownBy(statement::executeQuery)
                        .as("%s", value)
                        .isInstanceOf(SQLException.class)
                        .hasMessageStartingWith("Parameter 1: ");
            }
        }
    }

    @Test
    void thePageHasTheSameTable() throws Exception {
        assertThat(JdbcPage.table("Class of the value"))
                .containsExactlyElementsOf(samples(connection(Over.HTTP)).stream()
                        .map(sample -> List.of(sample.page, sample.pageType))
                        .distinct()
                        .toList());
    }
}
