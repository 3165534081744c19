package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.testkit.docs.DocPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The table of features has every row, and the tests it names are there. */
class FeatureTableTest {
    private static final int MOST_DONE_DIFFERENTLY = 15;
    /** Of the rows E, which are about the wire. */
    private static final int MOST_ON_THE_WIRE_DONE_DIFFERENTLY = 2;

    private static final Map<String, Integer> ROWS = new TreeMap<>(Map.ofEntries(
            Map.entry("P", 9),
            Map.entry("C", 37),
            Map.entry("G", 14),
            Map.entry("L", 6),
            Map.entry("M", 10),
            Map.entry("Q", 10),
            Map.entry("S", 5),
            Map.entry("X", 3),
            Map.entry("K", 4),
            Map.entry("T", 4),
            Map.entry("I", 12),
            Map.entry("B", 27),
            Map.entry("E", 27),
            Map.entry("R", 15)));
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

    @Test
    void everyRowIsThereOnceAndNamesATestThatExists() throws IOException {
        check("docs/feature-table.md", ROWS);
    }

    @Test
    void everyRowOfArraysAndFramesIsThereOnceAndNamesATestThatExists() throws IOException {
        check("docs/dataframe.md", Map.of("F", 10));
    }

    private static void check(String page, Map<String, Integer> rows) throws IOException {
        Map<String, String> sources = NamedTests.sources();
        List<String> ids = new ArrayList<>();
        int differently = 0;
        int onTheWire = 0;
        for (String line : Files.readAllLines(DocPage.root().resolve(page), StandardCharsets.UTF_8)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            ids.add(row.group(1));
            String kind = row.group(3);
            assertThat(kind).as(line).isIn("done", "differently", "not applicable");
            if (kind.equals("differently")) {
                boolean wire = row.group(1).startsWith("E");
                onTheWire += wire ? 1 : 0;
                differently += wire ? 0 : 1;
            }
            boolean any = NamedTests.requireIn(row.group(4), sources, line);
            assertThat(any || !kind.equals("done")).as("names a test: " + line).isTrue();
        }
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(rows.entrySet().stream()
                        .flatMap(each ->
                                IntStream.rangeClosed(1, each.getValue()).mapToObj(i -> each.getKey() + i))
                        .toList());
        assertThat(differently).isLessThanOrEqualTo(MOST_DONE_DIFFERENTLY);
        assertThat(onTheWire).isLessThanOrEqualTo(MOST_ON_THE_WIRE_DONE_DIFFERENTLY);
    }
}
