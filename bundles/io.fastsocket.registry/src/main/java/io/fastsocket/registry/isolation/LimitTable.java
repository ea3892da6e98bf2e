package io.fastsocket.registry.isolation;

import java.util.Map;

/** The limits of all plugins. Immutable; one is equal to itself alone. */
public final class LimitTable {

    /** The documented defaults, for all. */
    public static final LimitTable DEFAULTS = new LimitTable(Limits.DEFAULTS, Map.of());

    private final Limits all;
    private final Map<String, Limits> plugins;

    /**
     * A table.
     *
     * @param all for plugins that have none of their own
     * @param plugins limits of single plugins, by symbolic name
     */
    public LimitTable(Limits all, Map<String, Limits> plugins) {
        this.all = all;
        this.plugins = Map.copyOf(plugins);
    }

    /** For plugins that have none of their own. */
    public Limits all() {
        return all;
    }

    /** The limits of one plugin. */
    public Limits of(String plugin) {
        return plugins.getOrDefault(plugin, all);
    }
}
