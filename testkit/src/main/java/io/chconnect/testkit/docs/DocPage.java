package io.chconnect.testkit.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A page of the documentation.
 *
 * @param path its file
 * @param lines its text
 * @param blocks its Java
 */
public record DocPage(Path path, List<String> lines, List<DocBlock> blocks) {
    private static final String FENCE = "```";
    private static final List<String> INFO = List.of("", "no-run");

    /** The root of the repository: tests run in their module's directory. */
    public static Path root() {
        return Path.of("..").toAbsolutePath().normalize();
    }

    /** All pages, in order. */
    public static List<DocPage> all() throws IOException {
        List<Path> paths = new ArrayList<>();
        for (Path directory : List.of(root(), root().resolve("docs"))) {
            try (Stream<Path> files = Files.list(directory)) {
                files.filter(file -> file.toString().endsWith(".md")).forEach(paths::add);
            }
        }
        paths.sort(Comparator.naturalOrder());
        List<DocPage> pages = new ArrayList<>();
        for (Path path : paths) {
            pages.add(of(path, Files.readAllLines(path, StandardCharsets.UTF_8)));
        }
        return pages;
    }

    /** The page of a path below the root. */
    public static DocPage at(String path) throws IOException {
        Path file = root().resolve(path);
        return of(file, Files.readAllLines(file, StandardCharsets.UTF_8));
    }

    /** A page with a text. */
    public static DocPage of(Path path, List<String> lines) {
        List<DocBlock> blocks = new ArrayList<>();
        int at = 0;
        while (at < lines.size()) {
            String language = language(lines.get(at));
            if (language == null) {
                at++;
                continue;
            }
            int end = closingFence(path, lines, at);
            if (language.equals("java") || language.startsWith("java ")) {
                String info = language.substring("java".length()).strip();
                if (!INFO.contains(info)) {
                    throw new AssertionError(
                            path + ":" + (at + 1) + ": unknown mark \"" + info + "\", expected no-run");
                }
                blocks.add(new DocBlock(at + 1, info, lines.subList(at + 1, end), textAfter(path, lines, end)));
            }
            at = end + 1;
        }
        return new DocPage(path, lines, blocks);
    }

    /** The name without its ending, as a Java and ClickHouse identifier. */
    public String identifier() {
        return String.valueOf(path.getFileName()).replace(".md", "").replaceAll("[^A-Za-z0-9]", "_");
    }

    private static @Nullable List<String> textAfter(Path path, List<String> lines, int end) {
        int next = end + 1;
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        if (next == lines.size() || !"text".equals(language(lines.get(next)))) {
            return null;
        }
        return lines.subList(next + 1, closingFence(path, lines, next));
    }

    private static @Nullable String language(String line) {
        return line.startsWith(FENCE) ? line.substring(FENCE.length()).strip() : null;
    }

    private static int closingFence(Path path, List<String> lines, int open) {
        for (int line = open + 1; line < lines.size(); line++) {
            if (lines.get(line).startsWith(FENCE)) {
                return line;
            }
        }
        throw new AssertionError(path + ":" + (open + 1) + ": the block has no end");
    }
}
