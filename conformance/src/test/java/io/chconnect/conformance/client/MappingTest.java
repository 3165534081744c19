package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.ColumnName;
import io.chconnect.client.NoColumn;
import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.lang.invoke.MethodHandles;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
class MappingTest {
    @Parameter
    Carrier carrier;

    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "mapping");
    }

    @AfterEach
    void close() {
        client.close();
    }

    enum Color {
        RED,
        GREEN
    }

    record Place(double latitude, double longitude) {}

    record Order(int amount, String article) {}

    @SuppressWarnings("ArrayRecordComponent") // arrays are what is tested
    record Everything(
            long id,
            int small,
            short tiny,
            byte least,
            boolean truth,
            double metric,
            float ratio,
            char letter,
            String name,
            BigInteger huge,
            BigDecimal price,
            UUID uuid,
            Inet4Address address,
            LocalDate day,
            Instant createdAt,
            LocalDateTime wallTime,
            Duration runTime,
            Color color,
            Color label,
            @Nullable Integer maybe,
            Optional<String> option,
            List<Integer> numbers,
            long[] longs,
            String[] texts,
            Set<String> words,
            Map<String, List<Integer>> attributes,
            Place place,
            List<Order> orders,
            byte[] bytes) {}

    private static Everything everything(int n) {
        return new Everything(
                n,
                -n,
                (short) n,
                (byte) n,
                n % 2 == 0,
                n + 0.25,
                n + 0.5f,
                'x',
                "name" + n,
                BigInteger.TWO.pow(200).add(BigInteger.valueOf(n)),
                new BigDecimal("12.34"),
                new UUID(1, n),
                (Inet4Address) loopback(),
                LocalDate.of(2026, 2, 3),
                Instant.ofEpochSecond(1_700_000_000, 123_456_789),
                LocalDateTime.of(2026, 7, 1, 12, 0),
                Duration.ofHours(30),
                Color.GREEN,
                Color.RED,
                n % 2 == 0 ? null : n,
                n % 2 == 0 ? Optional.empty() : Optional.of("o" + n),
                List.of(n, n + 1),
                new long[] {n, 7},
                new String[] {"a", "b"},
                Set.of("w"),
                Map.of("k", List.of(n)),
                new Place(n, -1.5),
                List.of(new Order(n, "first"), new Order(2, "second")),
                new byte[] {(byte) 0xFF, 0, 1});
    }

    private static InetAddress loopback() {
        try {
            return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        } catch (java.net.UnknownHostException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void recordsGoInAndComeOutAsTheyWere() {
        client.command(
                request -> request.sql("CREATE TABLE t (id UInt64, small Int32, tiny Int16, least Int8, truth Bool,"
                                + " metric Float64, ratio Float32, letter String, name LowCardinality(String), huge UInt256,"
                                + " price Decimal(9, 2), uuid UUID, address IPv4, day Date, created_at DateTime64(9),"
                                + " wall_time DateTime('America/New_York'), run_time Time, color Enum8('RED' = 5, 'GREEN' = 3),"
                                + " label LowCardinality(String), maybe Nullable(Int32), option Nullable(String),"
                                + " numbers Array(UInt16), longs Array(Int64), texts Array(String), words Array(String),"
                                + " attributes Map(String, Array(Int32)), place Tuple(Float64, Float64),"
                                + " orders Array(Tuple(article String, amount UInt32)), bytes String, extra String DEFAULT 'e')"
                                + " ENGINE = MergeTree ORDER BY id")
                        .setting("enable_time_time64_type", 1));
        List<Everything> written =
                IntStream.range(0, 100).mapToObj(MappingTest::everything).toList();
        assertThat(client.insert("t", written).writtenRows()).isEqualTo(100);
        try (QueryResult result = client.query("SELECT * FROM t ORDER BY id")) {
            assertThat(result.toList(Everything.class))
                    .usingRecursiveFieldByFieldElementComparator()
                    .isEqualTo(written);
        }
        assertThat(client.query(
                                "SELECT count() FROM t WHERE extra = 'e' AND created_at = fromUnixTimestamp64Nano(1700000000123456789)"
                                        + " AND toUnixTimestamp(wall_time) = 1782921600")
                        .single(Integer.class))
                .isEqualTo(100);
    }

    /** The shape of what Kotlin makes of {@code data class Person(val id: Long, val fullName: String?, val isActive: Boolean)}. */
    static final class Person {
        private final long id;
        private final @Nullable String fullName;
        private final boolean isActive;

        public Person(long id, @Nullable String fullName, boolean isActive) {
            this.id = id;
            this.fullName = fullName;
            this.isActive = isActive;
        }

        public long getId() {
            return id;
        }

        public @Nullable String getFullName() {
            return fullName;
        }

        public boolean isActive() {
            return isActive;
        }
    }

    @Test
    void aClassWithOneConstructorIsMadeByIt() {
        List<Person> people = client.query("SELECT 1 AS id, NULL::Nullable(String) AS full_name, true AS is_active")
                .toList(Person.class);
        assertThat(people).hasSize(1);
        assertThat(people.get(0).getId()).isEqualTo(1);
        assertThat(people.get(0).getFullName()).isNull();
        assertThat(people.get(0).isActive()).isTrue();
    }

    public static class Bean {
        private long id;
        private @Nullable String userName;
        private boolean active = true;
        public double metric;

        @NoColumn
        public String note = "kept";

        public long getId() {
            return id;
        }

        public void setId(long id) {
            this.id = id;
        }

        @ColumnName("user")
        public @Nullable String getUserName() {
            return userName;
        }

        public void setUserName(@Nullable String userName) {
            this.userName = userName;
        }

        public boolean isActive() {
            return active;
        }

        public Bean setActive(boolean active) {
            this.active = active;
            return this;
        }

        public String getDerived() {
            return id + "!";
        }
    }

    @Test
    void beansGoInAndComeOutByGettersSettersAndFields() {
        client.command(
                "CREATE TABLE t (id UInt64, user Nullable(String), active UInt8, metric Float64) ENGINE = Memory");
        Bean bean = new Bean().setActive(false);
        bean.setId(5);
        bean.setUserName("u");
        bean.metric = 2.5;
        client.insert("t", List.of(bean));
        Bean read =
                client.query("SELECT *, 'x' AS note FROM t").first(Bean.class).orElseThrow();
        assertThat(read).usingRecursiveComparison().isEqualTo(bean);
        assertThat(client.query("SELECT 7 AS id").toList(Bean.class).get(0).isActive())
                .isTrue();
    }

    record Renamed(
            @ColumnName("a b") int first, @ColumnName("C") int second) {}

    @Test
    void namesAreFoundByAnnotationOrByTheirLetters() {
        record Named(int userId, int createdAt) {}
        assertThat(client.query("SELECT 1 AS `a b`, 2 AS C, 3 AS c").toList(Renamed.class))
                .containsExactly(new Renamed(1, 2));
        assertThat(client.query("SELECT 1 AS USER_ID, 2 AS created_at").toList(Named.class))
                .containsExactly(new Named(1, 2));
        assertThat(client.query("SELECT 1 AS userId, 9 AS user_id, 2 AS CreatedAt")
                        .toList(Named.class))
                .containsExactly(new Named(1, 2));
        assertThatThrownBy(() -> client.query("SELECT 1 AS userid, 9 AS user_id, 2 AS CreatedAt")
                        .toList(Named.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"userId\"")
                .hasMessageContaining("[userid, user_id]");
        client.command("CREATE TABLE t (user_id UInt8, created_at UInt8, other UInt8) ENGINE = Memory");
        client.insert("t", List.of(new Named(1, 2)));
        assertThat(client.query("SELECT * FROM t").rows()).hasToString("[[1, 2, 0]]");
    }

    interface Shape {}

    record Small(int a, String b) {}

    @Test
    void whatDoesNotFitIsSaidClearly() {
        assertThatThrownBy(() -> client.query("SELECT 1 AS a").toList(Small.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("No column for \"b\"")
                .hasMessageContaining("Small")
                .hasMessageContaining("[a]");
        assertThatThrownBy(() ->
                        client.query("SELECT generateUUIDv4() AS a, 'x' AS b").toList(Small.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"a\"")
                .hasMessageContaining("UUID")
                .hasMessageContaining("int");
        assertThatThrownBy(() -> client.query("SELECT NULL::Nullable(Int32) AS a, 'x' AS b")
                        .toList(Small.class))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Column \"a\", row 0")
                .hasMessageContaining("NULL for the primitive");
        assertThatThrownBy(
                        () -> client.query("SELECT 3000000000 AS a, 'x' AS b").toList(Small.class))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Column \"a\", row 0")
                .hasMessageContaining("3000000000");
        assertThatThrownBy(() -> client.query("SELECT 1 AS a, 'x' AS b").toList(CharSequence[].class))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> client.query("SELECT 1 AS a, 'x' AS b").toList(Shape.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("abstract");
        client.command("CREATE TABLE t (a Int8) ENGINE = Memory");
        assertThatThrownBy(() -> client.insert("t", List.of(new Small(1, "x"))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("No column for \"b\"");
        client.command("ALTER TABLE t ADD COLUMN b String");
        assertThatThrownBy(() -> client.insert("t", List.of(new Small(1, "x"), new Small(200, "y"))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Column \"a\", row 1")
                .hasMessageContaining("200");
        assertThatThrownBy(() -> client.insert("t", List.of(new Small(1, "x"), "text")))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("Row 1");
    }

    @Test
    void aNullableColumnIsReadIntoAPrimitiveAsItIs() {
        record Reading(int value) {}
        assertThat(client.query("SELECT toNullable(toInt32(number + 7)) AS value FROM numbers(3)")
                        .toList(Reading.class))
                .containsExactly(new Reading(7), new Reading(8), new Reading(9));
    }

    @Test
    void aStreamOfObjectsReadsBlockByBlock() {
        record Count(long number) {}
        try (Stream<Count> numbers = client.query("SELECT number FROM system.numbers").stream(Count.class)) {
            assertThat(numbers.skip(100_000).findFirst()).contains(new Count(100_000));
        }
        try (Stream<Count> numbers =
                client.query("SELECT number FROM numbers(10)").stream(MethodHandles.lookup(), Count.class)) {
            assertThat(numbers.mapToLong(Count::number).sum()).isEqualTo(45);
        }
    }

    @Test
    void aPrivateRecordIsReachedByItsLookup() {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        assertThat(client.query("SELECT 1 AS a, 'x' AS b").toList(lookup, Small.class))
                .containsExactly(new Small(1, "x"));
        client.command("CREATE TABLE t (a Int8, b String) ENGINE = Memory");
        client.insertContext(request -> request.table("t")).insert(lookup, Small.class, List.of(new Small(3, "z")));
        assertThat(client.query("SELECT * FROM t").toList(Small.class)).containsExactly(new Small(3, "z"));
    }

    @Test
    void aNamedTupleIsARecord() {
        Place place = client.query("SELECT CAST((1.5, 2.5), 'Tuple(longitude Float64, latitude Float64)') AS p")
                .firstRow()
                .orElseThrow()
                .getObject("p", Place.class);
        assertThat(place).isEqualTo(new Place(2.5, 1.5));
        assertThat(client.query("SELECT (1.5, 2.5)").single(Place.class)).isEqualTo(new Place(1.5, 2.5));
    }

    @Test
    void aDateTimeIsAnyClassOfTimes() {
        record Times(Instant a, OffsetDateTime b, LocalDateTime c) {}
        String value = "toDateTime64('2026-07-01 12:00:00.123', 3, 'Europe/Berlin')";
        Times times = client.query("SELECT %1$s AS a, %1$s AS b, %1$s AS c".formatted(value))
                .first(Times.class)
                .orElseThrow();
        assertThat(times.a()).isEqualTo(Instant.parse("2026-07-01T10:00:00.123Z"));
        assertThat(times.b()).isEqualTo(OffsetDateTime.parse("2026-07-01T12:00:00.123+02:00"));
        assertThat(times.c()).isEqualTo(LocalDateTime.parse("2026-07-01T12:00:00.123"));
    }
}
