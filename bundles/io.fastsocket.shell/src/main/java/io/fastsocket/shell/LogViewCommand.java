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
import java.util.List;

/** {@code log view}. */
@Command(
        description =
                "Show the newest lines of the log that match, the newest last. All files of the log"
                        + " are searched, older and compressed ones too. With --json, each line is"
                        + " printed as it stands in the file.",
        footer = {
            "log view",
            "log view --level warn --since 2h",
            "log view --plugin chat --event message --grep \"too long\" --lines 500",
            "log view --grep \"/took [0-9]{4,} ms/\" --json"
        })
final class LogViewCommand implements OperatorCommand {

    private static final int MOST_LINES = 100_000;

    /** So many characters are sent together. */
    private static final int AT_ONCE = 32_768;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines at most (${DEFAULT-VALUE}).")
    private int lines;

    @Mixin private LogOptions wanted;

    @Option(names = "--brief", description = "Leave stack traces out.")
    private boolean brief;

    @Override
    public void run(Invocation invocation)
            throws CommandException, InterruptedException, IOException {
        if (lines < 1 || lines > MOST_LINES) {
            throw CommandException.usage("--lines must be from 1 to " + MOST_LINES);
        }
        LogSearch search = new LogSearch(invocation, wanted);
        try (LogFiles files = search.open()) {
            List<LogLine> found = search.newest(files, lines);
            LineText text = LineText.of(found, invocation.console().terminal(), brief);
            StringBuilder printed = new StringBuilder();
            for (LogLine line : found) {
                printed.append(invocation.json() ? line.json() : text.of(line));
                if (printed.length() > AT_ONCE) {
                    invocation.line(printed.toString());
                    printed.setLength(0);
                } else {
                    printed.append('\n');
                }
            }
            invocation.console().out().print(printed);
            if (found.isEmpty() && !invocation.json()) {
                invocation.console().err().println("No line matches.");
            }
        }
    }
}
