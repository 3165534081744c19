package io.chconnect.conformance.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules that only the text of the sources shows. */
class SourceRulesTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final int LONGEST_FILE = 500;
    private static final Pattern SYNCHRONIZED = Pattern.compile("^\\s*synchronized \\(", Pattern.MULTILINE);

    @Test
    void noBlockIsSynchronized() throws IOException {
        assertThat(mainSources(text -> SYNCHRONIZED.matcher(text).find())).isEmpty();
    }

    @Test
    void noFileIsLong() throws IOException {
        assertThat(mainSources(text -> text.lines().count() > LONGEST_FILE)).isEmpty();
    }

    private static List<Path> mainSources(Predicate<String> wrong) throws IOException {
        List<Path> found = new ArrayList<>();
        int seen = 0;
        try (Stream<Path> modules = Files.list(ROOT)) {
            for (Path module : modules.sorted().toList()) {
                Path sources = module.resolve("src/main/java");
                if (Files.isDirectory(sources)) {
                    seen += scan(sources, wrong, found);
                }
            }
        }
        assertThat(seen).as("files of all modules").isGreaterThan(100);
        return found;
    }

    private static int scan(Path sources, Predicate<String> wrong, List<Path> found) throws IOException {
        int seen = 0;
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                seen++;
                if (wrong.test(Files.readString(file, StandardCharsets.UTF_8))) {
                    found.add(ROOT.relativize(file));
                }
            }
        }
        return seen;
    }
}
