package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.observe.RetiredRevision;

import java.util.List;

/** What has become of the files in {@code plugins/}. */
final class PluginMetrics {

    private static final Metric PLUGINS =
            Metric.gauge(
                    "fastsocket_plugins",
                    "Plugins, and files that were refused, by what has become of them.",
                    "state");

    private static final Metric PLUGIN =
            Metric.info(
                    "fastsocket_plugin",
                    "Which plugins there are, and what has become of them.",
                    "plugin",
                    "version",
                    "state");

    private static final Metric HELD =
            Metric.gauge(
                    "fastsocket_revisions_held",
                    "Revisions out of service that something keeps from being collected.");

    private PluginMetrics() {}

    static void add(Scrape scrape, List<PluginInfo> plugins) {
        scrape.declare(PLUGINS, PLUGIN);
        for (PluginState state : PluginState.values()) {
            long there = plugins.stream().filter(plugin -> plugin.state() == state).count();
            scrape.add(PLUGINS, there, state.toString());
        }
        plugins.stream()
                .map(plugin -> List.of(plugin.name(), plugin.version(), plugin.state().toString()))
                .distinct()
                .forEach(labels -> scrape.add(PLUGIN, 1, labels.toArray(String[]::new)));
    }

    static void addHeld(Scrape scrape, List<RetiredRevision> retired) {
        scrape.add(HELD, retired.stream().filter(RetiredRevision::held).count());
    }
}
