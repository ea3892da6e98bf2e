package io.fastsocket.shell;

import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.etc.EtcChange;
import io.fastsocket.shell.etc.EtcFolder;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import org.osgi.framework.BundleContext;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What settings and plugins were at the start or the last reload, to tell what has changed. */
final class Baseline {

    private Map<String, Map<String, String>> settings = Map.of();
    private Map<String, String> plugins = Map.of();

    /**
     * What has changed.
     *
     * @param settings which settings
     * @param plugins a line for each plugin
     */
    record Changes(List<EtcChange> settings, List<String> plugins) {

        boolean isEmpty() {
            return settings.isEmpty() && plugins.isEmpty();
        }
    }

    /** Takes it for the first time. */
    synchronized void take(BundleContext context, Path home) {
        try (Services services = new Services(context)) {
            settings = new EtcFolder(home).read();
            plugins =
                    states(
                            services.find(PluginCatalog.class)
                                    .map(PluginCatalog::plugins)
                                    .orElse(List.of()));
        } catch (IOException e) {
            settings = Map.of(); // a home without etc/ has no settings
        }
    }

    /** The one of this server: a service that nobody else looks for. */
    static Baseline of(Services services) {
        return services.find(Baseline.class).orElseGet(Baseline::new);
    }

    /** Takes it anew; what has changed since the last time. */
    synchronized Changes replace(
            Map<String, Map<String, String>> newSettings, List<PluginInfo> newPlugins) {
        Map<String, String> states = states(newPlugins);
        List<EtcChange> changed = EtcChange.between(settings, newSettings);
        List<String> lines = new ArrayList<>();
        states.forEach(
                (plugin, state) -> {
                    if (!state.equals(plugins.get(plugin))) {
                        lines.add(plugin + " " + state);
                    }
                });
        plugins.keySet().stream()
                .filter(plugin -> !states.containsKey(plugin))
                .forEach(plugin -> lines.add(plugin + " is gone"));
        settings = newSettings;
        plugins = states;
        return new Changes(changed, lines);
    }

    private static Map<String, String> states(List<PluginInfo> plugins) {
        Map<String, String> states = new TreeMap<>();
        for (PluginInfo plugin : plugins) {
            String version = plugin.version().isEmpty() ? "" : plugin.version() + " ";
            String file = plugin.file().equals(plugin.name()) ? "" : " (" + plugin.file() + ")";
            String reason = plugin.reason().isEmpty() ? "" : ": " + plugin.reason();
            states.merge(
                    plugin.name(),
                    version + "is " + plugin.state() + file + reason,
                    (one, other) -> one + "; " + other);
        }
        return states;
    }
}
