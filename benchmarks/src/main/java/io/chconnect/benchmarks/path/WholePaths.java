package io.chconnect.benchmarks.path;

import io.chconnect.benchmarks.path.data.DataSet;
import io.chconnect.engine.ClickHouseServer;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** Runs every comparison against a server that this program starts, and writes the figures and charts of a page. */
public final class WholePaths {
    private WholePaths() {}

    /**
     * Runs all comparisons.
     *
     * @param args rows to read, rows to insert, rounds, the page to write, and a Python interpreter that has
     *     clickhouse-connect; each may be left out from the right
     * @throws Exception if a contestant fails
     */
    public static void main(String[] args) throws Exception {
        // By the rules of a Turkish locale, client-v2 does not find a setter of "id"; jdbc-v2 reads the times of a
        // column in
        // UTC by the zone of the JVM.
        Locale.setDefault(Locale.ROOT);
        TimeZone.setDefault(TimeZone.getTimeZone(ZoneOffset.UTC));
        long readRows = args.length > 0 ? Long.parseLong(args[0]) : 5_000_000;
        int insertRows = args.length > 1 ? Integer.parseInt(args[1]) : 2_000_000;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 9;
        String python = args.length > 4 ? args[4] : null;
        Report report = new Report();
        try (ClickHouseServer server = ClickHouseServer.start()) {
            Suite.Sizes sizes = new Suite.Sizes(
                    readRows, insertRows, Math.max(readRows / 5, 1), (int) Math.min(2_000, readRows / 500 + 1));
            run(new Suite(server, sizes, python), report, rounds, python, readRows);
            scale(new Scaling(server.url()), report, readRows);
        }
        if (args.length > 3) {
            report.write(Path.of(args[3]));
        } else {
            System.out.println(report.text());
        }
    }

    private static void run(Suite suite, Report report, int rounds, @Nullable String python, long rows)
            throws Exception {
        List<Target> targets = new ArrayList<>();
        Outcome read = report.add("read", suite.read().run(rounds));
        targets.addAll(Target.ofRead(read, python != null, rows));
        for (String method : List.of("lz4", "zstd")) {
            Outcome compressed =
                    report.add("read-" + method, suite.readCompressed(method).run(rounds));
            targets.addAll(Target.ofCompressed(compressed, method));
        }
        targets.addAll(Target.ofInsert(report.add("insert", suite.insert().run(rounds))));
        for (int threads : new int[] {1, 16}) {
            targets.add(Target.ofSmallQueries(report.add(
                    "small-queries-" + threads, suite.smallQueries(threads).run(rounds))));
        }
        targets.add(
                Target.ofEarlyClose(report.add("early-close", suite.earlyClose().run(rounds))));
        targets.addAll(Target.ofInProcess(
                report.add("in-process", suite.readInProcess().run(rounds))));
        for (DataSet set : DataSet.all()) {
            report.add(
                    "data-" + set.name().replaceAll("[^A-Za-z0-9]+", "-"),
                    suite.dataSet(set).run(rounds));
        }
        report.targets(targets);
    }

    private static void scale(Scaling scaling, Report report, long rows) throws Exception {
        report.chart("scaling-rows", "Rows of one column", "rows", scaling.rows(rows * 20));
        report.chart("scaling-columns", "Columns of 1,000 rows", "columns", scaling.columns(1_000));
        report.chart(
                "scaling-blocks",
                "Block sizes of " + rows + " rows",
                "rows of a block",
                scaling.blockSizes(1_000_000, rows));
    }
}
