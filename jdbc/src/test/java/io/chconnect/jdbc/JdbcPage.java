package io.chconnect.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The tables of the page on JDBC. */
final class JdbcPage {
    private static final Path PAGE = Path.of("../docs/jdbc.md");

    private JdbcPage() {}

    /** The cells of the table whose heading starts with a text, without the heading; pipes in cells are written {@code \|}. */
    static List<List<String>> table(String heading) {
        List<String> lines = lines();
        int start = lines.indexOf(lines.stream()
                .filter(line -> line.startsWith("| " + heading))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("There is no table headed \"" + heading + "\" in " + PAGE)));
        return lines.subList(start + 2, lines.size()).stream()
                .takeWhile(line -> line.startsWith("|"))
                .map(JdbcPage::cells)
                .toList();
    }

    private static List<String> cells(String line) {
        return Arrays.stream(line.substring(1, line.length() - 1).split("(?<!\\\\)\\|", -1))
                .map(cell -> cell.strip().replace("\\|", "|"))
                .toList();
    }

    private static List<String> lines() {
        try {
            return Files.readAllLines(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
