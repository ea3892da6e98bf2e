package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

import java.util.List;

/** Changes of contracts, a row for each. */
public final class ChangeTable {

    private ChangeTable() {}

    /**
     * The rows.
     *
     * @param changes in their order
     * @return with the columns impact, direction, namespace, event, change and path
     */
    public static Table of(List<Change> changes) {
        Table table =
                new Table(
                        Column.words("IMPACT"),
                        Column.words("DIRECTION"),
                        Column.words("NAMESPACE"),
                        Column.words("EVENT"),
                        Column.words("CHANGE"),
                        Column.words("PATH"));
        for (Change change : changes) {
            table.row(
                    Cell.styled(ComparedFiles.word(change.impact()), style(change.impact())),
                    ComparedFiles.word(change.direction()),
                    change.namespace(),
                    change.event(),
                    change.reason(),
                    Cell.styled((change.gone() ? "old:" : "") + change.path(), Style.FAINT));
        }
        return table;
    }

    /**
     * The rows as text, not cut to the terminal's width: what is wrong, and where, must be
     * readable.
     *
     * @param changes in their order
     * @param colour whether there are colours
     * @return without a line break at its end
     */
    public static String text(List<Change> changes, boolean colour) {
        return of(changes).text(new Terminal(0, 0, colour));
    }

    private static Style style(Impact impact) {
        return switch (impact) {
            case BREAKING -> Style.BAD;
            case UNCLEAR -> Style.WARNING;
            case COMPATIBLE -> Style.GOOD;
        };
    }
}
