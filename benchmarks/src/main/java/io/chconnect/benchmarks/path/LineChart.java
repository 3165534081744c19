package io.chconnect.benchmarks.path;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Draws how time and memory grow, both axes by powers of ten. */
final class LineChart {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int TOP = 50;
    private static final int PLOT_WIDTH = WIDTH - LEFT - 30;
    private static final int PLOT_HEIGHT = HEIGHT - TOP - 50;

    private LineChart() {}

    /**
     * A point of the chart.
     *
     * @param size what grows, more than zero
     * @param millis time, more than zero
     * @param megabytes the most heap in use, more than zero
     */
    record Point(double size, double millis, double megabytes) {}

    /** An SVG document; both values share the vertical axis. */
    static String svg(String title, String sizeName, List<Point> points) {
        double low = points.stream()
                .mapToDouble(point -> Math.min(point.millis(), point.megabytes()))
                .min()
                .orElse(1);
        double high = points.stream()
                .mapToDouble(point -> Math.max(point.millis(), point.megabytes()))
                .max()
                .orElse(1);
        Axis x = new Axis(points.get(0).size(), points.get(points.size() - 1).size(), LEFT, PLOT_WIDTH);
        Axis y = new Axis(low, high, TOP + PLOT_HEIGHT, -PLOT_HEIGHT);
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        + " font-family=\"sans-serif\" font-size=\"12\">\n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n"
                        + "<text x=\"10\" y=\"20\" font-size=\"14\" font-weight=\"bold\">%s</text>\n"
                        + "<text x=\"10\" y=\"38\" fill=\"#555555\"><tspan fill=\"#1f77b4\">milliseconds</tspan>, "
                        + "<tspan fill=\"#d08a00\">megabytes of heap at the most</tspan>; x: %s</text>\n",
                WIDTH,
                HEIGHT,
                WIDTH,
                HEIGHT,
                title,
                sizeName));
        x.powers(power -> svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" stroke=\"#dddddd\"/>"
                        + "<text x=\"%1$.1f\" y=\"%4$d\" text-anchor=\"middle\" font-size=\"10\">%5$s</text>\n",
                x.at(power),
                TOP,
                TOP + PLOT_HEIGHT,
                TOP + PLOT_HEIGHT + 16,
                number(power))));
        y.powers(power -> svg.append(String.format(
                Locale.ROOT,
                "<line x1=\"%1$d\" y1=\"%2$.1f\" x2=\"%3$d\" y2=\"%2$.1f\" stroke=\"#dddddd\"/>"
                        + "<text x=\"%4$d\" y=\"%5$.1f\" text-anchor=\"end\" font-size=\"10\">%6$s</text>\n",
                LEFT,
                y.at(power),
                LEFT + PLOT_WIDTH,
                LEFT - 6,
                y.at(power) + 4,
                number(power))));
        line(svg, points, x, y, Point::millis, "#1f77b4");
        line(svg, points, x, y, Point::megabytes, "#d08a00");
        return svg.append("</svg>\n").toString();
    }

    private static void line(
            StringBuilder svg, List<Point> points, Axis x, Axis y, ToDoubleFunction<Point> value, String colour) {
        svg.append("<polyline fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" points=\"");
        points.forEach(point -> svg.append(
                String.format(Locale.ROOT, "%.1f,%.1f ", x.at(point.size()), y.at(value.applyAsDouble(point)))));
        svg.append("\"/>\n");
    }

    private static String number(double value) {
        return value < 1 ? Double.toString(value) : String.format(Locale.ROOT, "%,.0f", value);
    }

    /** Places values by their logarithm. */
    private record Axis(double low, double high, double start, double length) {
        double at(double value) {
            double span = Math.max(Math.log10(high) - Math.log10(low), 1e-9);
            return start + (Math.log10(value) - Math.log10(low)) / span * length;
        }

        void powers(java.util.function.DoubleConsumer consumer) {
            for (int power = (int) Math.ceil(Math.log10(low)); power <= Math.log10(high); power++) {
                consumer.accept(Math.pow(10, power));
            }
        }
    }
}
