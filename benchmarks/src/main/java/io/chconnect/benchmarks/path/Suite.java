package io.chconnect.benchmarks.path;

import io.chconnect.benchmarks.path.call.EarlyClose;
import io.chconnect.benchmarks.path.call.PeerEarlyClose;
import io.chconnect.benchmarks.path.call.SmallQueries;
import io.chconnect.benchmarks.path.data.DataSet;
import io.chconnect.benchmarks.path.data.FiveColumns;
import io.chconnect.benchmarks.path.insert.ColumnInsert;
import io.chconnect.benchmarks.path.insert.InsertData;
import io.chconnect.benchmarks.path.insert.JdbcInsert;
import io.chconnect.benchmarks.path.insert.PeerPojoInsert;
import io.chconnect.benchmarks.path.insert.PeerRowInsert;
import io.chconnect.benchmarks.path.insert.RawHttpInsert;
import io.chconnect.benchmarks.path.insert.RecordInsert;
import io.chconnect.benchmarks.path.peer.Jdbc;
import io.chconnect.benchmarks.path.peer.PeerClient;
import io.chconnect.benchmarks.path.peer.PythonRead;
import io.chconnect.benchmarks.path.read.BlockRead;
import io.chconnect.benchmarks.path.read.ChunkRead;
import io.chconnect.benchmarks.path.read.ColumnRead;
import io.chconnect.benchmarks.path.read.CursorRead;
import io.chconnect.benchmarks.path.read.JdbcRead;
import io.chconnect.benchmarks.path.read.ObjectRead;
import io.chconnect.benchmarks.path.read.PeerObjectRead;
import io.chconnect.benchmarks.path.read.PeerPojoRead;
import io.chconnect.benchmarks.path.read.PeerRowRead;
import io.chconnect.benchmarks.path.read.RawHttpRead;
import io.chconnect.benchmarks.path.read.RecordRead;
import io.chconnect.benchmarks.path.read.RowRead;
import io.chconnect.client.Client;
import io.chconnect.client.QueryResult;
import io.chconnect.engine.ClickHouseServer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The comparisons that the targets are about, and who takes part. */
final class Suite {
    private static final String TABLE = "bench.five_columns";
    private static final int READ_BUFFER = 20;

    private final ClickHouseServer server;
    private final String url;
    private final Sizes sizes;
    private final @Nullable String python;

    /**
     * How much work is done.
     *
     * @param readRows rows of the five columns
     * @param insertRows rows inserted
     * @param dataSetRows rows of every other set
     * @param queries small queries of each thread
     */
    record Sizes(long readRows, int insertRows, long dataSetRows, int queries) {
        static Sizes of(long readRows, int insertRows) {
            return new Sizes(
                    readRows, insertRows, Math.max(readRows / 5, 1), (int) Math.min(2_000, readRows / 500 + 1));
        }
    }

    /** The names of all comparisons, in the order of the page. */
    static List<String> names() {
        List<String> names = new ArrayList<>(List.of(
                "read",
                "read-lz4",
                "read-zstd",
                "insert",
                "small-queries-1",
                "small-queries-16",
                "early-close",
                "in-process"));
        DataSet.all().forEach(set -> names.add(nameOf(set)));
        return names;
    }

    /** @param python an interpreter that has clickhouse-connect, or null */
    Suite(ClickHouseServer server, Sizes sizes, @Nullable String python) {
        this.server = server;
        this.url = server.url();
        this.sizes = sizes;
        this.python = python;
    }

