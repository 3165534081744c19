package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chconnect.client.Client;
import io.chconnect.client.NullableArray;
import io.chconnect.client.QueryResult;
import io.chconnect.client.ResultColumns;
import io.chconnect.client.RowCursor;
import io.chconnect.client.ValuesByName;
import io.chconnect.codec.Block;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.error.ConversionException;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Primitive arrays out of results and into tables. */
@ClickHouseServerTest
@ParameterizedClass
@ArgumentsSource(Carriers.class)
@Timeout(60)
class ArraysTest {
    private static final String ROWS =
            "SELECT toInt64(number) AS i, number / 4 AS d, number % 5 = 0 ? NULL : toInt64(number) AS u,"
                    + " toString(number) AS s FROM numbers(10000)";

    @Parameter
    Carrier carrier;

    private Client client;

    @BeforeEach
    void open(ClickHouseServer server) {
        client = carrier.open(server, "arrays");
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void arraysOfAResultAreInsertedAgain() {
        ResultColumns columns = client.query(request -> request.sql(ROWS).setting("max_block_size", 1000))
                .toColumns();
        client.command(
                "CREATE OR REPLACE TABLE again (i Int64, d Float64, u Nullable(Int64), s String) ENGINE = Memory");
        client.insertColumns(
                "again",
                List.of("i", "d", "u", "s"),
                List.of(
                        columns.toLongs("i"),
                        columns.toDoubles("d"),
                        NullableArray.of(columns.toLongs("u", 0), columns.nullMap("u")),
                        columns.toStrings("s")));
        String sum = "SELECT sum(cityHash64(i, d, ifNull(u, -1), s)) FROM ";
        assertThat(client.query(sum + "again").single(Object.class))
                .isEqualTo(client.query(sum + "(" + ROWS + ")").single(Object.class));
    }

    @Test
    void aMatrixGoesThereAndBack() {
        double[][] matrix = new double[3][1000];
        for (int column = 0; column < matrix.length; column++) {
            for (int row = 0; row < 1000; row++) {
                matrix[column][row] = column == 1 && row % 7 == 0 ? Double.NaN : row / (column + 2.0);
            }
        }
        client.command("CREATE OR REPLACE TABLE matrix (a Float64, b Float64, c Nullable(Float64)) ENGINE = Memory");
        assertThat(client.insertColumns("matrix", List.of("a", "b", "c"), List.of(matrix))
                        .writtenRows())
                .isEqualTo(1000);
        double[][] again =
                client.query("SELECT a, b, c FROM matrix").toColumns().toDoubleArrays(-1);
        assertThat(Arrays.deepToString(again)).isEqualTo(Arrays.deepToString(matrix));
        client.command("CREATE OR REPLACE TABLE matrix (a Int32, b Float64, c Float64) ENGINE = Memory");
        assertThatThrownBy(() -> client.insertColumns("matrix", List.of("a", "b", "c"), List.of(matrix)))
                .isInstanceOf(ConversionException.class)
                .hasMessageContaining("\"a\", row 1")
                .hasMessageContaining("0.5");
    }

    @Test
    void theNextBlockIsReadIntoTheArraysOfOneThatIsGivenBack() {
        long sum = 0;
        Set<Object> arrays = Collections.newSetFromMap(new IdentityHashMap<>());
        try (QueryResult result = client.query(
                request -> request.sql(ROWS).setting("max_block_size", 1000).maxRows(9_500))) {
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                long[] values = block.column("i").asLongs();
                for (int row = 0; row < block.rowCount(); row++) {
                    sum += values[row];
                    assertThat(block.column("s").get(row)).isEqualTo(Long.toString(values[row]));
                    assertThat(block.column("u").isNull(row)).isEqualTo(values[row] % 5 == 0);
                }
                arrays.add(values);
                result.recycle(block);
            }
        }
        assertThat(sum).isEqualTo(9_500L * 9_499 / 2);
        // The last block is shorter, and copied where rows are cut off.
        assertThat(arrays).hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void whatACursorGaveMayBeKept() {
        String sql = "SELECT number AS id, toString(number) AS s, number % 3 = 0 ? NULL : number AS n,"
                + " toFixedString(leftPad(toString(number), 8, '0'), 8) AS f, toDateTime64(number / 8, 3, 'UTC') AS t,"
                + " reinterpretAsUUID(number) AS u, toDecimal256(number, 2) AS d, [number, number + 1] AS a,"
                + " (number, toString(number)) AS p, map('k', number) AS m, toLowCardinality(toString(number % 7)) AS l,"
                + " toIPv6(concat('::', toString(number % 9))) AS i FROM numbers(5000)";
        List<@Nullable Object[]> kept = new ArrayList<>();
        List<@Nullable Object[]> expected = new ArrayList<>();
        try (QueryResult result = client.query(request -> request.sql(sql).setting("max_block_size", 500))) {
            RowCursor cursor = result.cursor();
            while (cursor.next()) {
                kept.add(values(cursor));
            }
        }
        try (QueryResult result = client.query(sql)) {
            result.forEach(row -> expected.add(values(row)));
        }
        assertThat(kept).hasSize(5000);
        assertThat(Arrays.deepToString(kept.toArray())).isEqualTo(Arrays.deepToString(expected.toArray()));
    }

    private static @Nullable Object[] values(ValuesByName row) {
        @Nullable Object[] values = new @Nullable Object[13];
        for (int column = 0; column < 12; column++) {
            values[column] = row.getObject(column);
        }
        values[12] = row.getBytes("s");
        return values;
    }

    @Test
    void aBlockThatIsNotGivenBackStaysAsItIs() {
        try (QueryResult result = client.query(request -> request.sql(ROWS).setting("max_block_size", 1000))) {
            Block kept = Objects.requireNonNull(result.nextBlock());
            for (Block block = result.nextBlock(); block != null; block = result.nextBlock()) {
                result.recycle(block);
            }
            for (int row = 0; row < kept.rowCount(); row++) {
                assertThat(kept.column("i").getLong(row)).isEqualTo(row);
                assertThat(kept.column("s").get(row)).isEqualTo(Integer.toString(row));
            }
        }
    }
}
