package io.fastsocket.shell.console;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Rows of cells: aligned columns for people, two spaces apart, no lines drawn, so that other tools
 * can cut and sort them too; a list of objects for programs. Not for use by several threads.
 */
public final class Table {

    private static final int GAP = 2;

    /** No column of words is made narrower than this. */
    private static final int NARROWEST = 8;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    /**
     * An empty table.
     *
     * @param columns its columns
     */
    public Table(Column... columns) {
        this.columns = List.of(columns);
    }

    /**
     * Adds a row.
     *
     * @param cells one per column: cells, or values as they are; {@code -} is shown for an empty
     *     one, and line breaks as spaces
     */
    public void row(Object... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells for " + columns.size() + " columns");
        }
        List<Cell> row = new ArrayList<>(cells.length);
        for (Object cell : cells) {
            row.add(Cell.of(cell));
        }
        rows.add(row);
    }

    /**
     * For programs.
     *
     * @return an object for each row
     */
    public List<Map<String, Object>> values() {
        List<Map<String, Object>> values = new ArrayList<>();
        for (List<Cell> row : rows) {
            Map<String, Object> value = new LinkedHashMap<>();
            for (int i = 0; i < row.size(); i++) {
                value.put(columns.get(i).key(), row.get(i).value());
            }
            values.add(value);
        }
        return values;
    }

    /**
     * For people.
     *
     * @param terminal cut to its width, if there is one
     * @return the rows, each ended by a line break but the last; no line ends in spaces
     */
    public String text(Terminal terminal) {
        int[] widths = widths(terminal.columns());
        StringBuilder out = new StringBuilder();
        List<Cell> titles =
                columns.stream().map(column -> Cell.styled(column.title(), Style.BOLD)).toList();
        line(out, titles, widths, terminal);
        rows.forEach(row -> line(out.append('\n'), row, widths, terminal));
        return out.toString();
    }

    private void line(StringBuilder out, List<Cell> row, int[] widths, Terminal terminal) {
        int pending = 0;
        for (int i = 0; i < widths.length; i++) {
            String text = Width.cut(shown(row.get(i)), widths[i]);
            int padding = widths[i] - Width.of(text);
            out.repeat(' ', pending + (columns.get(i).number() ? padding : 0));
            out.append(terminal.paint(row.get(i).style(), text));
            pending = (columns.get(i).number() ? 0 : padding) + GAP;
        }
    }

    private int[] widths(int limit) {
        int[] widths = new int[columns.size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = columns.get(i).title().length();
            for (List<Cell> row : rows) {
                widths[i] = Math.max(widths[i], Width.of(shown(row.get(i))));
            }
        }
        for (int over = limit > 0 ? total(widths) - limit : 0; over > 0; over--) {
            int widest = widest(widths);
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static int total(int[] widths) {
        int total = GAP * (widths.length - 1);
        for (int width : widths) {
            total += width;
        }
        return total;
    }

    private int widest(int[] widths) {
        int widest = 0;
        for (int i = 1; i < widths.length; i++) {
            boolean better = columns.get(widest).number() || widths[i] > widths[widest];
            if (!columns.get(i).number() && better) {
                widest = i;
            }
        }
        return widest;
    }

    private static String shown(Cell cell) {
        String line = cell.line();
        return line.isEmpty() ? "-" : line;
    }
}
