package io.chconnect.benchmarks.path;

import java.util.List;
import java.util.Locale;

/** Draws an outcome as horizontal bars: wall time above processor time for each contestant. */
final class BarChart {
    private static final int LABEL_WIDTH = 250;
    private static final int BAR_WIDTH = 400;
    private static final int WIDTH = LABEL_WIDTH + BAR_WIDTH + 90;
    private static final int ROW_HEIGHT = 34;
    private static final int TOP = 50;

    private BarChart() {}

    /** An SVG document with colours that are readable on light and dark pages. */
    static String svg(Outcome outcome) {
        List<Outcome.Line> lines = outcome.lines();
        double longest = lines.stream()
                .mapToDouble(line -> Math.max(line.wallMillis(), line.cpuMillis()))
                .max()
                .orElse(1);
        int height = TOP + ROW_HEIGHT * lines.size() + 10;
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n"
                        + "<text x=\"10\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>\n"
                        + "<text x=\"10\" y=\"38\" fill=\"#555555\">milliseconds, shorter is better: "
                        + "<tspan fill=\"#1f77b4\">wall</tspan>, <tspan fill=\"#d08a00\">processor of the client"
                        + "</tspan></text>\n",
                WIDTH,
                height,
                WIDTH,
                height,
                escaped(outcome.title())));
        for (int i = 0; i < lines.size(); i++) {
            Outcome.Line line = lines.get(i);
            int y = TOP + i * ROW_HEIGHT;
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\">%s</text>\n",
                    LABEL_WIDTH - 8,
                    y + 17,
                    escaped(line.name())));
            bar(svg, y + 2, line.wallMillis(), longest, "#1f77b4");
            bar(svg, y + 16, line.cpuMillis(), longest, "#d08a00");
        }
        return svg.append("</svg>\n").toString();
    }

    private static void bar(StringBuilder svg, int y, double millis, double longest, String colour) {
        double width = Math.max(1, millis / longest * BAR_WIDTH);
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"12\" fill=\"%s\"/>"
                        + "<text x=\"%.1f\" y=\"%d\" font-size=\"10\">%s</text>\n",
                LABEL_WIDTH,
                y,
                width,
                colour,
                LABEL_WIDTH + width + 4,
                y + 10,
                String.format(Locale.ROOT, millis < 10 ? "%.2f" : "%.0f", millis)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
