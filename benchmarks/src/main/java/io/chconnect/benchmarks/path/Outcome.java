package io.chconnect.benchmarks.path;

import java.util.List;
import java.util.Locale;

/**
 * The medians of a comparison.
 *
 * @param title what was done
 * @param lines one for each contestant; the first is the measure of the others
 */
record Outcome(String title, List<Line> lines) {
    /** Ratios to less processor time say nothing. */
    private static final double LEAST_CPU_MILLIS = 5;

    /**
     * A contestant's medians.
     *
     * @param name the contestant
     * @param wallMillis time
     * @param cpuMillis processor time of the client
     * @param allocatedMegabytes heap allocated by the calling thread
     */
    record Line(String name, double wallMillis, double cpuMillis, double allocatedMegabytes) {}

    /** The line of a contestant. */
    Line line(String name) {
        return lines.stream()
                .filter(line -> line.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"" + title + "\" has no line \"" + name + "\""));
    }

    /** How many times one contestant's wall time goes into another's. */
    double wall(String slow, String fast) {
        return line(slow).wallMillis() / line(fast).wallMillis();
    }

    /** How many times one contestant's processor time goes into another's. */
    double cpu(String slow, String fast) {
        return line(slow).cpuMillis() / line(fast).cpuMillis();
    }

    /** The outcome as text, for another JVM to {@link #parse}. */
    String format() {
        StringBuilder text = new StringBuilder(title);
        lines.forEach(line -> text.append('\n')
                .append(line.name())
                .append('\t')
                .append(line.wallMillis())
                .append('\t')
                .append(line.cpuMillis())
                .append('\t')
                .append(line.allocatedMegabytes()));
        return text.toString();
    }

    static Outcome parse(String text) {
        List<String> rows = text.lines().toList();
        return new Outcome(
                rows.get(0),
                rows.stream()
                        .skip(1)
                        .map(row -> row.split("\t", -1))
                        .map(cells -> new Line(
                                cells[0],
                                Double.parseDouble(cells[1]),
                                Double.parseDouble(cells[2]),
                                Double.parseDouble(cells[3])))
                        .toList());
    }

    /** A heading and a Markdown table. */
    String markdown() {
        StringBuilder table = new StringBuilder("### " + title + "\n\n"
                + "| | wall ms | wall ratio | CPU ms | CPU ratio | allocated MB |\n|---|---|---|---|---|---|\n");
        Line floor = lines.get(0);
        for (Line line : lines) {
            table.append(String.format(
                    Locale.ROOT,
                    "| %s | %s | %.2f | %s | %s | %.0f |\n",
                    line.name(),
                    millis(line.wallMillis()),
                    line.wallMillis() / floor.wallMillis(),
                    millis(line.cpuMillis()),
                    floor.cpuMillis() < LEAST_CPU_MILLIS ? "" : ratio(line.cpuMillis() / floor.cpuMillis()),
                    line.allocatedMegabytes()));
        }
        return table.toString();
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, "%.2f", ratio);
    }

    private static String millis(double millis) {
        return String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis);
    }
}
