package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.log.LineText;
import io.fastsocket.shell.log.LogFiles;
import io.fastsocket.shell.log.LogLine;
import io.fastsocket.shell.log.LogOptions;
import io.fastsocket.shell.log.LogSearch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.function.Consumer;

/** {@code log tail}. */
@Command(
        description =
                "Show the newest lines of the log that match, and then each that comes, until Ctrl-C."
                        + " With --json, each line is printed as it stands in the file.",
        footer = {"log tail", "log tail --level warn", "log tail --lines 0 --plugin chat --json"})
final class LogTailCommand implements OperatorCommand {

    private static final int MOST_LINES = 100_000;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "10",
            description = "How many lines that are there already (${DEFAULT-VALUE}).")
    private int lines;

    @Mixin private LogOptions wanted;

    @Option(names = "--brief", description = "Leave stack traces out.")
    private boolean brief;

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        if (lines < 0 || lines > MOST_LINES) {
            throw CommandException.usage("--lines must be from 0 to " + MOST_LINES);
        }
        LineText text = LineText.now(invocation.console().terminal(), brief);
        Consumer<LogLine> print =
                line -> invocation.line(invocation.json() ? line.json() : text.of(line));
        LogSearch search = new LogSearch(invocation, wanted);
        try (LogFiles files = search.open()) {
            if (lines > 0) {
                search.newest(files, lines).forEach(print);
            }
            search.follow(files, print);
        }
    }
}
