package io.fastsocket.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * A table for people: columns aligned on the left, two spaces apart, no lines drawn, so that it can
 * be cut and sorted by other tools too. Not for use by several threads.
 */
final class Table {

    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();
    private final int columns;

    Table(String... titles) {
        columns = titles.length;
        rows.add(List.of(titles));
    }

    /**
     * Adds a row.
     *
     * @param cells one per column; {@code -} is shown for an empty one, and line breaks as spaces
     */
    void row(Object... cells) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
        List<String> row = new ArrayList<>(columns);
        for (Object cell : cells) {
            String text = String.valueOf(cell).replaceAll("\\s+", " ").strip();
            row.add(text.isEmpty() ? "-" : text);
        }
        rows.add(row);
    }

    /** The rows, each ended by a line break but the last; no line ends in spaces. */
    @Override
    public String toString() {
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row.get(i).length());
            }
        }
        StringBuilder out = new StringBuilder();
        for (List<String> row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row.get(i)).repeat(' ', widths[i] - row.get(i).length()).append(GAP);
            }
            out.append(out.isEmpty() ? "" : "\n").append(line.toString().stripTrailing());
        }
        return out.toString();
    }
}
