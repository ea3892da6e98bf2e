package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Json;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code top}. */
@Command(
        description =
                "Watch the server: sockets, events a second, p99 and errors of each plugin. Redrawn"
                        + " on a terminal until Ctrl-C; elsewhere it prints on.",
        footer = {"top", "top --once", "top --interval 10 --json"})
final class TopCommand implements OperatorCommand {

    /** To the upper left corner, and everything below it away. */
    private static final String REDRAW = "\u001b[H\u001b[J";

    @Option(names = "--once", description = "Measure once, print, and end.")
    private boolean once;

    @Option(
            names = "--interval",
            paramLabel = "SECONDS",
            defaultValue = "1",
            description = "How long each measurement takes (${DEFAULT-VALUE}).")
    private int interval;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        if (interval < 1 || interval > 3600) {
            throw CommandException.usage("--interval must be a number of seconds from 1 to 3600");
        }
        Console console = invocation.console();
        boolean redraw = console.terminal().present() && !once && !invocation.json();
        Load before = Load.now(invocation.services());
        while (true) {
            TimeUnit.SECONDS.sleep(interval);
            Load now = Load.now(invocation.services());
            Load.Rates rates = now.since(before, Duration.ofSeconds(interval));
            if (invocation.json()) {
                invocation.line(Json.line(rates.values()));
            } else {
                String text = rates.text(console.terminal());
                invocation.line(redraw ? REDRAW + text : once ? text : text + "\n");
            }
            if (once) {
                return;
            }
            before = now;
        }
    }
}
