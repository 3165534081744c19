package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.InsertContext;
import io.chconnect.client.NullableArray;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.client.Summary;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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
class InsertsTest {
    @Parameter
    Carrier carrier;

    private Client client;

    private enum Color {
        RED,
        GREEN
    }

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "inserts");
    }

    @AfterEach
    void close() {
        client.close();
    }

    private void create(String columns) {
        client.command("CREATE TABLE t (" + columns + ") ENGINE = MergeTree ORDER BY tuple()");
    }

    private List<Row> all() {
        return client.query("SELECT * FROM t ORDER BY 1").rows();
    }

    @Test
    void columnsThatAreLeftOutGetTheirDefaults() {
        create(
                "a UInt8, b String DEFAULT concat('d', toString(a)), c UInt8 MATERIALIZED a + 1, d UInt8 ALIAS a, e UInt8"
                        + " EPHEMERAL 5, f UInt8 DEFAULT e");
        client.insert("t", List.of("a"), List.of(List.of(1)));
        client.insert("t", List.of("a", "e"), List.of(List.of(2, 7)));
        client.insert("t", List.of(List.of(3, "given", 9)));
        assertThat(client.query("SELECT a, b, c, d, f FROM t ORDER BY a").rows())
                .hasToString("[[1, d1, 2, 1, 5], [2, d2, 3, 2, 7], [3, given, 4, 3, 9]]");
        for (String computed : List.of("c", "d", "unknown")) {
            assertThatThrownBy(() -> client.insert("t", List.of("a", computed), List.of(List.of(1, 1))))
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("\"" + computed + "\"")
                    .hasMessageContaining("[a, b, e, f]");
        }
        assertThatThrownBy(() -> client.insert("t", List.of("a", "a"), List.of(List.of(1, 1))))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> client.insert("t", List.of(), List.of(List.of(1))))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void noRowsAreNoInsert() {
        assertThat(client.insert("no_such_table", List.of("a"), List.of()).writtenRows())
                .isZero();
        assertThat(client.insert("no_such_table", List.of()).writtenRows()).isZero();
        InsertContext context = client.insertContext(request -> request.table("no_such_table"));
        assertThat(context.insert(Stream.empty()).writtenRows()).isZero();
        assertThat(context.insertBlocks(List.<io.chconnect.codec.Block>of().iterator())
                        .writtenRows())
                .isZero();
    }

    @Test
    void aContextAsksForTheColumnsOnce() {
        create("a UInt8, b Nullable(String)");
        InsertContext context =
                client.insertContext(request -> request.table("t").columns("a", "b"));
        context.insert(List.of(List.of(1, "x")));
        client.command("ALTER TABLE t ADD COLUMN c UInt8");
        context.insert(Stream.of(Arrays.asList(2, null)));
        context.insertColumns(List.of(new byte[] {3}, NullableArray.of(new String[] {"z"}, new boolean[] {false})));
        assertThat(all()).hasToString("[[1, x, 0], [2, NULL, 0], [3, z, 0]]");
        client.command("ALTER TABLE t DROP COLUMN b");
        assertThatThrownBy(() -> context.insert(List.of(List.of(1, "x")))).isInstanceOf(ServerException.class);
        client.insertContext(request -> request.table("t")).insert(List.of(List.of(4, 4)));
        assertThat(all()).hasSize(4);
    }

    @Test
    void aContextServesManyThreads() {
        create("a UInt32");
        InsertContext context = client.insertContext(request -> request.table("t"));
        IntStream.range(0, 8).parallel().forEach(i -> context.insert(List.of(List.of(i), List.of(i + 100))));
        assertThat(client.query("SELECT count(), uniq(a) FROM t").rows()).hasToString("[[16, 16]]");
    }

    @Test
    void rowsAreSentInBlocksOfTheirLimits() {
        create("a UInt32, s String");
        List<Integer> made = new ArrayList<>();
        Summary summary = client.insertContext(request -> request.table("t").blockRows(100))
                .insert(rows(1000, made));
        assertThat(made).hasSize(1000);
        assertThat(summary.writtenRows()).isEqualTo(1000);
        client.insertContext(request -> request.table("t").blockBytes(1)).insert(rows(10, made));
        assertThat(client.query("SELECT count(), sum(a), countIf(s = toString(a)) FROM t")
                        .rows())
                .hasToString("[[1010, 499545, 1010]]");
        assertThatThrownBy(() -> client.insertContext(request -> request.blockRows(0)))
                .isInstanceOf(ConfigurationException.class);
    }

    private static Iterable<List<?>> rows(int count, List<Integer> made) {
        return () -> IntStream.range(0, count)
                .peek(made::add)
                .<List<?>>mapToObj(i -> List.of(i, Integer.toString(i)))
                .iterator();
    }

    @Test
    void aWrongValueIsFoundBeforeAnythingIsSent() {
        create("a UInt8, b Nullable(UInt8)");
        assertThatThrownBy(() -> client.insert("t", List.of("a", "b"), List.of(List.of(1, 2), List.of(1, 256))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"b\", row 1")
                .hasMessageContaining("256");
        assertThatThrownBy(() -> client.insert("t", List.of("a", "b"), List.of(Arrays.asList(null, 2))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"a\", row 0");
        assertThatThrownBy(() -> client.insert("t", List.of("a", "b"), List.of(List.of(1))))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("Row 0 has 1 values");
        assertThat(all()).isEmpty();
    }

    @Test
    void aWrongValueInALaterBlockIsReportedAsItselfWithItsRow() {
        create("a UInt8");
        assertThatThrownBy(
                        () -> client.insertContext(request -> request.table("t").blockRows(10))
                                .insert(IntStream.range(0, 300).mapToObj(List::of)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"a\", row 256");
        assertThat(client.query("SELECT count() FROM t").single(Long.class)).isLessThanOrEqualTo(250);
        assertThat(client.query("SELECT 1").single(Integer.class)).isEqualTo(1);
    }

    @Test
    void whatTheRowsThrowComesOutUnchanged() {
        create("a UInt32");
        IllegalStateException failure = new IllegalStateException("no more");
        for (int good : new int[] {0, 5, 500_000}) {
            assertThatThrownBy(() -> client.insert("t", List.of("a"), () -> failingAfter(good, failure)))
                    .isSameAs(failure);
        }
    }

    private static Iterator<List<?>> failingAfter(int good, RuntimeException failure) {
        return new Iterator<>() {
            private int next;

            @Override
            public boolean hasNext() {
                return true;
            }

            @Override
            public List<?> next() {
                if (next == good) {
                    throw failure;
                }
                return List.of(next++);
            }
        };
    }

    @Test
    void aStreamIsClosedAlsoAfterAFailure() {
        create("a UInt8");
        AtomicBoolean closed = new AtomicBoolean();
        Stream<List<?>> rows = Stream.<List<?>>of(List.of(1), List.of("x")).onClose(() -> closed.set(true));
        InsertContext context = client.insertContext(request -> request.table("t"));
        assertThatThrownBy(() -> context.insert(rows)).isInstanceOf(ConversionException.class);
        assertThat(closed).isTrue();
    }

    @Test
    void columnsAreTakenAsArraysWithNullMaps() {
        create("a Int64, d Nullable(Float64), l LowCardinality(Nullable(String)), s Array(UInt8)");
        Summary summary = client.insertColumns(
                "t",
                List.of("a", "d", "l", "s"),
                List.of(
                        new long[] {1, 2, 3},
                        NullableArray.of(new double[] {0.5, 99, 1.5}, new boolean[] {false, true, false}),
                        NullableArray.of(new String[] {"x", "", "y"}, new boolean[] {false, true, false}),
                        List.of(List.of(), new int[] {1, 2}, List.of(3))));
        assertThat(summary.writtenRows()).isEqualTo(3);
        assertThat(all()).hasToString("[[1, 0.5, x, []], [2, NULL, NULL, [1,2]], [3, 1.5, y, [3]]]");
        assertThat(client.query("SELECT sum(d), count(d) FROM t").rows()).hasToString("[[2, 2]]");
        assertThatThrownBy(() -> client.insertColumns("t", List.of("a", "d"), List.of(new long[2], new double[3])))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"d\" has 3 rows");
        assertThatThrownBy(() -> client.insertColumns("t", List.of("a"), List.of()))
                .isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(() -> NullableArray.of(new long[2], new boolean[3]))
                .isInstanceOf(ConfigurationException.class);
    }

    @Test
    void blocksOfAResultGoIntoATable() {
        create("n UInt64, s String");
        try (QueryResult result =
                client.query(request -> request.sql("SELECT toString(number) AS s, number AS n FROM numbers(10000)")
                        .setting("max_block_size", 999))) {
            client.insertBlocks("t", result.blocks());
        }
        assertThat(client.query("SELECT count(), countIf(s = toString(n)), sum(n) FROM t")
                        .rows())
                .hasToString("[[10000, 10000, 49995000]]");
    }

    @Test
    void settingsOfAnInsertAreSent() {
        client.command("CREATE TABLE t (a UInt8) ENGINE = MergeTree ORDER BY a"
                + " SETTINGS non_replicated_deduplication_window = 100");
        for (int i = 0; i < 3; i++) {
            client.insertContext(request -> request.table("t").deduplicationToken("one"))
                    .insert(List.of(List.of(1)));
        }
        client.insertContext(request -> request.table("t").deduplicationToken("two"))
                .insert(List.of(List.of(1)));
        assertThat(all()).hasSize(2);
        assertThatThrownBy(
                        () -> client.insertContext(request -> request.table("t").setting("no_such_setting", 1))
                                .insert(List.of(List.of(1))))
                .isInstanceOf(ClickHouseException.class)
                .hasMessageContaining("no_such_setting");
    }

    @Test
    void namesAreQuoted() {
        client.command("CREATE TABLE `таблица one` (`a b` UInt8, `c``d` String, `e\"f` String) ENGINE = Memory");
        client.insert("таблица one", List.of("a b", "c`d", "e\"f"), List.of(List.of(1, "x", "y")));
        client.insert("inserts.`таблица one`", List.of(List.of(2, "x", "y")));
        assertThat(client.query("SELECT * FROM `таблица one` ORDER BY 1").rows())
                .hasToString("[[1, x, y], [2, x, y]]");
    }

    @Test
    void aWholeUInt256IsWritten() {
        create("a UInt256, b UInt8");
        BigInteger value = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.TWO);
        client.insert("t", List.of(List.of(value, 7)));
        assertThat(all()).hasToString("[[" + value + ", 7]]");
    }

    @Test
    void aSetIsAnArrayWithItsElements() {
        create("a Array(UInt32), b UInt8");
        client.insert("t", List.of(List.of(new LinkedHashSet<>(List.of(3, 1, 2)), 7)));
        assertThat(all()).hasToString("[[[3,1,2], 7]]");
    }

    @Test
    void aTupleThatIsTooShortIsRefused() {
        create("a Tuple(UInt8, String), b UInt8");
        assertThatThrownBy(() -> client.insert("t", List.of(List.of(List.of(1), 7))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("1 elements, expected 2");
    }

    @Test
    void aTextIsTakenAsItIsAndNothingElseIsMadeOne() {
        create("a String");
        assertThatThrownBy(() -> client.insert("t", List.of(List.of(new java.io.StringReader("x")))))
                .isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> client.insert("t", List.of(List.of(java.io.InputStream.nullInputStream()))))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void aJavaEnumGoesByItsNameAndNeverByItsOrdinal() {
        create("a Enum8('GREEN' = 10, 'RED' = 20), b UInt8");
        client.insert("t", List.of(List.of(Color.RED, 1), List.of(Color.GREEN, 2)));
        assertThat(client.query("SELECT toInt8(a) FROM t ORDER BY b").toList(Integer.class))
                .containsExactly(20, 10);
    }

    @Test
    void aLongThatIsNoInt32IsRefused() {
        create("a Int32");
        assertThatThrownBy(() -> client.insert("t", List.of(List.of(5_000_000_000L))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("5000000000");
        assertThatThrownBy(() -> client.insertColumns("t", List.of("a"), List.of(new long[] {5_000_000_000L})))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("5000000000");
    }

    @Test
    void aDecimalIsNeverCut() {
        create("a Decimal(9, 2)");
        assertThatThrownBy(() -> client.insert("t", List.of(List.of(new BigDecimal("1.239")))))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("1.239");
        client.insert("t", List.of(List.of(new BigDecimal("1.230")), List.of(0.29)));
        assertThat(all()).hasToString("[[0.29], [1.23]]");
    }

    @Test
    void aTextThatIsFoundWrongWhileItIsSentLeavesNothing() {
        create("a UInt32, s String");
        int[] numbers = IntStream.range(0, 300_000).toArray();
        String[] texts = new String[numbers.length];
        Arrays.setAll(texts, row -> "text " + row);
        texts[250_000] = "half \ud800";

        assertThatThrownBy(() -> client.insertColumns("t", List.of("a", "s"), List.of(numbers, texts)))
                .isInstanceOfSatisfying(ConversionException.class, e -> {
                    assertThat(e.column()).isEqualTo("s");
                    assertThat(e.row()).isEqualTo(250_000);
                })
                .hasMessageContaining("unpaired surrogate");
        assertThat(client.query("SELECT count() FROM t").rows()).hasToString("[[0]]");

        texts[250_000] = "whole";
        assertThat(client.insertColumns("t", List.of("a", "s"), List.of(numbers, texts))
                        .writtenRows())
                .isEqualTo(numbers.length);
        assertThat(client.query("SELECT count(), countIf(s = 'text ' || toString(a)) FROM t")
                        .rows())
                .hasToString("[[300000, 299999]]");
    }

    @Test
    void textsBecomeAddressesAndUUIDs() {
        create("a IPv4, b IPv6, c UUID");
        client.insert("t", List.of(List.of("127.0.0.1", "::ffff:1.2.3.4", "61f0c404-5cb3-11e7-907b-a6006ad3dba0")));
        assertThat(all()).hasToString("[[127.0.0.1, ::ffff:1.2.3.4, 61f0c404-5cb3-11e7-907b-a6006ad3dba0]]");
    }

    @Test
    void timesOfDayAndEmptyContainersGoIn() {
        client.command(request -> request.sql(
                        "CREATE TABLE t (a Time64(9), m Map(String, Array(UInt8)), n Array(Map(String, UInt8)))"
                                + " ENGINE = Memory")
                .setting("enable_time_time64_type", 1));
        client.insert(
                "t",
                List.of(
                        List.of(LocalTime.of(1, 2, 3, 4), Map.of(), List.of()),
                        List.of(LocalTime.MIDNIGHT, Map.of("k", List.of()), List.of(Map.of(), Map.of("a", 1)))));
        Row row = client.query("SELECT * FROM t ORDER BY a DESC").firstRow().orElseThrow();
        assertThat(row.getLocalTime("a")).isEqualTo(LocalTime.of(1, 2, 3, 4));
        assertThat(all()).hasToString("[[00:00:00.000000000, {'k':[]}, [{},{'a':1}]], [01:02:03.000000004, {}, []]]");
    }
}
