package io.fastsocket.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class TableTest {

    @Test
    void columnsAreAsWideAsTheirWidestCell() {
        Table table = new Table("NAME", "STATE", "CALLS");
        table.row("a", "quarantined", 1);
        table.row("longer", "ok", 1234);

        assertThat(table)
                .hasToString(
                        """
                        NAME    STATE        CALLS
                        a       quarantined  1
                        longer  ok           1234""");
    }

    @Test
    void anEmptyCellIsADashAndLineBreaksAreSpaces() {
        Table table = new Table("A", "B");
        table.row("", "one\n  two\t three ");

        assertThat(table).hasToString("A  B\n-  one two three");
    }

    @Test
    void aRowHasACellForEachColumn() {
        Table table = new Table("A", "B");

        assertThatThrownBy(() -> table.row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for 2 columns");
    }

    @Test
    void aSheetLeavesEmptyLinesOutAndIndentsLongOnes() {
        Sheet sheet = new Sheet();
        sheet.line("name", "chat");
        sheet.line("sha256", "");
        sheet.line("reason", "first\nsecond\n");

        assertThat(sheet)
                .hasToString(
                        """
                        name    chat
                        reason  first
                                second""");
    }
}
