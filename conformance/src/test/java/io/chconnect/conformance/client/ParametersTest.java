package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.value.Interval;
import io.chconnect.types.value.IntervalUnit;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
class ParametersTest {
    private static final Instant MOMENT = Instant.parse("2024-10-27T00:30:00.123456789Z");

    @Parameter
    Carrier carrier;

    private Client client;

    /**
     * A value and what the server makes of it.
     *
     * @param type the placeholder's type
     * @param value the value
     * @param text what {@code toString} gives on the server
     */
    private record Case(String type, Object value, String text) {}

    private static Stream<Case> cases() throws UnknownHostException {
        return Stream.of(
                new Case("Int8", -128, "-128"),
                new Case("UInt64", new BigInteger("18446744073709551615"), "18446744073709551615"),
                new Case(
                        "Int256",
                        BigInteger.TWO.pow(255).negate(),
                        BigInteger.TWO.pow(255).negate().toString()),
                new Case("Float64", Double.NaN, "nan"),
                new Case("Float64", Double.NEGATIVE_INFINITY, "-inf"),
                new Case("Float64", 1e-300, "1e-300"),
                new Case("Float32", 0.1f, "0.1"),
                new Case("BFloat16", 1.5f, "1.5"),
                new Case("Decimal(38, 10)", new BigDecimal("-12345.0000000001"), "-12345.0000000001"),
                new Case("Bool", true, "true"),
                new Case(
                        "String",
                        "a\\b'c\td\ne\0f\r\u00e9\ud83d\ude00 {x:Int8} %s",
                        "a\\b'c\td\ne\0f\r\u00e9\ud83d\ude00 {x:Int8} %s"),
                new Case("FixedString(4)", "ab", "ab"),
                new Case(
                        "UUID",
                        UUID.fromString("01234567-89ab-cdef-0123-456789abcdef"),
                        "01234567-89ab-cdef-0123-456789abcdef"),
                new Case("IPv4", InetAddress.getByName("1.2.3.4"), "1.2.3.4"),
                new Case("IPv6", InetAddress.getByName("2001:db8::1"), "2001:db8::1"),
                new Case("Date", LocalDate.of(2149, 6, 6), "2149-06-06"),
                new Case("Date32", LocalDate.of(1900, 1, 1), "1900-01-01"),
                new Case(
                        "DateTime('Europe/Berlin')",
                        MOMENT.truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
                        "2024-10-27 02:30:00"),
                new Case("DateTime('UTC')", Instant.ofEpochSecond(5), "1970-01-01 00:00:05"),
                new Case("DateTime('UTC')", Instant.ofEpochSecond(4294967295L), "2106-02-07 06:28:15"),
                new Case("DateTime64(9, 'Europe/Berlin')", MOMENT, "2024-10-27 02:30:00.123456789"),
                new Case("DateTime64(9, 'Europe/Berlin')", MOMENT.plusSeconds(3600), "2024-10-27 02:30:00.123456789"),
                new Case(
                        "DateTime64(3, 'UTC')",
                        ZonedDateTime.of(1969, 12, 31, 23, 59, 58, 250_000_000, ZoneId.of("UTC")),
                        "1969-12-31 23:59:58.250"),
                new Case("DateTime64(3, 'Asia/Kolkata')", Instant.ofEpochMilli(-1), "1970-01-01 05:29:59.999"),
                new Case(
                        "DateTime64(6, 'UTC')",
                        Instant.parse("1900-01-01T00:00:00.000001Z"),
                        "1900-01-01 00:00:00.000001"),
                new Case("DateTime64(6, 'UTC')", Instant.ofEpochSecond(-1, 0), "1969-12-31 23:59:59.000000"),
                new Case("DateTime('America/New_York')", LocalDateTime.of(2024, 7, 1, 12, 0), "2024-07-01 12:00:00"),
                new Case("DateTime64(3)", LocalDateTime.of(2024, 7, 1, 12, 0, 0, 5_000_000), "2024-07-01 12:00:00.005"),
                new Case("Time", Duration.ofHours(-30), "-30:00:00"),
                new Case("Time64(6)", Duration.ofSeconds(3723, 4_000), "01:02:03.000004"),
                new Case("IntervalDay", new Interval(-3, IntervalUnit.DAY), "-3"),
                new Case("Enum8('a' = 1, 'b\\'c' = -2)", "b'c", "b'c"),
                new Case("LowCardinality(String)", "x", "x"),
                new Case("Nullable(Int32)", 7, "7"),
                new Case("Nullable(String)", "NULL", "NULL"),
                new Case("Array(Int32)", new int[] {1, -2}, "[1,-2]"),
                new Case("Array(Int32)", List.of(), "[]"),
                new Case("Array(String)", List.of("a'b\\", "\t\n", "]"), "['a\\'b\\\\','\\t\\n',']']"),
                new Case("Array(Nullable(String))", Arrays.asList("a", null, "NULL"), "['a',NULL,'NULL']"),
                new Case(
                        "Array(Array(UUID))",
                        List.of(List.of(new UUID(0, 1))),
                        "[['00000000-0000-0000-0000-000000000001']]"),
                new Case(
                        "Array(DateTime64(3, 'UTC'))",
                        List.of(Instant.ofEpochMilli(-1), Instant.ofEpochMilli(1500)),
                        "['1969-12-31 23:59:59.999','1970-01-01 00:00:01.500']"),
                new Case("Array(Date)", List.of(LocalDate.EPOCH), "['1970-01-01']"),
                new Case("Array(Decimal(9, 2))", List.of(new BigDecimal("1.50")), "[1.5]"),
                new Case("Array(Bool)", new boolean[] {true, false}, "[true,false]"),
                new Case("Tuple(Int8)", List.of(1), "(1)"),
                new Case(
                        "Tuple(Int8, Nullable(String), Array(Float32))",
                        Arrays.asList(1, null, new float[] {0.5f}),
                        "(1,NULL,[0.5])"),
                new Case("Tuple(a Int8, b String)", Map.of("b", "x", "a", 2), "(2,'x')"),
                new Case("Tuple(a Int8, b String)", new Pair((byte) 3, "y"), "(3,'y')"),
                new Case(
                        "Map(String, Array(Nullable(Int8)))",
                        Collections.singletonMap("k'", Arrays.asList(1, null)),
                        "{'k\\'':[1,NULL]}"),
                new Case("Nested(a Int8, b String)", List.of(List.of(1, "x")), "[(1,'x')]"),
                new Case("Point", List.of(1.5, 2.5), "(1.5,2.5)"),
                new Case("Ring", List.of(List.of(0.0, 0.0), List.of(1.0, 1.0)), "[(0,0),(1,1)]"));
    }

