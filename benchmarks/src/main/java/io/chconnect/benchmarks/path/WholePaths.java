package io.chconnect.benchmarks.path;

import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.codec.Block;
import io.chconnect.engine.ClickHouseServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;

/**
 * Reads and inserts the five columns with every contestant, against a server that this program starts, and prints the
 * tables of {@code docs/performance.md}.
 */
public final class WholePaths {
    private static final String TABLE = "bench.five_columns";

    private WholePaths() {}

    /**
     * Runs all pairs.
     *
     * @param args rows to read, rows to insert, rounds, and a file for the tables; each may be left out from the right
     * @throws Exception if a contestant fails
     */
    public static void main(String[] args) throws Exception {
        long readRows = args.length > 0 ? Long.parseLong(args[0]) : 5_000_000;
        int insertRows = args.length > 1 ? Integer.parseInt(args[1]) : 2_000_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        try (ClickHouseServer server = ClickHouseServer.start()) {
            String tables = environment() + read(server.url(), readRows, rounds) + "\n"
                    + insert(server.url(), insertRows, rounds);
            System.out.println(tables);
            if (args.length > 3) {
                write(Path.of(args[3]), tables);
            }
        }
    }

    private static String read(String url, long rows, int rounds) throws Exception {
        String sql = FiveColumns.select(rows);
        long expected = FiveColumns.expected(rows);
        try (Contestant raw = new RawHttpRead(url, sql, expected);
                Contestant columns = new ColumnRead("columns, strings as bytes", url, sql);
                Contestant inProcess = new ColumnRead("columns, in process", "chdb:memory", sql);
                Contestant rowByRow = new RowRead(url, sql);
                Contestant peer = new PeerRowRead(url, sql)) {
            return new Pair(
                            "Read " + rows + " rows of five columns",
                            expected,
                            List.of(raw, columns, inProcess, rowByRow, peer))
                    .run(2, rounds);
        }
    }

    private static String insert(String url, int rows, int rounds) throws Exception {
        InsertData data = new InsertData(rows);
        try (Client client = Client.connect(url)) {
            client.command("CREATE DATABASE bench ENGINE = Atomic");
            client.command("CREATE TABLE " + TABLE + " (" + FiveColumns.TABLE_COLUMNS + ") ENGINE = Null");
            try (QueryResult blocks = client.query(FiveColumns.select(rows))) {
                Iterator<Block> prepared = blocks.blocks();
                try (Contestant raw = new RawHttpInsert(url, TABLE, prepared, rows);
                        Contestant columns = new ColumnInsert(url, TABLE, data);
                        Contestant peer = new PeerRowInsert(url, TABLE, data)) {
                    return new Pair(
                                    "Insert " + rows + " rows of five columns into a Null table",
                                    rows,
                                    List.of(raw, columns, peer))
                            .run(2, rounds);
                }
            }
        }
    }

    private static String environment() {
        return "Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors()
                + " processors; medians of rounds in which the contestants take turns; ratios to the first row.\n\n";
    }

    private static void write(Path file, String text) throws IOException {
        Files.writeString(file, text);
    }
}
