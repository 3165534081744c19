package io.chconnect.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import io.chconnect.engine.ClickHouseServer;
import io.chconnect.testkit.server.ClickHouseServerTest;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import javax.imageio.ImageIO;
import net.sf.jasperreports.engine.JRException;
import net.sf.jasperreports.engine.JRParameter;
import net.sf.jasperreports.engine.JasperCompileManager;
import net.sf.jasperreports.engine.JasperExportManager;
import net.sf.jasperreports.engine.JasperFillManager;
import net.sf.jasperreports.engine.JasperPrint;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A report with a table and a chart, each with its own query on the one connection of the report, as a PDF. */
@Timeout(300)
@ClickHouseServerTest
class JasperReportsTest {
    private static final int DOTS_PER_INCH = 110;
    private static final int BAR_COLOUR = 0xFF2F7ED8;
    private static final int LATE_MINUTES = 15;

    private final ClickHouseServer server;

    JasperReportsTest(ClickHouseServer server) {
        this.server = server;
    }

    @ParameterizedTest
    @EnumSource
    void aReportOfTheFlightsBecomesAPdf(Place place) throws Exception {
        try (Connection connection = place.dataSource(server).getConnection()) {
            Flights.create(connection, "reports");

            byte[] pdf = JasperExportManager.exportReportToPdf(filled(connection));

            try (PDDocument document = Loader.loadPDF(pdf)) {
                assertThat(document.getNumberOfPages()).isOne();
                assertThat(lines(document))
                        .contains("Flights of early 2001", "Airport Flights First Mean delay Late")
                        .containsAll(table(connection))
                        .contains("Flights of these airports: " + total(connection));
                BufferedImage picture = new PDFRenderer(document).renderImageWithDPI(0, DOTS_PER_INCH);
                write(picture, place);
                assertSameShape(delays(connection), barHeights(picture));
            }
        }
    }

    private static JasperPrint filled(Connection connection) throws JRException, IOException {
        try (InputStream report = JasperReportsTest.class.getResourceAsStream("/reports/flights.jrxml")) {
            Map<String, Object> parameters = Map.of(
                    "least",
                    1000,
                    "late",
                    (short) LATE_MINUTES,
                    JRParameter.REPORT_LOCALE,
                    Locale.ENGLISH,
                    JRParameter.REPORT_TIME_ZONE,
                    TimeZone.getTimeZone("UTC"));
            return JasperFillManager.fillReport(
                    JasperCompileManager.compileReport(report), new HashMap<>(parameters), connection);
        }
    }

    private static List<String> lines(PDDocument document) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setSortByPosition(true);
        return stripper.getText(document).lines().map(String::strip).toList();
    }

    /** What the table must say, put together by the server. */
    private static List<String> table(Connection connection) throws SQLException {
        return strings(
                connection,
                "SELECT concat(origin, ' ', replaceRegexpAll(toString(count()), '(\\\\d)(\\\\d{3})$', '\\\\1,\\\\2'), ' ',"
                        + " formatDateTime(min(date), '%F %R'), ' ', printf('%.1f', round(avg(delay), 1)), ' min ',"
                        + " printf('%.2f', toFloat64(CAST(countIf(delay > " + LATE_MINUTES
                        + ") / count(), 'Decimal(9, 4)') * 100)), ' %')"
                        + " FROM reports.flights GROUP BY origin ORDER BY count() DESC, origin LIMIT 12");
    }

    private static String total(Connection connection) throws SQLException {
        String total = strings(
                        connection,
                        "SELECT sum(n) FROM (SELECT count() AS n FROM reports.flights GROUP BY origin"
                                + " ORDER BY n DESC LIMIT 12)")
                .get(0);
        return String.format(Locale.ROOT, "%,d", Long.parseLong(total));
    }

    private static List<Double> delays(Connection connection) throws SQLException {
        return strings(connection, "SELECT avg(delay) FROM reports.flights GROUP BY toHour(date) ORDER BY toHour(date)")
                .stream()
                .map(Double::valueOf)
                .toList();
    }

    private static List<String> strings(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                values.add(result.getString(1));
            }
        }
        return values;
    }

    /** The heights of the chart's bars, in pixels, from left to right. */
    private static List<Integer> barHeights(BufferedImage picture) {
        List<Integer> heights = new ArrayList<>();
        boolean inside = false;
        for (int x = 0; x < picture.getWidth(); x++) {
            int height = 0;
            for (int y = 0; y < picture.getHeight(); y++) {
                height += picture.getRGB(x, y) == BAR_COLOUR ? 1 : 0;
            }
            if (height > 0 && !inside) {
                heights.add(height);
            } else if (height > 0) {
                int last = heights.size() - 1;
                heights.set(last, Math.max(height, heights.get(last)));
            }
            inside = height > 0;
        }
        return heights;
    }

    private static void assertSameShape(List<Double> values, List<Integer> heights) {
        assertThat(heights).hasSameSizeAs(values);
        double highest = values.stream().mapToDouble(Math::abs).max().orElseThrow();
        int tallest = heights.stream().mapToInt(Integer::intValue).max().orElseThrow();
        for (int bar = 0; bar < heights.size(); bar++) {
            assertThat((double) heights.get(bar))
                    .as("the bar of hour %d", bar)
                    .isCloseTo(tallest * Math.abs(values.get(bar)) / highest, offset(4.0));
        }
    }

    /** For a person to look at. */
    private static void write(BufferedImage picture, Place place) throws IOException {
        Path directory = Files.createDirectories(Path.of("target", "reports"));
        File file = directory
                .resolve("flights-" + place.name().toLowerCase(Locale.ROOT) + ".png")
                .toFile();
        assertThat(ImageIO.write(picture, "png", file)).isTrue();
    }
}
