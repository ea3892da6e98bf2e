package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugin rollback}. */
@Command(
        description =
                "Take a plugin back to the version that was in service before, or end its canary. What is"
                        + " taken back is refused from then on, until plugin"
                        + " deploy --again lets it in.",
        footer = {
            "plugin rollback io.fastsocket.examples.hello",
            "plugin rollback --to 1.0.0 io.fastsocket.examples.hello"
        })
final class PluginRollbackCommand implements OperatorCommand {

    @Parameters(paramLabel = "PLUGIN", description = "Its symbolic name, or the last part of it.")
    private String name;

    @Option(
            names = "--to",
            paramLabel = "VERSION|SHA256",
            defaultValue = "",
            description =
                    "Which version it is to be, or the beginning of its hash; plugin history has both."
                            + " Its JAR is kept for a while (keepRevisions in"
                            + " etc/io.fastsocket.plugins.cfg).")
    private String to;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        PluginCanaries canaries = new PluginCanaries(invocation);
        canaries.change(name, plugin -> canaries.deployer().rollBack(plugin, to), "rolling back");
    }
}
