package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Terminal;
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
        return compared.changes().isEmpty()
                ? summary
                : ChangeTable.text(compared.changes(), terminal.colour()) + "\n" + summary;
    }
}
