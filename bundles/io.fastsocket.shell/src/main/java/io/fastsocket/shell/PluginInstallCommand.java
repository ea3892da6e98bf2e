package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

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
        PluginFiles files = new PluginFiles(invocation);
        Plugins.tell(files.install(invocation.file(file), null, false), invocation);
    }
}
