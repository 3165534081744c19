package io.chconnect.examples.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.chconnect.testkit.docs.DocPage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The paths that ARCHITECTURE.md names are there. */
class ArchitecturePathsTest {
    private static final Pattern SHORT_PATH = Pattern.compile("`(\\w+)/…/([\\w/]+)`");
    private static final Pattern LONG_PATH = Pattern.compile("`(\\w+/src/[\\w/]+)`");

    @Test
    void theyAreThere() throws IOException {
        String text = Files.readString(DocPage.root().resolve("ARCHITECTURE.md"), StandardCharsets.UTF_8);
        List<String> missing = new ArrayList<>();
        int paths = 0;
        for (Matcher matcher = SHORT_PATH.matcher(text); matcher.find(); paths++) {
            Set<String> known = paths(DocPage.root().resolve(matcher.group(1)).resolve("src/main/java"));
            if (known.stream().noneMatch(path -> path.endsWith("/" + matcher.group(2)))) {
                missing.add(matcher.group());
            }
        }
        for (Matcher matcher = LONG_PATH.matcher(text); matcher.find(); paths++) {
            if (!Files.exists(DocPage.root().resolve(matcher.group(1)))) {
                missing.add(matcher.group());
            }
        }
        assertThat(missing).isEmpty();
        assertThat(paths).isGreaterThan(20);
    }

    /** Files without their ending, and directories. */
    private static Set<String> paths(Path sources) throws IOException {
        try (Stream<Path> walked = Files.walk(sources)) {
            return walked.map(path -> path.toString().replaceFirst("\\.java$", ""))
                    .collect(Collectors.toSet());
        }
    }
}
