package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plugin promote}. */
@Command(
        description =
                "Have a plugin's canary serve all connections. Its JAR is put into plugins/ in place of"
                        + " the old one; events in flight end in the old version.",
        footer = "plugin promote io.fastsocket.examples.hello")
final class PluginPromoteCommand implements OperatorCommand {

    @Parameters(paramLabel = "PLUGIN", description = "Its symbolic name, or the last part of it.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        PluginCanaries canaries = new PluginCanaries(invocation);
        canaries.change(name, canaries.deployer()::promote, "promoting");
    }
}
