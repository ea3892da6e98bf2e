package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.shell.console.Progress;
import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/** Tries plugins out, and tells what came of it. */
final class PluginCanaries {

    /** A revision may drain for 30 s. */
    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final Invocation invocation;
    private final PluginDeployer deployer;
    private final PluginCatalog catalog;

    PluginCanaries(Invocation invocation) throws CommandException {
        this.invocation = invocation;
        deployer = invocation.need(PluginDeployer.class);
        catalog = invocation.need(PluginCatalog.class);
    }

    /**
     * Has a JAR serve a share of the connections.
     *
     * @param file absolute
     * @param share as it was typed
     */
    void tryOut(Path file, String share) throws CommandException, InterruptedException {
        String name = file.getFileName().toString();
        PluginFiles.refuseUnlessJar(file);
        await(deployer.tryOut(file, PercentShare.points(share)), "trying out " + name);
        for (PluginInfo plugin : catalog.plugins()) {
            if (plugin.state() == PluginState.CANARY && plugin.file().equals(name)) {
                invocation.print(
                        "%s; then %s or %s"
                                .formatted(
                                        told(plugin),
                                        invocation.console().command("plugin promote NAME"),
                                        invocation.console().command("plugin rollback NAME")),
                        Plugins.sheet(plugin).values());
                return;
            }
        }
        throw CommandException.failed(
                name + " is not tried out any more: see " + history(invocation));
    }

    private static String history(Invocation invocation) {
        return invocation.console().command("plugin history");
    }

    private static String told(PluginInfo plugin) {
        return "%s %s is tried out: %s".formatted(plugin.name(), plugin.version(), plugin.reason());
    }

    /**
     * Does something about a plugin, and tells what is in service then.
     *
     * @param name of the plugin, or the last part of it
     * @param what does it
     * @param doing it, for people
     */
    void change(String name, Function<String, CompletionStage<Void>> what, String doing)
            throws CommandException, InterruptedException {
        String plugin = Plugins.named(name, catalog.plugins()).getFirst().name();
        await(what.apply(plugin), doing + " " + plugin);
        List<PluginInfo> after = Plugins.named(plugin, catalog.plugins());
        invocation.print(
                Plugins.outcome(after.getFirst()), Plugins.sheet(after.getFirst()).values());
    }

    PluginDeployer deployer() {
        return deployer;
    }

    private void await(CompletionStage<Void> stage, String what)
            throws CommandException, InterruptedException {
        Progress.await(stage, LIMIT, invocation.console(), what);
    }
}
