package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.OperatorCommand;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import java.time.Duration;
import java.util.List;

/** {@code plugin reload}. */
@Command(
        description =
                "Swap a plugin for a new revision of the same file. No event is lost, no client is"
                        + " disconnected; what the plugin held in memory is gone.",
        footer = "plugin reload io.fastsocket.examples.hello")
final class PluginReloadCommand implements OperatorCommand {

    /** A revision may drain for 30 s. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    @Parameters(paramLabel = "PLUGIN", description = "Its symbolic name, or the name of its file.")
    private String name;

    @Override
    public void run(Invocation invocation) throws CommandException, InterruptedException {
        PluginDeployer deployer = invocation.need(PluginDeployer.class);
        PluginCatalog catalog = invocation.need(PluginCatalog.class);
        String plugin = Plugins.named(name, catalog.plugins()).getFirst().name();
        Progress.await(deployer.reload(plugin), LIMIT, invocation.console(), "reloading " + plugin);
        List<PluginInfo> after = Plugins.named(plugin, catalog.plugins());
        invocation.print(
                Plugins.outcome(after.getFirst()), Plugins.sheet(after.getFirst()).values());
    }
}