    /** The comparison of a name. */
    Comparison comparison(String name) throws Exception {
        return switch (name) {
            case "read" -> read();
            case "read-lz4" -> readCompressed("lz4");
            case "read-zstd" -> readCompressed("zstd");
            case "insert" -> insert();
            case "small-queries-1" -> smallQueries(1);
            case "small-queries-16" -> smallQueries(16);
            case "early-close" -> earlyClose();
            case "in-process" -> readInProcess();
            default ->
                dataSet(DataSet.all().stream()
                        .filter(set -> nameOf(set).equals(name))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("No comparison is named " + name)));
        };
    }

    private static String nameOf(DataSet set) {
        return "data-" + set.name().replaceAll("[^A-Za-z0-9]+", "-");
    }

    private Comparison read() throws Exception {
        long rows = sizes.readRows();
        String sql = FiveColumns.select(rows);
        long expected = FiveColumns.expected(rows);
        Comparison comparison = new Comparison("Read " + rows + " rows of five columns", expected)
                .add(new RawHttpRead(url, sql, expected))
                .add(new ColumnRead("columns, strings as bytes", url, sql))
                .add(new ColumnRead("columns, blocks given back", url, sql, true))
                .add(new CursorRead("row cursor", url, sql))
                .add(new RowRead(url, sql))
                .add(new RecordRead(url, sql))
                .add(new PeerRowRead("client-v2, row reader", PeerClient.connect(url), sql))
                .add(new PeerPojoRead(url, sql))
                .add(new JdbcRead(Jdbc.OURS, server, sql))
                .add(new JdbcRead(Jdbc.OFFICIAL, server, sql))
                .add(new JdbcRead(Jdbc.HOUSEPOWER, server, sql));
        if (python != null) {
            for (String kind : new String[] {"rows", "columns", "numpy", "arrow"}) {
                comparison.add(new PythonRead(python, kind, url, sql, rows));
            }
        }
        return comparison;
    }

    private Comparison readInProcess() {
        String sql = FiveColumns.select(sizes.readRows());
        long expected = FiveColumns.expected(sizes.readRows());
        return new Comparison("Read " + sizes.readRows() + " rows of five columns in process", expected)
                .add(new ChunkRead(sql, expected))
                .add(new ColumnRead("columns, in process", "chdb:memory", sql))
                .add(new ColumnRead("columns, blocks given back, in process", "chdb:memory", sql, true))
                .add(new CursorRead("row cursor, in process", "chdb:memory", sql))
                .add(new ColumnRead("columns, over HTTP", url, sql))
                .add(new ColumnRead("columns, blocks given back, over HTTP", url, sql, true));
    }

    private Comparison readCompressed(String method) {
        String sql = FiveColumns.select(sizes.readRows());
        long expected = FiveColumns.expected(sizes.readRows());
        String compressed = url + "?compression=" + method;
        return new Comparison("Read " + sizes.readRows() + " rows compressed with " + method, expected)
                .add(new ColumnRead("columns, strings as bytes", compressed, sql))
                .add(new CursorRead("row cursor", compressed, sql))
                .add(new CursorRead("row cursor, ClickHouse's own blocks", url + "?compression=blocks_" + method, sql))
                .add(new PeerRowRead("client-v2, row reader, LZ4", PeerClient.compressed(url), sql));
    }

    private Comparison insert() throws Exception {
        int rows = sizes.insertRows();
        InsertData data = new InsertData(rows);
        try (Client client = Client.connect(url)) {
            client.command("CREATE DATABASE IF NOT EXISTS bench ENGINE = Atomic");
            client.command(
                    "CREATE TABLE IF NOT EXISTS " + TABLE + " (" + FiveColumns.TABLE_COLUMNS + ") ENGINE = Null");
            try (QueryResult blocks = client.query(FiveColumns.select(rows))) {
                return new Comparison("Insert " + rows + " rows of five columns into a Null table", rows)
                        .add(new RawHttpInsert(url, TABLE, blocks.blocks(), rows))
                        .add(new ColumnInsert(url, TABLE, data))
                        .add(new RecordInsert(url, TABLE, data))
                        .add(new PeerRowInsert(url, TABLE, data))
                        .add(new PeerPojoInsert(url, TABLE, data))
                        .add(new JdbcInsert(Jdbc.OURS, server, TABLE, data))
                        .add(new JdbcInsert(Jdbc.OFFICIAL, server, TABLE, data))
                        .add(new JdbcInsert(Jdbc.OFFICIAL_ROW_BINARY, server, TABLE, data))
                        .add(new JdbcInsert(Jdbc.HOUSEPOWER, server, TABLE, data));
            }
        }
    }

    private Comparison dataSet(DataSet set) throws Exception {
        long rows = sizes.dataSetRows() / Math.max(1, set.columns().size() / READ_BUFFER);
        String sql = set.select(rows);
        long values;
        try (Client client = Client.connect(url)) {
            values = Long.parseLong(client.command(set.valueCount(rows)).text().strip());
        }
        return new Comparison("Read " + rows + " rows: " + set.name(), values)
                .add(new RawHttpRead(url, sql, values))
                .add(new BlockRead(url, sql))
                .add(new ObjectRead(url, sql))
                .add(new PeerObjectRead(url, sql));
    }

    private Comparison smallQueries(int threads) {
        Client ours = Client.connect(url);
        com.clickhouse.client.api.Client peer = PeerClient.connect(url);
        int queries = Math.max(1, sizes.queries() / threads);
        return new Comparison(
                        "SELECT 1, " + queries + " times by each of " + threads
                                + (threads == 1 ? " thread" : " threads"),
                        (long) threads * queries)
                .add(new SmallQueries("client-v2", peer, () -> peerOne(peer), threads, queries))
                .add(new SmallQueries("columns", ours, () -> one(ours), threads, queries));
    }

    private Comparison earlyClose() {
        String sql = "SELECT number FROM numbers(100000000)";
        return new Comparison("Close a result of 100 million rows after the first ones", 1)
                .add(new PeerEarlyClose(url, sql))
                .add(new EarlyClose(url, sql));
    }

    private static long one(Client client) {
        try (QueryResult result = client.query("SELECT 1")) {
            return result.single(Long.class);
        }
    }

    private static long peerOne(com.clickhouse.client.api.Client client) throws Exception {
        return client.queryAll("SELECT 1").get(0).getLong(1);
    }
}
