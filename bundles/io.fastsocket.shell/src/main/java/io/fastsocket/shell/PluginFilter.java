package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Invocation;
import io.fastsocket.spi.observe.PluginCatalog;

import picocli.CommandLine.Option;

import java.util.Optional;

/** The option by which a list shows what belongs to one plugin. */
final class PluginFilter {

    @Option(
            names = "--plugin",
            paramLabel = "PLUGIN",
            description =
                    "Only what belongs to this plugin; the last part of its name will do, such as"
                            + " market.")
    private String plugin;

    boolean given() {
        return plugin != null;
    }

    /** Whether what belongs to the plugin of that name is shown. */
    boolean takes(String name) {
        return plugin == null || name.equals(plugin) || name.endsWith("." + plugin);
    }

    /**
     * To be called if nothing was found: a plugin that nobody knows is a mistake, one that has none
     * of what is listed is not.
     */
    void check(Invocation invocation) throws CommandException {
        Optional<PluginCatalog> catalog = invocation.services().find(PluginCatalog.class);
        if (plugin != null && catalog.isPresent()) {
            Plugins.named(plugin, catalog.get().plugins());
        }
    }
}
