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
    private static final Pattern SWITCH_OVER_KINDS = Pattern.compile("switch \\(.*kind\\(\\)\\) \\{");

    @Test
    void noBlockIsSynchronized() throws IOException {
        assertThat(mainSources(text -> SYNCHRONIZED.matcher(text).find())).isEmpty();
    }

    @Test
    void noFileIsLong() throws IOException {
        assertThat(mainSources(text -> text.lines().count() > LONGEST_FILE)).isEmpty();
    }

    /** A new scalar type then changes CodecFactory and no other switch; see CONTRIBUTING.md. */
    @Test
    void onlyTheCodecsNameEveryKindOfType() throws IOException {
        assertThat(mainSources(SourceRulesTest::namesEveryKind))
                .containsExactly(Path.of("codec/src/main/java/io/chconnect/codec/internal/type/CodecFactory.java"));
    }

    private static boolean namesEveryKind(String text) {
        return SWITCH_OVER_KINDS
                .matcher(text)
                .results()
                .map(start -> block(text, start.end()))
                .anyMatch(block -> block.contains("UINT128") && !block.contains("default ->"));
    }

    /** What stands between a brace that ends at a position and its counterpart. */
    private static String block(String text, int from) {
        int at = from;
        for (int depth = 1; depth > 0 && at < text.length(); at++) {
            depth += text.charAt(at) == '{' ? 1 : text.charAt(at) == '}' ? -1 : 0;
        }
        return text.substring(from, at);
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
