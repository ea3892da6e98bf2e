package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Impact;

/** A row for each change, and a line that sums up. */
final class ChangeText {

    private ChangeText() {}

    static String of(ComparedFiles compared, Terminal terminal) {
        boolean bad = compared.count(Impact.BREAKING) > 0;
        String summary =
                "%s -> %s: %s"
                        .formatted(
                                Cell.harmless(compared.old()),
                                Cell.harmless(compared.changed()),
                                terminal.paint(bad ? Style.BAD : Style.GOOD, compared.summary()));
        if (compared.changes().isEmpty()) {
            return summary;
        }
        Table table =
                new Table(
                        Column.words("IMPACT"),
                        Column.words("DIRECTION"),
                        Column.words("NAMESPACE"),
                        Column.words("EVENT"),
                        Column.words("CHANGE"),
                        Column.words("PATH"));
        for (Change change : compared.changes()) {
            table.row(
                    Cell.styled(ComparedFiles.word(change.impact()), style(change.impact())),
                    ComparedFiles.word(change.direction()),
                    change.namespace(),
                    change.event(),
                    change.reason(),
                    Cell.styled((change.gone() ? "old:" : "") + change.path(), Style.FAINT));
        }
        // Not cut to the terminal's width: what is wrong, and where, must be readable.
        return table.text(new Terminal(0, 0, terminal.colour())) + "\n" + summary;
    }

    private static Style style(Impact impact) {
        return switch (impact) {
            case BREAKING -> Style.BAD;
            case UNCLEAR -> Style.WARNING;
            case COMPATIBLE -> Style.GOOD;
        };
    }
}
