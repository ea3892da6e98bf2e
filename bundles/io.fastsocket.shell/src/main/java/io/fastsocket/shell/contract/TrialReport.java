package io.fastsocket.shell.contract;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.Json;
import io.fastsocket.shell.console.Style;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.console.Terminal;
import io.fastsocket.spi.contract.ContractTrial.Outcome;
import io.fastsocket.spi.contract.ContractTrial.Result;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What came of the examples of a contract.
 *
 * @param contract as it was typed
 * @param url of the server
 * @param outcomes in the order in which they were tried
 */
public record TrialReport(String contract, String url, List<Outcome> outcomes) {

    /** The forms that it can have. */
    public enum Format {
        /** For people: a row for each. */
        TEXT,
        /** For programs. */
        JSON,
        /** For what shows the outcome of tests. */
        JUNIT
    }

    /**
     * How many came to that.
     *
     * @param result how it went
     * @return the number
     */
    public long count(Result result) {
        return outcomes.stream().filter(outcome -> outcome.result() == result).count();
    }

    /**
     * The report.
     *
     * @param format in which form
     * @param terminal the one that shows it
     * @return the text, without a line break at its end
     */
    public String text(Format format, Terminal terminal) {
        return switch (format) {
            case TEXT -> people(terminal);
            case JSON -> Json.pretty(facts());
            case JUNIT -> TrialJUnit.of(this);
        };
    }

    private String people(Terminal terminal) {
        Style style = count(Result.FAILED) > 0 ? Style.BAD : Style.GOOD;
        String summary = terminal.paint(style, summary());
        String rows = table().text(new Terminal(0, 0, terminal.colour()));
        return (outcomes.isEmpty() ? "" : rows + "\n") + contract + " at " + url + ": " + summary;
    }

    private String summary() {
        return "%d passed, %d failed, %d skipped"
                .formatted(count(Result.PASSED), count(Result.FAILED), count(Result.SKIPPED));
    }

    private Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("contract", contract);
        facts.put("url", url);
        for (Result result : Result.values()) {
            facts.put(word(result), count(result));
        }
        facts.put("outcomes", table().values());
        return facts;
    }

    private Table table() {
        Table table =
                new Table(
                        Column.words("RESULT"),
                        Column.words("DIRECTION"),
                        Column.words("NAMESPACE"),
                        Column.words("EVENT"),
                        Column.words("EXAMPLE"),
                        Column.words("REASON"));
        for (Outcome outcome : outcomes) {
            table.row(
                    Cell.styled(word(outcome.result()), style(outcome.result())),
                    ComparedFiles.word(outcome.direction()),
                    outcome.namespace(),
                    outcome.event(),
                    outcome.example(),
                    outcome.reason());
        }
        return table;
    }

    private static String word(Result result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private static Style style(Result result) {
        return switch (result) {
            case PASSED -> Style.GOOD;
            case FAILED -> Style.BAD;
            case SKIPPED -> Style.WARNING;
        };
    }
}
