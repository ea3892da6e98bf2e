package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code plugin install}. */
@Command(
        description =
                "Put a plugin into service, or a new version of one. Copies the file into plugins/,"
                        + " waits, and says what came of it; what ran before keeps running if it is"
                        + " refused, or waits for something.",
        footer = "plugin install target/my-plugin-1.0.0.jar")
final class PluginInstallCommand implements OperatorCommand {

    @Parameters(paramLabel = "FILE", description = "A JAR that the server can read.")
    private String file;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        PluginInfo plugin = new PluginFiles(invocation).install(invocation.file(file));
        if (invocation.json() || plugin.state() == PluginState.ACTIVE) {
            invocation.print(Plugins.outcome(plugin), Plugins.sheet(plugin).values());
        }
        Plugins.failUnlessActive(plugin);
    }
}
