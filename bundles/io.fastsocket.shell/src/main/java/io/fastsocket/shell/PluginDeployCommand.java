package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code plugin deploy}. */
@Command(
        description =
                "Put a plugin into service, or a new version, if told so although it breaks clients. Does"
                        + " what plugin install does; with --allow-breaking also for one that is"
                        + " refused because its contract breaks what clients of the old version"
                        + " rely on.",
        footer = {
            "plugin deploy target/my-plugin-2.0.0.jar",
            "plugin deploy --allow-breaking \"all clients are updated\" target/my-plugin-2.0.0.jar",
            "plugin deploy --canary 10%% target/my-plugin-2.0.0.jar"
        })
final class PluginDeployCommand implements OperatorCommand {

    @Parameters(paramLabel = "FILE", description = "A JAR that the server can read.")
    private String file;

    @Option(
            names = "--allow-breaking",
            paramLabel = "REASON",
            description =
                    "Let its contract break what clients rely on. The reason is kept in the plugin's"
                            + " history; the permission holds for this very content, also later.")
    private String reason;

    @Option(
            names = "--again",
            description =
                    "Let in what was rolled back because it did worse than the version before; it is"
                            + " watched again.")
    private boolean again;

    @Option(
            names = "--canary",
            paramLabel = "SHARE",
            description =
                    "Try it out: serve that share of the connections, such as 10%%, by it, and all others"
                            + " by the version in service, until plugin promote or plugin rollback;"
                            + " it is ended if it does clearly worse. Again with another share"
                            + " changes that.")
    private String canary;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        PluginFiles files = new PluginFiles(invocation);
        if (canary != null) {
            PercentShare.points(canary);
            files.allow(invocation.file(file), reason, again);
            new PluginCanaries(invocation).tryOut(invocation.file(file), canary);
            return;
        }
        Plugins.tell(files.install(invocation.file(file), reason, again), invocation);
    }
}
