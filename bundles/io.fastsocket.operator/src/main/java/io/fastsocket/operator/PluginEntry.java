package io.fastsocket.operator;

import io.fastsocket.spi.observe.PluginInfo;

import jakarta.validation.constraints.NotNull;

import java.time.Instant;

/**
 * A plugin, as {@code plugin list --json} has it.
 *
 * @param name symbolic name
 * @param version or empty
 * @param state active, waiting, quarantined or canary
 * @param since when
 * @param file in {@code plugins/}
 * @param reason why it waits or was refused; else empty
 */
record PluginEntry(
        @NotNull String name,
        @NotNull String version,
        @NotNull String state,
        @NotNull Instant since,
        @NotNull String file,
        @NotNull String reason) {

    static PluginEntry of(PluginInfo plugin) {
        return new PluginEntry(
                plugin.name(),
                plugin.version(),
                plugin.state().toString(),
                plugin.since(),
                plugin.file(),
                plugin.reason());
    }
}
