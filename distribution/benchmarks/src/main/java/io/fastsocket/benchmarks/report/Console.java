package io.fastsocket.benchmarks.report;

import java.util.List;

/** Tables for a terminal. */
public final class Console {

    private Console() {}

    /**
     * All tables.
     *
     * @param results of a run
     * @return text with line breaks
     */
    public static String of(Results results) {
        Tables tables = new Tables(results);
        StringBuilder text = new StringBuilder();
        for (Tables.Table table :
                List.of(
                        tables.throughput(),
                        tables.calm(),
                        tables.idle(),
                        tables.slow(),
                        tables.contract(),
                        tables.goals())) {
            if (!table.rows().isEmpty()) {
                print(text.append('\n'), table);
            }
        }
        return text.toString();
    }

    private static void print(StringBuilder text, Tables.Table table) {
        int[] widths = new int[table.head().size()];
        for (int i = 0; i < widths.length; i++) {
            widths[i] = table.head().get(i).length();
            for (List<String> row : table.rows()) {
                // A sentence in place of figures may run over the columns after it.
                if (i == widths.length - 1 || i < 2 || !row.get(i + 1).isEmpty()) {
                    widths[i] = Math.max(widths[i], row.get(i).length());
                }
            }
        }
        line(text, table.head(), widths);
        for (List<String> row : table.rows()) {
            line(text, row, widths);
        }
    }

    private static void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < widths.length; i++) {
            String cell = cells.get(i);
            String space = " ".repeat(Math.max(0, widths[i] - cell.length()));
            boolean figure = !cell.isEmpty() && !Character.isLetter(cell.charAt(0));
            boolean heading = i > 0 && cells.get(0).equals("scenario") && i > 1;
            line.append(figure || heading ? space + cell : cell + space).append("  ");
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }
}
