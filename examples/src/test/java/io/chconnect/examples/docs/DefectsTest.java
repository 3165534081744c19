package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.testkit.docs.DocPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The page on defects of other drivers has every defect once, every row of the inventories of types included, and the tests it names are there. */
class DefectsTest {
    private static final Pattern ROW = Pattern.compile("\\| ([A-Z]+[-.0-9a-z]*) \\| ([^|]+) \\| ([^|]+) \\|");

    /** How many rows the inventories of types have; T are cases of types, up to 41. */
    private static final Map<String, Integer> COMPLETE =
            Map.of("W", 7, "N", 8, "Y", 33, "V", 6, "J", 5, "Z", 9, "T", 41);

    @Test
    void everyDefectHasATestThatExists() throws IOException {
        Map<String, String> sources = NamedTests.sources();
        List<String> ids = new ArrayList<>();
        for (String line : Files.readAllLines(DocPage.root().resolve("docs/defects.md"), StandardCharsets.UTF_8)) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                ids.add(row.group(1));
                assertThat(NamedTests.requireIn(row.group(3), sources, line))
                        .as("names a test: " + line)
                        .isTrue();
            }
        }
        assertThat(ids).doesNotHaveDuplicates();
        COMPLETE.forEach((letter, count) -> assertThat(ids)
                .containsAll(IntStream.rangeClosed(1, count)
                        .mapToObj(i -> letter + i)
                        .toList()));
    }
}
