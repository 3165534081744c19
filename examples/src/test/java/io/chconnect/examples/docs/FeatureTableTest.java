package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table of features has every row, and the tests it names are there. */
class FeatureTableTest {
    private static final int MOST_DONE_DIFFERENTLY = 15;
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
            Map.entry("R", 15)));
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]\\d+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");
    private static final Pattern NAMED =
            Pattern.compile("([A-Z][A-Za-z0-9]+(?:Test|Contract))(?:\\.([a-z][A-Za-z0-9]+))?");

    @Test
    void everyRowIsThereOnceAndNamesATestThatExists() throws IOException {
        Map<String, String> sources = testSources();
        List<String> ids = new ArrayList<>();
        int differently = 0;
        for (String line :
                Files.readAllLines(DocPage.root().resolve("docs/feature-table.md"), StandardCharsets.UTF_8)) {
            Matcher row = ROW.matcher(line);
            if (!row.matches()) {
                continue;
            }
            ids.add(row.group(1));
            String kind = row.group(3);
            assertThat(kind).as(line).isIn("done", "differently", "not applicable");
            differently += kind.equals("differently") ? 1 : 0;
            Matcher named = NAMED.matcher(row.group(4));
            boolean any = false;
            while (named.find()) {
                any = true;
                assertThat(sources).as(line).containsKey(named.group(1));
                if (named.group(2) != null) {
                    assertThat(sources.get(named.group(1))).as(line).contains(" " + named.group(2) + "(");
                }
            }
            assertThat(any || !kind.equals("done")).as("names a test: " + line).isTrue();
        }
        assertThat(ids)
                .containsExactlyInAnyOrderElementsOf(ROWS.entrySet().stream()
                        .flatMap(each ->
                                IntStream.rangeClosed(1, each.getValue()).mapToObj(i -> each.getKey() + i))
                        .toList());
        assertThat(differently).isLessThanOrEqualTo(MOST_DONE_DIFFERENTLY);
    }

    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new TreeMap<>();
        try (Stream<Path> files = Files.walk(DocPage.root())) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> NAMED.matcher(file.getFileName().toString().replace(".java", ""))
                            .matches())
                    .toList();
            for (Path file : all) {
                sources.merge(
                        file.getFileName().toString().replace(".java", ""),
                        Files.readString(file, StandardCharsets.UTF_8),
                        String::concat);
            }
        }
        return sources;
    }
}
