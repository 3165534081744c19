package io.chconnect.conformance.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.client.Row;
import io.chconnect.client.RowCursor;
import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Memory is bounded by a block, however long the result or the insert is. */
@ClickHouseServerTest
@Tag("soak")
@Timeout(600)
class SmallHeapSoakTest {
    private static final long READ_ROWS = 100_000_000;
    private static final long WRITTEN_ROWS = 50_000_000;

    @TempDir
    Path directory;

    record Event(long id, String name, double metric) {}

    @Test
    void aHundredMillionRowsAreStreamedByACursor(ClickHouseServer server) throws IOException, InterruptedException {
        assertThat(HeapChild.run(directory, "64m", CursorMain.class, server.url()))
                .isEqualTo(expectedSum());
    }

    @Test
    void aHundredMillionRowsAreStreamedAsRows(ClickHouseServer server) throws IOException, InterruptedException {
        assertThat(HeapChild.run(directory, "64m", RowMain.class, server.url())).isEqualTo(expectedSum());
    }

    @Test
    void fiftyMillionGeneratedRowsAreInserted(ClickHouseServer server) throws IOException, InterruptedException {
        try (Client client = Carrier.HTTP.open(server, "small_heap")) {
            client.command("CREATE TABLE t (id UInt64, name String, metric Float64) ENGINE = MergeTree ORDER BY id");
            assertThat(HeapChild.run(directory, "96m", InsertMain.class, server.url()))
                    .isEqualTo(Long.toString(WRITTEN_ROWS));
            assertThat(client.query("SELECT count(), uniqExact(id), countIf(name = concat('n', toString(id % 1000))),"
                                    + " sum(metric) = sum(id) / 2 FROM t")
                            .rows())
                    .hasToString("[[50000000, 50000000, 50000000, 1]]");
            client.command("DROP DATABASE small_heap SYNC");
        }
    }

    private static String expectedSum() {
        return READ_ROWS + " " + READ_ROWS / 2 * (READ_ROWS - 1);
    }

    private static QueryResult query(Client client) {
        return client.query(
                "SELECT number AS id, toString(number) AS name, number / 2 AS metric FROM numbers(" + READ_ROWS + ")");
    }

    static final class CursorMain {
        public static void main(String[] arguments) {
            try (Client client = Client.connect(arguments[0]);
                    QueryResult result = query(client)) {
                long rows = 0;
                long sum = 0;
                RowCursor cursor = result.cursor();
                while (cursor.next()) {
                    rows++;
                    sum += cursor.getLong(0);
                }
                System.out.println(rows + " " + sum);
            }
        }
    }

    static final class RowMain {
        public static void main(String[] arguments) {
            try (Client client = Client.connect(arguments[0]);
                    QueryResult result = query(client)) {
                long rows = 0;
                long sum = 0;
                for (Row row : result) {
                    rows++;
                    sum += row.getLong("id");
                }
                System.out.println(rows + " " + sum);
            }
        }
    }

    static final class InsertMain {
        public static void main(String[] arguments) {
            try (Client client = Client.connect(arguments[0])) {
                long written = client.insertContext(request -> request.table("small_heap.t"))
                        .insert(
                                Event.class,
                                LongStream.range(0, WRITTEN_ROWS)
                                        .mapToObj(id -> new Event(id, "n" + id % 1000, id / 2.0)))
                        .writtenRows();
                System.out.println(written);
            }
        }
    }
}
