package io.fastsocket.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.util.List;

final class TableTest {

    private static final Terminal WIDE = new Terminal(200, 24, false);

    private static Table calls() {
        Table table =
                new Table(Column.words("NAME"), Column.words("STATE"), Column.numbers("CALLS"));
        table.row("a", Cell.styled("quarantined", Style.BAD), 1);
        table.row("longer", Cell.styled("ok", Style.GOOD), 1234);
        return table;
    }

    @Test
    void columnsAreAsWideAsTheirWidestCellAndNumbersStandOnTheRight() {
        assertThat(calls().text(Terminal.NONE))
                .isEqualTo(
                        """
                        NAME    STATE        CALLS
                        a       quarantined      1
                        longer  ok            1234""");
    }

    @Test
    void anEmptyCellIsADashAndLineBreaksAreSpaces() {
        Table table = new Table(Column.words("A"), Column.words("B"));
        table.row("", "one\n  two\t three ");

        assertThat(table.text(WIDE)).isEqualTo("A  B\n-  one two three");
    }

    @Test
    void lettersThatTakeTwoColumnsAndMarksThatTakeNoneKeepColumnsInLine() {
        Table table = new Table(Column.words("NAME"), Column.numbers("N"));
        table.row("Zoe\u0308 \uD83D\uDE00 \u4E2D\u6587", 1);
        table.row("plain name", 22);

        assertThat(table.text(WIDE).lines().skip(1).toList())
                .containsExactly("Zoe\u0308 \uD83D\uDE00 \u4E2D\u6587   1", "plain name   22");
        assertThat(Width.cut("\u4E2D\u6587\u4E2D\u6587", 6)).isEqualTo("\u4E2D\u6587\u2026");
    }

    @Test
    void whatATerminalWouldActUponIsShownAsADot() {
        Table table = new Table(Column.words("A"));
        table.row("\u001b[31mred");

        assertThat(table.text(WIDE)).isEqualTo("A\n\u00b7[31mred");
        assertThat(new Sheet().line("a", "\u001b]0;x\u0007").text(WIDE))
                .isEqualTo("a  \u00b7]0;x\u00b7");
    }

    @Test
    void theWidestColumnsOfWordsAreCutToTheTerminalAndNothingElseIs() {
        Table table =
                new Table(Column.words("NAME"), Column.numbers("CALLS"), Column.words("REASON"));
        table.row("org.example.chat", 12345678901L, "it is not a zip file, to be sure");

        String text = table.text(new Terminal(45, 24, false));
        assertThat(text.lines().toList())
                .containsExactly(
                        "NAME                   CALLS  REASON",
                        "org.example.ch\u2026  12345678901  it is not a zi\u2026");
        assertThat(table.text(Terminal.NONE)).endsWith("to be sure");
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        assertThat(calls().text(new Terminal(200, 24, true)))
                .contains("\u001b[31mquarantined\u001b[0m", "\u001b[32mok\u001b[0m");
        assertThat(calls().text(WIDE)).doesNotContain("\u001b");
    }

    @Test
    void programsGetNumbersAsNumbersAndNothingAsNull() {
        Table table = new Table(Column.words("NAME"), Column.numbers("P99", "p99Micros"));
        table.row("a", Cell.of("1.5 ms", 1500L));
        table.row("b", Cell.of("", null));

        assertThat(Json.line(table.values()))
                .isEqualTo(
                        "[{\"name\":\"a\",\"p99Micros\":1500},{\"name\":\"b\",\"p99Micros\":null}]");
    }

    @Test
    void aRowHasACellForEachColumn() {
        Table table = new Table(Column.words("A"), Column.words("B"));

        assertThatThrownBy(() -> table.row("only one"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("1 cells for 2 columns");
    }

    @Test
    void aSheetLeavesEmptyLinesOutAndIndentsLongOnes() {
        Sheet sheet = new Sheet();
        sheet.line("name", "chat").line("sha256", "").line("reason", "first\nsecond\n");
        sheet.line("up time", "upTimeSeconds", Cell.of("2 s", 2)).value("list", List.of("x"));

        assertThat(sheet.text(Terminal.NONE))
                .isEqualTo(
                        """
                        name     chat
                        reason   first
                                 second
                        up time  2 s""");
        assertThat(Json.line(sheet.values()))
                .isEqualTo(
                        "{\"name\":\"chat\",\"sha256\":\"\",\"reason\":\"first\\nsecond\\n\","
                                + "\"upTimeSeconds\":2,\"list\":[\"x\"]}");
    }
}
