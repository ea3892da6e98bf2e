package io.fastsocket.operator;

import io.fastsocket.spi.deploy.RevisionEvent;

import jakarta.validation.constraints.NotNull;

import java.time.Instant;

/**
 * Something that happened to a plugin, as {@code plugin history --json} has it.
 *
 * @param name symbolic name
 * @param time when
 * @param version or empty
 * @param what such as activated, refused or removed
 * @param sha256 of its content
 * @param file in {@code plugins/}
 * @param reason or empty
 */
record PluginChange(
        @NotNull String name,
        @NotNull Instant time,
        @NotNull String version,
        @NotNull String what,
        @NotNull String sha256,
        @NotNull String file,
        @NotNull String reason) {

    static PluginChange of(String name, RevisionEvent event) {
        return new PluginChange(
                name,
                event.time(),
                event.version(),
                event.what(),
                event.sha256(),
                event.file(),
                event.reason());
    }
}
