package io.fastsocket.shell;

import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Sheet;

import picocli.CommandLine.Command;

/** {@code server stop}. */
@Command(
        description =
                "Stop the server in order: clients are told, events in flight are answered. From"
                        + " outside it waits until the process has ended.",
        footer = "server stop")
final class ServerStopCommand implements OperatorCommand {

    @Override
    public void run(Invocation invocation) {
        long process = ProcessHandle.current().pid();
        invocation.print(
                "stopping process " + process,
                new Sheet().value("stopping", true).value("pid", process).values());
        // As a signal does: the launcher ends everything in order, or by force if that takes long.
        Thread.ofPlatform().name("shell-stop").start(() -> System.exit(0));
    }
}
