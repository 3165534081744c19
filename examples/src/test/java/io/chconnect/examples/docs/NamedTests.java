package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.testkit.docs.DocPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Tests that tables of the documentation name, as {@code ClassTest.method} or {@code ClassTest}. */
final class NamedTests {
    private static final Pattern NAMED =
            Pattern.compile("([A-Z][A-Za-z0-9]+(?:Test|Contract))(?:\\.([a-z][A-Za-z0-9]+))?");

    private NamedTests() {}

    /** The sources of all test classes and contracts, by the names of the classes. */
    static Map<String, String> sources() throws IOException {
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

    /** Fails unless each test that a text names exists; says whether it names any. */
    static boolean requireIn(String text, Map<String, String> sources, String line) {
        Matcher named = NAMED.matcher(text);
        boolean any = false;
        while (named.find()) {
            any = true;
            assertThat(sources).as(line).containsKey(named.group(1));
            if (named.group(2) != null) {
                assertThat(sources.get(named.group(1))).as(line).contains(" " + named.group(2) + "(");
            }
        }
        return any;
    }
}
