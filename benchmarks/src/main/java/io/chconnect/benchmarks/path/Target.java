package io.chconnect.benchmarks.path;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A bar that a figure has to reach.
 *
 * @param path what is measured
 * @param bar the figure wanted, in words
 * @param figure the figure measured
 * @param met whether it is reached
 */
record Target(String path, String bar, double figure, boolean met) {
    private static Target atMost(String path, String what, double limit, double figure) {
        return new Target(path, what + " ≤ " + number(limit), figure, figure <= limit);
    }

    private static Target atLeast(String path, String what, double limit, double figure) {
        return new Target(path, what + " ≥ " + number(limit), figure, figure >= limit);
    }

    /** All bars, given the outcome of every comparison. */
    static List<Target> of(Function<String, Outcome> outcomes, Fork.Settings settings) {
        List<Target> targets =
                new ArrayList<>(ofRead(outcomes.apply("read"), settings.python() != null, settings.readRows()));
        targets.addAll(ofCompressed(outcomes.apply("read-lz4"), "lz4"));
        targets.addAll(ofCompressed(outcomes.apply("read-zstd"), "zstd"));
        targets.addAll(ofInsert(outcomes.apply("insert")));
        targets.add(ofSmallQueries(outcomes.apply("small-queries-1")));
        targets.add(ofSmallQueries(outcomes.apply("small-queries-16")));
        targets.add(ofEarlyClose(outcomes.apply("early-close")));
        targets.addAll(ofInProcess(outcomes.apply("in-process")));
        return targets;
    }

    /** The bars on reading the five columns. */
    private static List<Target> ofRead(Outcome read, boolean withPython, long rows) {
        String raw = "raw HTTP, bytes dropped";
        String columns = "columns, strings as bytes";
        String givenBack = "columns, blocks given back";
        String peer = "client-v2, row reader";
        List<Target> targets = new ArrayList<>(List.of(
                atMost("columnar read", "wall, of draining the bytes", 1.15, read.wall(columns, raw)),
                atMost("columnar read", "CPU, of draining the bytes", 2, read.cpu(columns, raw)),
                atMost("columnar read, blocks given back", "CPU, of draining the bytes", 2, read.cpu(givenBack, raw)),
                atLeast("row cursor", "client-v2's row reader, wall", 5, read.wall(peer, "row cursor")),
                atLeast("row cursor", "client-v2's row reader, CPU", 5, read.cpu(peer, "row cursor")),
                atLeast(
                        "list of records",
                        "client-v2's list of objects, wall",
                        4,
                        read.wall("client-v2, list of objects", "list of records")),
                atLeast("JDBC getters", "jdbc-v2, wall", 4, read.wall("jdbc-v2", "our JDBC driver")),
                atMost(
                        "allocation of a columnar read",
                        "MB, of the arrays' size",
                        1.2,
                        read.line(columns).allocatedMegabytes() / (rows * 36 / 1e6))));
        if (withPython) {
            targets.add(atLeast("rows", "Python's rows, wall", 5, read.wall("Python, rows", "row cursor")));
            double best = Math.min(
                    read.line("Python, columns").wallMillis(),
                    Math.min(
                            read.line("Python, numpy").wallMillis(),
                            read.line("Python, arrow").wallMillis()));
            targets.add(atLeast(
                    "columns",
                    "Python's best columns, wall",
                    1.5,
                    best / read.line(columns).wallMillis()));
        }
        return targets;
    }

    /** The bars on reading in process. */
    private static List<Target> ofInProcess(Outcome read) {
        return List.of(
                atMost(
                        "columns, in process",
                        "wall, of dropping the chunks",
                        1.3,
                        read.wall("columns, in process", "in process, chunks dropped")),
                atMost(
                        "columns, blocks given back, in process",
                        "wall, of dropping the chunks",
                        1.3,
                        read.wall("columns, blocks given back, in process", "in process, chunks dropped")),
                atLeast(
                        "columns, in process",
                        "columns over HTTP, wall",
                        1.4,
                        read.wall("columns, over HTTP", "columns, in process")),
                atLeast(
                        "columns, blocks given back, in process",
                        "the same over HTTP, wall",
                        1.4,
                        read.wall("columns, blocks given back, over HTTP", "columns, blocks given back, in process")));
    }

    /** The bars on inserting the five columns. */
    private static List<Target> ofInsert(Outcome insert) {
        return List.of(
                atMost(
                        "columnar insert",
                        "wall, of posting prepared bytes",
                        1.3,
                        insert.wall("columns from arrays", "raw HTTP, prepared bytes")),
                atLeast(
                        "insert of records",
                        "client-v2's insert of objects, wall",
                        3,
                        insert.wall("client-v2, list of objects", "list of records")),
                atLeast(
                        "insert of records",
                        "client-v2's RowBinary writer, wall",
                        1.3,
                        insert.wall("client-v2, RowBinary writer", "list of records")),
                atLeast("JDBC batch", "jdbc-v2, wall", 10, insert.wall("jdbc-v2", "our JDBC driver")),
                atLeast(
                        "JDBC batch",
                        "jdbc-v2's RowBinary writer, wall",
                        2,
                        insert.wall("jdbc-v2, beta RowBinary writer", "our JDBC driver")));
    }

    /** The bars on reading compressed. */
    private static List<Target> ofCompressed(Outcome read, String method) {
        String peer = "client-v2, row reader, LZ4";
        return List.of(
                atLeast("row cursor, " + method, "client-v2's compressed read, wall", 3, read.wall(peer, "row cursor")),
                atLeast(
                        "row cursor, " + method + " in ClickHouse's own blocks",
                        "client-v2's compressed read, wall",
                        3,
                        read.wall(peer, "row cursor, ClickHouse's own blocks")));
    }

    /** The bar on small queries. */
    private static Target ofSmallQueries(Outcome queries) {
        return atLeast(queries.title(), "client-v2, wall", 1, queries.wall("client-v2", "columns"));
    }

    /** The bar on leaving a result. */
    private static Target ofEarlyClose(Outcome close) {
        return atMost(
                "early close of 100 million rows",
                "ms",
                50,
                close.line("columns").wallMillis());
    }

    /** A line of the table of targets. */
    String markdown() {
        return String.format(Locale.ROOT, "| %s | %s | %.2f | %s |\n", path, bar, figure, met ? "yes" : "**no**");
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