    /** A tuple with names. */
    public record Pair(byte a, String b) {}

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "parameters");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void everyTypeReachesTheServerAsItIs() throws UnknownHostException {
        for (Case each : cases().toList()) {
            assertThat(text("toString({v:" + each.type + "})", each.value))
                    .as(each.type + " from " + each.value)
                    .isEqualTo(each.text);
        }
    }

    @Test
    void nullIsNullAtEveryLevel() {
        for (String type : List.of("Nullable(UInt8)", "Nullable(String)", "LowCardinality(Nullable(String))")) {
            assertThat(text("toString(isNull({v:" + type + "}))", null))
                    .as(type)
                    .isEqualTo("1");
        }
    }

    @Test
    void bytesReachTheServerAsTheyAre() {
        byte[] all = new byte[256];
        IntStream.range(0, 256).forEach(i -> all[i] = (byte) i);
        String expected = HexFormat.of().withUpperCase().formatHex(all);

        assertThat(text("hex({v:String})", all)).isEqualTo(expected);
        assertThat(text("hex({v:FixedString(256)})", all)).isEqualTo(expected);
        assertThat(text("hex({v:Array(String)}[2])", List.of("x", all))).isEqualTo(expected);
    }

    @Test
    void textsOfAnyCharactersReachTheServerAsTheyAre() {
        Random random = new Random(20240229);
        String characters = "\\'\"`\t\n\r\0\b\f{}[](),:;?%$&=+#N \u00e9\u20ac\ud83d\ude00";
        for (int i = 0; i < 60; i++) {
            String text = random.ints(random.nextInt(20), 0, characters.length() - 2)
                    .mapToObj(at -> characters.substring(at, at + 1))
                    .filter(c -> !Character.isSurrogate(c.charAt(0)))
                    .reduce("", String::concat);
            String hex = HexFormat.of().withUpperCase().formatHex(text.getBytes(StandardCharsets.UTF_8));

            assertThat(text("hex({v:String})", text)).as("text " + i).isEqualTo(hex);
            assertThat(text(
                            "hex(tupleElement({v:Tuple(Int8, Map(String, String))}, 2)['k'])",
                            List.of(1, Map.of("k", text))))
                    .as("nested text " + i)
                    .isEqualTo(hex);
        }
    }

    @Test
    void identifiersMayHoldAnything() {
        String name = "a`b\"c'd\\e\tf g.h\u00e9";
        client.command(request -> request.sql("CREATE TABLE {t:Identifier} (x Int8) ENGINE = Memory")
                .parameter("t", name));
        client.command(
                request -> request.sql("INSERT INTO {t:Identifier} SELECT 5").parameter("t", name));

        try (QueryResult result = client.query(request ->
                request.sql("SELECT {c:Identifier} FROM {t:Identifier}").parameters(Map.of("t", name, "c", "x")))) {
            assertThat(result.rows().get(0).getLong(0)).isEqualTo(5);
        }
    }

    @Test
    void valuesInOrderGoToPlaceholdersInOrder() {
        String sql =
                "SELECT toString(({b:Int8}, {a:String}, {b:Int8})) /* {no:Int8} */ AS t, '{none:Int8}' AS n -- {no:Int8}";

        try (QueryResult result = client.query(request -> request.sql(sql).parametersInOrder(7, "x"))) {
            assertThat(result.rows().get(0).getString("t")).isEqualTo("(7,'x',7)");
        }
        try (QueryResult result =
                client.query(request -> request.sql(sql).parameter("b", 8).parametersInOrder("y"))) {
            assertThat(result.rows().get(0).getString("t")).isEqualTo("(8,'y',8)");
        }
        assertThatThrownBy(() -> client.query(request -> request.sql(sql).parametersInOrder(7)))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("1 values for the 2 placeholders")
                .hasMessageContaining("[b, a]");
    }

    @Test
    void largeValuesReachTheServer() {
        String text = "0123456789\u00e9".repeat(10_000);
        List<Integer> numbers = IntStream.range(0, 3000).boxed().toList();

        assertThat(text("toString(cityHash64({v:String}) = cityHash64(repeat('0123456789\u00e9', 10000)))", text))
                .isEqualTo("1");
        assertThat(text("toString(arraySum({v:Array(UInt32)}))", numbers)).isEqualTo("4498500");
        client.command(request -> request.sql("CREATE TABLE large (s String) ENGINE = Memory"));
        client.command(
                request -> request.sql("INSERT INTO large SELECT {v:String}").parameter("v", text));
        assertThat(client.command("SELECT length(s) FROM large").text().strip()).isEqualTo("120000");
    }

    @Test
    void wallTimesThatDoNotExistAreRefused() {
        assertThatThrownBy(() -> text("{v:DateTime('Europe/Berlin')}", LocalDateTime.of(2024, 3, 31, 2, 30)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("{v:DateTime('Europe/Berlin')}")
                .hasMessageContaining("does not exist");
    }

    @Test
    void valuesThatDoNotFitAreRefusedBeforeAnythingIsSent() {
        for (Case each : List.of(
                new Case("UInt8", 256, "UInt8"),
                new Case("Decimal(9, 2)", new BigDecimal("1.239"), "Decimal"),
                new Case("DateTime('UTC')", MOMENT, "fraction"),
                new Case("FixedString(2)", "abc", "3 bytes"),
                new Case("Array(Int8)", List.of("1],[2"), "Int8"),
                new Case("Tuple(Int8, Int8)", List.of(1), "1 elements"),
                new Case("Int32", List.of(1), "Int32"))) {
            assertThatThrownBy(() -> text("{v:" + each.type + "}", each.value))
                    .as(each.type)
                    .isInstanceOf(ConversionException.class)
                    .hasMessageContaining("{v:" + each.type + "}")
                    .hasMessageContaining(each.text);
        }
    }

    @Test
    void textsForOtherTypesAreReadByTheServer() {
        assertThat(text("toString({v:UInt64})", "7")).isEqualTo("7");
        assertThat(text("toString({v:Array(String)})", "['a','b']")).isEqualTo("['a','b']");
        assertThatThrownBy(() -> text("{v:UInt64}", "seven")).isInstanceOf(ServerException.class);
    }

    private String text(String expression, @Nullable Object value) {
        try (QueryResult result = client.query(
                request -> request.sql("SELECT " + expression + " AS t").parameter("v", value))) {
            return String.valueOf(result.rows().get(0).getString("t"));
        }
    }
}
