package io.chconnect.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Calendar;
import java.util.Locale;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates and times are the same whatever zone the JVM is in; only classes of {@code java.sql} are bound to it. */
@ClickHouseServerTest
@ParameterizedClass
@ValueSource(strings = {"UTC", "Asia/Kolkata", "America/New_York", "Pacific/Apia"})
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class TemporalsTest {
    private static final String NANOS = "2024-02-29T12:30:00.123456789";

    private final TimeZone before = TimeZone.getDefault();
    private final ClickHouseServer server;

    @Parameter
    private String zone;

    private Connection connection;

    TemporalsTest(ClickHouseServer server) {
        this.server = server;
    }

    @BeforeEach
    void enterTheZone() throws SQLException {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        connection = DriverManager.getConnection("jdbc:chconnect:" + server.url());
    }

    @AfterEach
    void leaveTheZone() throws SQLException {
        connection.close();
        TimeZone.setDefault(before);
    }

    @Test
    void datesNeverShift() throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT ? AS a, toString(a), ? AS b")) {
            for (LocalDate date = LocalDate.of(1900, 1, 1); date.getYear() < 2300; date = date.plusDays(1_013)) {
                statement.setObject(1, date);
                statement.setObject(2, date, Types.DATE);
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getString(2)).isEqualTo(date.toString());
                    assertThat(result.getObject(1, LocalDate.class)).isEqualTo(date);
                    assertThat(result.getDate(1).toLocalDate()).isEqualTo(date);
                    assertThat(result.getDate(3).toLocalDate()).isEqualTo(date);
                    assertThat(result.getString(1)).isEqualTo(date.toString());
                }
                statement.setDate(1, Date.valueOf(date));
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getString(2)).isEqualTo(date.toString());
                }
            }
        }
    }

    @Test
    void aDateTimeKeepsItsInstantAndItsWallTime() throws SQLException {
        String sql = "SELECT toDateTime64('2024-02-29 12:30:00.123456789', 9, 'Asia/Kolkata') a,"
                + " toDateTime('2024-11-03 01:30:00', 'America/New_York') b,"
                + " toDateTime64('1901-12-13 20:45:52.999999999', 9, 'UTC') c,"
                + " toDateTime64('2024-02-29 12:30:00.5', 1, 'Fixed/UTC+05:30:00') d";
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            assertThat(result.next()).isTrue();
            Instant instant = Instant.parse("2024-02-29T07:00:00.123456789Z");
            assertThat(result.getTimestamp(1)).isEqualTo(Timestamp.from(instant));
            assertThat(result.getTimestamp(1, calendar("Asia/Tokyo"))).isEqualTo(Timestamp.from(instant));
            assertThat(result.getObject(1, Instant.class)).isEqualTo(instant);
            assertThat(result.getObject(1, LocalDateTime.class)).isEqualTo(LocalDateTime.parse(NANOS));
            assertThat(result.getObject(1, ZonedDateTime.class))
                    .isEqualTo(LocalDateTime.parse(NANOS).atZone(ZoneId.of("Asia/Kolkata")));
            assertThat(result.getObject(1, OffsetDateTime.class)).isEqualTo(OffsetDateTime.parse(NANOS + "+05:30"));
            assertThat(result.getDate(1).toLocalDate()).isEqualTo(LocalDate.of(2024, 2, 29));
            assertThat(result.getString(1)).isEqualTo("2024-02-29 12:30:00.123456789");
            assertThat(result.getObject(2, LocalDateTime.class)).isEqualTo(LocalDateTime.parse("2024-11-03T01:30:00"));
            assertThat(result.getTimestamp(3).toInstant()).isEqualTo(Instant.parse("1901-12-13T20:45:52.999999999Z"));
            assertThat(result.getObject(4, OffsetDateTime.class))
                    .isEqualTo(OffsetDateTime.parse("2024-02-29T12:30:00.5+05:30"));
        }
    }

    @Test
    void whatGoesInAsAnInstantIsTheSameInstant() throws SQLException {
        Instant instant = Instant.parse("2024-03-10T07:30:00.123456789Z");
        Object[] values = {
            instant,
            Timestamp.from(instant),
            instant.atZone(ZoneId.of("America/New_York")),
            instant.atOffset(java.time.ZoneOffset.ofHours(9))
        };
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT toUnixTimestamp64Nano(?), toUnixTimestamp64Nano(?)")) {
            for (Object value : values) {
                statement.setObject(1, value);
                statement.setTimestamp(2, Timestamp.from(instant));
                try (ResultSet result = statement.executeQuery()) {
                    assertThat(result.next()).isTrue();
                    assertThat(result.getLong(1)).as("%s", value).isEqualTo(1_710_055_800_123_456_789L);
                    assertThat(result.getLong(2)).isEqualTo(1_710_055_800_123_456_789L);
                }
            }
        }
    }

    @Test
    void batchesStoreWhatGoesIn() throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE IF NOT EXISTS temporals ENGINE = Atomic");
            statement.execute("CREATE OR REPLACE TABLE temporals.t (i Int32, d Date32, t DateTime64(9, 'Asia/Tokyo'),"
                    + " w DateTime('America/New_York')) ENGINE = MergeTree ORDER BY i");
        }
        LocalDateTime wall = LocalDateTime.parse("2024-07-04T23:59:59");
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO temporals.t VALUES (?, ?, ?, ?)")) {
            for (int i = 0; i < 400; i++) {
                insert.setInt(1, i);
                insert.setDate(2, Date.valueOf(LocalDate.of(2000, 1, 1).plusDays(i)));
                insert.setTimestamp(3, Timestamp.from(Instant.ofEpochSecond(i * 86_400L, 123_456_789)));
                insert.setObject(4, wall);
                insert.addBatch();
            }
            insert.executeBatch();
        }
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery("SELECT countIf(d = toDate32('2000-01-01') + i),"
                        + " countIf(toUnixTimestamp64Nano(t) = i * 86400000000000 + 123456789),"
                        + " countIf(toString(w) = '2024-07-04 23:59:59') FROM temporals.t")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getInt(1)).isEqualTo(400);
            assertThat(result.getInt(2)).isEqualTo(400);
            assertThat(result.getInt(3)).isEqualTo(400);
        }
    }

    @Test
    @SuppressWarnings("JavaUtilDate") // classes of java.sql are what the test is about
    void calendarsSayInWhichZoneClassesOfJavaSqlAreMeant() throws SQLException {
        Calendar tokyo = calendar("Asia/Tokyo");
        long midnight = LocalDate.of(2024, 2, 29)
                .atStartOfDay(ZoneId.of("Asia/Tokyo"))
                .toInstant()
                .toEpochMilli();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT ? AS d, toString(d), ? AS t, toString(t)")) {
            statement.setDate(1, new Date(midnight), tokyo);
            statement.setTime(2, new Time(3_723_000L - 9 * 3_600_000L), tokyo);
            try (ResultSet result = statement.executeQuery()) {
                assertThat(result.next()).isTrue();
                assertThat(result.getString(2)).isEqualTo("2024-02-29");
                assertThat(result.getDate(1, tokyo).getTime()).isEqualTo(midnight);
                assertThat(result.getString(4)).isEqualTo("01:02:03");
                assertThat(result.getTime(3, tokyo).getTime()).isEqualTo(3_723_000L - 9 * 3_600_000L);
                assertThat(result.getTime(3).toLocalTime()).isEqualTo(LocalTime.of(1, 2, 3));
            }
        }
    }

    @Test
    void daysAndHoursThatTheZoneSkipsAreNoProblemOfTheTypesOfJavaTime() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet result =
                        statement.executeQuery("SELECT toDate('2011-12-30') a, toDateTime('2024-03-10 02:30:00',"
                                + " 'UTC') b, '2024-03-10 02:30:00' c, toDate('2024-03-10') d")) {
            assertThat(result.next()).isTrue();
            assertThat(result.getObject(1, LocalDate.class)).isEqualTo(LocalDate.of(2011, 12, 30));
            if (zone.equals("Pacific/Apia")) {
                assertThatThrownBy(() -> result.getDate(1))
                        .isInstanceOf(SQLDataException.class)
                        .hasMessageContaining("ask for a LocalDate");
            } else {
                assertThat(result.getDate(1)).hasToString("2011-12-30");
            }
            assertThat(result.getTimestamp(2).toInstant()).isEqualTo(Instant.parse("2024-03-10T02:30:00Z"));
            assertThat(result.getObject(2, LocalDateTime.class)).isEqualTo(LocalDateTime.parse("2024-03-10T02:30:00"));
            assertThat(result.getObject(3, LocalDateTime.class)).isEqualTo(LocalDateTime.parse("2024-03-10T02:30:00"));
            if (zone.equals("America/New_York")) {
                assertThatThrownBy(() -> result.getTimestamp(3))
                        .isInstanceOf(SQLDataException.class)
                        .hasMessageContaining("does not exist");
            } else {
                assertThat(result.getTimestamp(3)).hasToString("2024-03-10 02:30:00.0");
            }
            assertThat(result.getTimestamp(4).toLocalDateTime().toLocalDate()).isEqualTo(LocalDate.of(2024, 3, 10));
        }
    }

    private static Calendar calendar(String zone) {
        return Calendar.getInstance(TimeZone.getTimeZone(zone), Locale.ROOT);
    }
}
