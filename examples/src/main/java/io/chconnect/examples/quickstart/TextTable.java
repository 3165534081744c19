package io.chconnect.examples.quickstart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in aligned columns: numbers to the right, all else to the left. */
final class TextTable {
    private static final String GAP = "  ";

    private final List<String> head;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... head) {
        this.head = List.of(head);
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    void print(Terminal terminal) {
        int[] widths = new int[head.size()];
        boolean[] right = new boolean[head.size()];
        Arrays.fill(right, true);
        for (int column = 0; column < widths.length; column++) {
            widths[column] = head.get(column).length();
            for (List<String> row : rows) {
                String cell = row.get(column);
                widths[column] = Math.max(widths[column], cell.length());
                right[column] &= cell.isEmpty() || cell.matches("[-+]?[0-9].*");
            }
        }
        terminal.line(GAP + line(head, widths, right));
        terminal.line(GAP + line(Arrays.stream(widths).mapToObj("-"::repeat).toList(), widths, right));
        rows.forEach(row -> terminal.line(GAP + line(row, widths, right)));
    }

    private static String line(List<String> cells, int[] widths, boolean[] right) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String padding = " ".repeat(widths[column] - cells.get(column).length());
            line.append(column == 0 ? "" : GAP);
            line.append(right[column] ? padding + cells.get(column) : cells.get(column) + padding);
        }
        return line.toString().stripTrailing();
    }
}
