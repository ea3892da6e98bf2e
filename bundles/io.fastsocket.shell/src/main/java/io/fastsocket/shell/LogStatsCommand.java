package io.fastsocket.shell;

import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.log.ErrorCounts;
import io.fastsocket.shell.log.LogFiles;
import io.fastsocket.shell.log.LogOptions;
import io.fastsocket.shell.log.LogSearch;
import io.fastsocket.spi.observe.LogControl;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import java.io.IOException;
import java.util.Optional;

/** {@code log stats}. */
@Command(
        description =
                "Count the errors in the log by plugin and kind. A kind is an exception's class, or"
                        + " the message without its numbers. Folded lines count as often as they"
                        + " happened. Another --level counts warnings too.",
        footer = {
            "log stats",
            "log stats --since 1d --level warn",
            "log stats --plugin chat --json"
        })
final class LogStatsCommand implements OperatorCommand {

    @Mixin private LogOptions wanted;

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        ErrorCounts counts = new ErrorCounts();
        LogSearch search = new LogSearch(invocation, wanted.atLeastErrors());
        try (LogFiles files = search.open()) {
            search.each(
                    files,
                    ErrorCounts::new,
                    older -> {
                        counts.addOlder(older);
                        return true;
                    });
        }
        Optional<LogControl> control = invocation.services().find(LogControl.class);
        if (invocation.json()) {
            Sheet sheet = new Sheet().value("kinds", table(counts).values());
            sheet.value("dropped", control.map(LogControl::dropped).orElse(null));
            sheet.value("folded", control.map(LogControl::folded).orElse(null));
            invocation.print(sheet);
            return;
        }
        invocation.line(
                counts.isEmpty()
                        ? "Nothing of that kind is in the log."
                        : table(counts).text(invocation.console().terminal()));
        control.ifPresent(
                log ->
                        invocation.line(
                                "\nSince the start "
                                        + Figures.count(log.dropped(), "line")
                                        + " left out, "
                                        + log.folded()
                                        + " folded."));
    }

    private static Table table(ErrorCounts counts) {
        Table table =
                new Table(
                        Column.numbers("COUNT"),
                        Column.words("LEVEL"),
                        Column.words("PLUGIN"),
                        Column.words("KIND"),
                        Column.words("LAST"),
                        Column.words("LAST MESSAGE", "message"));
        for (ErrorCounts.Count count : counts.most()) {
            table.row(
                    count.times(),
                    Cell.styled(count.level(), count.style()),
                    count.owner(),
                    count.kind(),
                    count.last().isPresent() ? count.last().get() : "",
                    count.message());
        }
        return table;
    }
}
