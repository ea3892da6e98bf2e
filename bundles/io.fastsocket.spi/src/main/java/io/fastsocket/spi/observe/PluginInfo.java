package io.fastsocket.spi.observe;

import io.fastsocket.spi.contract.Change;

import java.time.Instant;
import java.util.List;

/**
 * A plugin, or a file that is none.
 *
 * @param name symbolic name; the file's name if it has none that could be read
 * @param version version, or empty
 * @param state what has become of it
 * @param reason what it waits for or why it was refused; of a canary, its share and how both
 *     revisions do; empty if it is active
 * @param file name of the file in {@code plugins/}; of a canary, of the one that it is from
 * @param sha256 of its content, 64 hexadecimal digits; empty if it could not be read
 * @param since when it came into this state
 * @param bundleId its bundle, or -1 if none is installed
 * @param components names of its handler components in service
 * @param changes those of its contract for which it was refused, worst first; else empty
 */
public record PluginInfo(
        String name,
        String version,
        PluginState state,
        String reason,
        String file,
        String sha256,
        Instant since,
        long bundleId,
        List<String> components,
        List<Change> changes) {

    /**
     * A plugin.
     *
     * @param name as above
     * @param version as above
     * @param state as above
     * @param reason as above
     * @param file as above
     * @param sha256 as above
     * @param since as above
     * @param bundleId as above
     * @param components copied
     * @param changes copied
     */
    public PluginInfo {
        components = List.copyOf(components);
        changes = List.copyOf(changes);
    }

    /**
     * A plugin that was not refused for its contract.
     *
     * @param name as above
     * @param version as above
     * @param state as above
     * @param reason as above
     * @param file as above
     * @param sha256 as above
     * @param since as above
     * @param bundleId as above
     * @param components copied
     */
    public PluginInfo(
            String name,
            String version,
            PluginState state,
            String reason,
            String file,
            String sha256,
            Instant since,
            long bundleId,
            List<String> components) {
        this(name, version, state, reason, file, sha256, since, bundleId, components, List.of());
    }
}
