package io.fastsocket.spi.observe;

import java.util.Locale;

/** What has become of a plugin's file. */
public enum PluginState {
    /** Its handlers take events. */
    ACTIVE,
    /** It lacks something it refers to, which is named; it comes into service when that appears. */
    WAITING,
    /** It was refused, for the reason named; it is tried again when the file changes. */
    QUARANTINED,
    /** It is tried out on a share of the connections, beside an active one of the same name. */
    CANARY;

    /** In lower case, as tables and JSON show it. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
