package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.ResultColumn;
import io.chconnect.client.ResultColumns;
import io.chconnect.client.Row;
import io.chconnect.client.RowCursor;
import io.chconnect.codec.Block;
import io.chconnect.codec.column.Column;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ClickHouseException;
import io.chconnect.error.ConfigurationException;
import io.chconnect.error.ConversionException;
import io.chconnect.error.ServerException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import io.chconnect.types.DataTypes;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;

@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
class ResultsTest {
    private static final String TEN_BLOCKS =
            "SELECT number AS n, toString(number) AS s, number % 3 = 0 ? NULL : number AS m, [number, number + 1] AS a,"
                    + " toLowCardinality(toString(number % 10)) AS l FROM numbers(10000)";

    @Parameter
    Carrier carrier;

    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "results");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void rowsAndColumnsOfAStreamStayRightAfterItIsClosed() {
        List<Row> rows = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        try (QueryResult result =
                client.query(request -> request.sql(TEN_BLOCKS).setting("max_block_size", 1000))) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                blocks.add(block);
            }
        }
        try (QueryResult result =
                client.query(request -> request.sql(TEN_BLOCKS).setting("max_block_size", 1000))) {
            result.forEach(rows::add);
        }
        assertThat(blocks).hasSize(10);
        assertThat(rows).hasSize(10_000);
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            assertThat(row.getLong("n")).isEqualTo(i);
            assertThat(row.getString("s")).isEqualTo(Integer.toString(i));
            assertThat(row.isNull("m")).isEqualTo(i % 3 == 0);
            assertThat(row.getLongOr("m", i)).isEqualTo(i);
            assertThat(row.getList("a", Long.class)).containsExactly((long) i, i + 1L);
            assertThat(row.getString("l")).isEqualTo(Integer.toString(i % 10));
        }
        int next = 0;
        for (Block block : blocks) {
            Column numbers = block.column("n");
            for (int row = 0; row < block.rowCount(); row++, next++) {
                assertThat(numbers.asLongs()[row]).isEqualTo(next);
                assertThat(block.column("s").get(row)).isEqualTo(Integer.toString(next));
                assertThat(block.column("l").get(row)).isEqualTo(Integer.toString(next % 10));
            }
        }
        assertThat(next).isEqualTo(10_000);
    }

    @Test
    void aCursorReadsEveryRowWithoutObjects() {
        try (QueryResult result =
                client.query(request -> request.sql(TEN_BLOCKS).setting("max_block_size", 1000))) {
            RowCursor cursor = result.cursor();
            assertThatThrownBy(cursor::block).isInstanceOf(ConfigurationException.class);
            int column = -1;
            long rows = 0;
            long sum = 0;
            double doubles = 0;
            while (cursor.next()) {
                column = column < 0 ? cursor.columnIndex("n") : column;
                rows++;
                sum += cursor.getLong(column);
                doubles += cursor.getDouble("n");
            }
            assertThat(rows).isEqualTo(10_000);
            assertThat(sum).isEqualTo(49_995_000);
            assertThat(doubles).isEqualTo(49_995_000);
            assertThat(cursor.next()).isFalse();
            assertThatThrownBy(() -> cursor.getLong("n")).isInstanceOf(ConfigurationException.class);
        }
    }

    @Test
    void columnsAreKnownBeforeTheFirstRow() {
        try (QueryResult result = client.query("SELECT 1 AS a, toDateTime(0, 'Europe/Berlin') AS t, NULL AS n")) {
            assertThat(result.columns())
                    .containsExactly(
                            new ResultColumn("a", DataTypes.parse("UInt8")),
                            new ResultColumn("t", DataTypes.parse("DateTime('Europe/Berlin')")),
                            new ResultColumn("n", DataTypes.parse("Nullable(Nothing)")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT number AS id, 'x;' AS `a;b` FROM numbers(10) WHERE number > 100",
                "SELECT number AS id, 'x;' AS `a;b` FROM numbers(10) WHERE 0;; -- no rows; really",
                "-- first\nWITH 'x' AS x SELECT number AS id, x AS `a;b` FROM numbers(10) LIMIT 0 /* ; */ ;\u00A0",
                "SELECT number AS id, $x$;$x$ AS `a;b` FROM numbers(10) LIMIT/*c*/0"
            })
    void anEmptyResultKnowsItsColumns(String sql) {
        try (QueryResult result = client.query(sql)) {
            assertThat(result.rows()).isEmpty();
            assertThat(result.names()).containsExactly("id", "a;b");
            assertThat(result.columns().get(0).type()).isEqualTo(DataTypes.parse("UInt64"));
            assertThat(result.firstRow()).isEmpty();
        }
    }

    @Test
    void anEmptyResultWithParametersKnowsItsColumns() {
        try (QueryResult result =
                client.query(request -> request.sql("SELECT {x:String} AS x FROM numbers(1) WHERE number > {n:UInt64}")
                        .parameter("x", "v")
                        .parameter("n", 5))) {
            assertThat(result.columns()).containsExactly(new ResultColumn("x", DataTypes.parse("String")));
        }
    }

    @Test
    void firstRowSingleValueAndOptionals() {
        assertThat(client.query("SELECT 7 AS a, 'b' AS b UNION ALL SELECT 7, 'b'")
                        .firstRow())
                .hasValueSatisfying(row -> assertThat(row.toMap()).containsEntry("a", (short) 7));
        assertThat(client.query("SELECT 'text'").single(String.class)).isEqualTo("text");
        assertThat(client.query("SELECT count() FROM numbers(5)").single(Long.class))
                .isEqualTo(5);
        assertThat(client.query("SELECT 5").single(long.class)).isEqualTo(5);
        assertThat(client.query("SELECT number FROM numbers(3)").toList(Long.class))
                .containsExactly(0L, 1L, 2L);
        assertThat(client.query("SELECT 1 WHERE 0").first(String.class)).isEmpty();
        assertThat(client.query("SELECT NULL::Nullable(String)").first(String.class))
                .isEmpty();
        assertThat(client.query("SELECT 'x'").first(String.class)).contains("x");
        assertThat(client.query("SELECT number, number * 2 FROM numbers(2)").toList(row -> row.getLong(1)))
                .containsExactly(0L, 2L);
        for (String sql : List.of("SELECT 1, 2", "SELECT number FROM numbers(2)", "SELECT 1 WHERE 0")) {
            assertThatThrownBy(() -> client.query(sql).single(Long.class))
                    .as(sql)
                    .isInstanceOf(ConfigurationException.class)
                    .hasMessageContaining("one row with one column");
        }
        assertThatThrownBy(() -> client.query("SELECT NULL::Nullable(UInt8)").single(Long.class))
                .isInstanceOf(ConversionException.class);
    }

    @Test
    void aStreamMayBeLeftEarly() {
        for (int i = 0; i < 20; i++) {
            try (Stream<Row> stream = client.query("SELECT number FROM system.numbers").stream()) {
                assertThat(stream.limit(3).map(row -> row.getLong(0))).containsExactly(0L, 1L, 2L);
            }
        }
        assertThat(client.query("SELECT 1").single(Integer.class)).isEqualTo(1);
    }

    @Test
    void aClosedResultGivesNothing() {
        QueryResult result = client.query("SELECT number FROM system.numbers");
        Iterator<Row> rows = result.iterator();
        rows.next();
        result.close();
        result.close();
        assertThatThrownBy(result::nextBlock).isInstanceOf(ConfigurationException.class);
        assertThatThrownBy(result::summary).isInstanceOf(ConfigurationException.class);
    }

    @Test
    void anErrorBehindTheFirstRowsIsNeverAShorterResult() {
        List<Row> seen = new ArrayList<>();
        assertThatThrownBy(() -> {
                    try (QueryResult result = client.query(request -> request.sql(
                                    "SELECT throwIf(number = 5000000, 'stop here') FROM numbers(10000000)")
                            .setting("max_block_size", 10000))) {
                        result.forEach(seen::add);
                    }
                })
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("stop here");
        assertThat(client.query("SELECT 1").single(Integer.class)).isEqualTo(1);
    }

    @Test
    void theSummaryIsKnownAtTheEnd() {
        try (QueryResult result = client.query("SELECT number FROM numbers(100000)")) {
            assertThatThrownBy(result::summary).isInstanceOf(ConfigurationException.class);
            assertThat(result.stream().count()).isEqualTo(100_000);
            assertThat(result.summary().readRows()).isBetween(-1L, 100_000L);
            assertThat(result.zone()).isNotNull();
        }
    }

    @Test
    void columnsComeWithoutBoxes() {
        try (QueryResult result = client.query("SELECT number AS n, number / 2 AS d FROM numbers(1000)")) {
            Block block = result.nextBlock();
            assertThat(block.column("n").asLongs())
                    .isEqualTo(LongStream.range(0, 1000).toArray());
            assertThat(block.column("d").asDoubles()[999]).isEqualTo(499.5);
        }
    }

    @Test
    void aWholeResultComesAsColumnsOverAllBlocks() {
        ResultColumns columns = client.query(request -> request.sql("SELECT toInt32(number) AS i, number / 4 AS d,"
                                + " number % 5 = 0 ? NULL : toUInt64(number) AS u, toString(number) AS s,"
                                + " toDecimal64(number, 2) AS m FROM numbers(10000)")
                        .setting("max_block_size", 1000))
                .toColumns();

        assertThat(columns.rowCount()).isEqualTo(10_000);
        assertThat(columns.toLongs("i")).isEqualTo(LongStream.range(0, 10_000).toArray());
        assertThat(columns.toDoubles("d"))
                .isEqualTo(LongStream.range(0, 10_000).mapToDouble(i -> i / 4.0).toArray());
        assertThat(columns.toLongs("u", -1))
                .isEqualTo(LongStream.range(0, 10_000)
                        .map(i -> i % 5 == 0 ? -1 : i)
                        .toArray());
        assertThat(columns.toDoubles("u", Double.NaN)[5]).isNaN();
        assertThat(columns.nullMap("u")).startsWith(true, false, false, false, false, true);
        assertThat(columns.toStrings("s")[9999]).isEqualTo("9999");
        assertThat(columns.toStrings("u")).startsWith(null, "1");
        assertThat(columns.toObjects("m")[7]).isEqualTo(new BigDecimal("7.00"));
        assertThatThrownBy(() -> columns.toLongs("u"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"u\", row 0");
        assertThatThrownBy(() -> columns.toLongs("d"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"d\", row 1");
        assertThatThrownBy(() -> columns.toLongs("x"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("\"x\"");
    }

    @Test
    void aResultOfNumbersComesAsDoubles() {
        double[][] numbers = client.query(request -> request.sql(
                                "SELECT number AS a, number % 2 ? NULL : number * 0.5 AS b FROM numbers(5)")
                        .setting("max_block_size", 2))
                .toColumns()
                .toDoubleArrays(Double.NaN);
        assertThat(Arrays.deepToString(numbers)).isEqualTo("[[0.0, 1.0, 2.0, 3.0, 4.0], [0.0, NaN, 1.0, NaN, 2.0]]");
        ResultColumns none =
                client.query("SELECT number AS n FROM numbers(3) WHERE 0").toColumns();
        assertThat(none.columns()).containsExactly(new ResultColumn("n", DataTypes.parse("UInt64")));
        assertThat(none.toLongs("n")).isEmpty();
        assertThatThrownBy(() -> client.query("SELECT 'x' AS s").toColumns().toDoubleArrays(0))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"s\"");
    }

    @Test
    void unsignedNumbersAreNeitherLostNorWrapped() {
        Row row = client.query("SELECT toUInt64('18446744073709551615') AS u, toInt64(-5) AS i, 3000000000 AS w")
                .firstRow()
                .orElseThrow();
        assertThat(row.getObject("u")).isEqualTo(new BigInteger("18446744073709551615"));
        assertThat(row.getUnsignedLong("u")).isEqualTo(-1);
        assertThat(row.getUnsignedLong("i")).isEqualTo(-5);
        assertThatThrownBy(() -> row.getLong("u"))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"u\", row 0")
                .hasMessageContaining("18446744073709551615");
        Row fraction = client.query("SELECT 3.7 AS f").firstRow().orElseThrow();
        assertThatThrownBy(() -> fraction.getInt("f")).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> fraction.getLong("f")).isInstanceOf(ConversionException.class);
        assertThatThrownBy(() -> row.getInt("w"))
                .isInstanceOf(ClickHouseException.class)
                .hasMessageContaining("3000000000");
    }

    @Test
    void columnsOfTheSameNameAreAllThere() {
        Row row = client.query("SELECT number + 1 AS a, number + 1 AS a FROM numbers(1)")
                .firstRow()
                .orElseThrow();
        assertThat(row).containsExactly(BigInteger.ONE, BigInteger.ONE);
        assertThat(row.getInt("a")).isEqualTo(1);
        assertThat(row.getInt(1)).isEqualTo(1);
        assertThat(row.toMap()).hasSize(1);
    }
}
