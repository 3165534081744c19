package io.chconnect.benchmarks.path;

import io.chconnect.benchmarks.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects the figures, and puts them into a page between the two lines that mark their place. */
final class Report {
    private final StringBuilder tables = new StringBuilder();
    private final StringBuilder summary = new StringBuilder();
    private final Map<String, String> images = new LinkedHashMap<>();

    /** Adds a table and its chart, and returns the same outcome. */
    Outcome add(String image, Outcome outcome) {
        System.err.println(outcome.markdown());
        tables.append(outcome.markdown()).append("\n![").append(outcome.title()).append("](images/performance/");
        tables.append(image).append(".svg)\n\n");
        images.put(image, BarChart.svg(outcome));
        return outcome;
    }

    /** Adds a chart of growth, with its figures. */
    void chart(String image, String title, String sizeName, List<LineChart.Point> points) {
        tables.append("### ")
                .append(title)
                .append("\n\n| ")
                .append(sizeName)
                .append(" | ms | MB of heap at the most |\n|---|---|---|\n");
        points.forEach(point -> tables.append(String.format(
                Locale.ROOT, "| %.0f | %.2f | %.0f |\n", point.size(), point.millis(), point.megabytes())));
        tables.append("\n![")
                .append(title)
                .append("](images/performance/")
                .append(image)
                .append(".svg)\n\n");
        images.put(image, LineChart.svg(title, sizeName, points));
    }

    /** Sets the table of targets, which comes first. */
    void targets(List<Target> targets) {
        summary.append("| path | target | measured | met |\n|---|---|---|---|\n");
        targets.forEach(target -> summary.append(target.markdown()));
        summary.append('\n');
    }

    /** The figures as Markdown. */
    String text() {
        return "Java " + Runtime.version() + ", " + Runtime.getRuntime().availableProcessors() + " processors, "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch") + ", "
                + java.time.LocalDate.now(java.time.ZoneOffset.UTC)
                + "; medians of rounds in which the contestants take turns; ratios to the first line.\n\n"
                + summary + tables;
    }

    /** Writes the images beside the page and the figures into it; a page that is not there is made of them alone. */
    void write(Path page) throws IOException {
        Path directory = page.resolveSibling("images").resolve("performance");
        Files.createDirectories(directory);
        for (Map.Entry<String, String> image : images.entrySet()) {
            Files.writeString(directory.resolve(image.getKey() + ".svg"), image.getValue());
        }
        Page.put(page, "whole paths", text());
    }
}
