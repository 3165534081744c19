package io.chconnect.benchmarks.path;

import io.chconnect.engine.ClickHouseServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Runs every comparison, and writes the figures and charts of a page. */
public final class WholePaths {
    private WholePaths() {}

    /** A way to run a comparison. */
    @FunctionalInterface
    interface Runner {
        Outcome run(String name, Fork.Settings settings) throws Exception;
    }

    /**
     * Runs all comparisons, each in a JVM of its own.
     *
     * @param args rows to read, rows to insert, rounds, the page to write, and a Python interpreter that has
     *     clickhouse-connect; each may be left out from the right
     * @throws Exception if a contestant fails
     */
    public static void main(String[] args) throws Exception {
        List<String> settings = new ArrayList<>(Arrays.asList(args));
        String page = settings.size() > 3 ? settings.remove(3) : null;
        Report report = report(Fork.Settings.parse(settings), Fork::run);
        if (page == null) {
            System.out.println(report.text());
        } else {
            report.write(Path.of(page));
        }
    }

    static Report report(Fork.Settings settings, Runner runner) throws Exception {
        Report report = new Report();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (String name : Suite.names()) {
            outcomes.put(name, report.add(name, runner.run(name, settings)));
        }
        report.targets(Target.of(name -> Objects.requireNonNull(outcomes.get(name), name), settings));
        try (ClickHouseServer server = ClickHouseServer.start()) {
            scale(new Scaling(server.url()), report, settings.readRows());
        }
        return report;
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
