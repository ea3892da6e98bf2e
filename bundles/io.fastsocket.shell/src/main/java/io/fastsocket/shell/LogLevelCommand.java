package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Column;
import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;
import io.fastsocket.shell.console.Table;
import io.fastsocket.shell.log.Times;
import io.fastsocket.spi.observe.LogControl;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;

/** {@code log level}. */
@Command(
        description =
                "Give a logger a level, or tell which have one. It lasts until the server stops or"
                        + " etc/log4j2.properties is edited, or for as long as --for says. The level"
                        + " inherit takes a logger's own level away.",
        footer = {
            "log level",
            "log level org.example.chat debug --for 10m",
            "log level ROOT warn",
            "log level org.example.chat inherit"
        })
final class LogLevelCommand implements OperatorCommand {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LOGGER",
            description = "A class or a package; ROOT for all that have no level of their own.")
    private String logger;

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "LEVEL",
            description = "trace, debug, info, warn, error, off or inherit.")
    private String level;

    @Option(
            names = "--for",
            paramLabel = "TIME",
            description = "After so long, such as 10m, it has the level of before again.")
    private String time;

    @Override
    public void run(Invocation invocation) throws CommandException {
        if (time != null && level == null) {
            throw CommandException.usage("--for goes with a logger and a level");
        }
        if (logger != null && logger.chars().anyMatch(Character::isWhitespace)) {
            throw CommandException.usage("LOGGER must be one word, a class or a package");
        }
        Duration duration = time == null ? null : Times.duration(time, "--for");
        LogControl control = invocation.need(LogControl.class);
        if (level == null) {
            list(invocation, control);
            return;
        }
        try {
            control.level(logger, level, duration);
        } catch (IllegalArgumentException e) {
            throw CommandException.usage(e.getMessage());
        } catch (IllegalStateException e) {
            throw CommandException.failed(e.getMessage());
        }
        String wanted = level.toLowerCase(Locale.ROOT);
        Sheet sheet =
                new Sheet()
                        .value("logger", logger)
                        .value("level", wanted)
                        .value("seconds", duration == null ? null : duration.toSeconds());
        invocation.print(
                logger
                        + (wanted.equals("inherit")
                                ? " has no level of its own any more"
                                : " has level " + wanted)
                        + (duration == null ? "" : " for " + Ago.text(duration)),
                sheet.values());
    }

    private void list(Invocation invocation, LogControl control) throws CommandException {
        Map<String, String> levels = control.levels();
        Map<String, Instant> ends = control.temporary();
        Table table =
                new Table(
                        Column.words("LOGGER"),
                        Column.words("LEVEL"),
                        Column.words("FOR", "until"));
        for (Map.Entry<String, String> entry : levels.entrySet()) {
            if (logger == null || logger.equals(entry.getKey())) {
                table.row(entry.getKey(), entry.getValue(), left(ends.get(entry.getKey())));
            }
        }
        if (logger != null && !levels.containsKey(logger)) {
            invocation.print(logger + " has no level of its own", table.values());
        } else {
            invocation.print(table);
        }
    }

    private static Cell left(Instant end) {
        return end == null
                ? Cell.of("", null)
                : Cell.of(Ago.text(Duration.between(Instant.now(), end)), end.toString());
    }
}
