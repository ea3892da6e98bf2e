package io.fastsocket.operator;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.time.Instant;
import java.util.List;

/**
 * The server in a few figures, as {@code /status.json} has them.
 *
 * @param version of the product
 * @param started when its process was
 * @param uptimeSeconds how long ago that is
 * @param connections that are open
 * @param namespaces that anybody is in
 * @param plugins how many, by state
 * @param events how many, and how they have done
 * @param limits what clients may not exceed
 */
record ServerStatus(
        @NotNull String version,
        @NotNull Instant started,
        @Min(0) long uptimeSeconds,
        @Min(0) int connections,
        @NotNull List<@NotNull Count> namespaces,
        @NotNull Plugins plugins,
        @NotNull Events events,
        @NotNull List<@NotNull Limit> limits) {

    /**
     * How many are in a namespace.
     *
     * @param name its name
     * @param sockets how many
     */
    record Count(@NotNull String name, @Min(0) int sockets) {}

    /**
     * How many plugins there are.
     *
     * @param active in service
     * @param waiting for something
     * @param quarantined refused
     * @param canary tried out
     */
    record Plugins(
            @Min(0) long active,
            @Min(0) long waiting,
            @Min(0) long quarantined,
            @Min(0) long canary) {}

    /**
     * The events of all plugins.
     *
     * @param handled how many there are
     * @param calls since their handlers came into service
     * @param errors those of them that ended in one
     * @param violations of contracts
     */
    record Events(
            @Min(0) int handled,
            @Min(0) long calls,
            @Min(0) long errors,
            @Min(0) long violations) {}

    /**
     * Something that clients may not exceed.
     *
     * @param name of the setting
     * @param limit in force; 0 for none
     * @param used of it; -1 if it is a limit of each
     * @param exceeded how often it was
     */
    record Limit(
            @NotNull String name, @Min(0) long limit, @Min(-1) long used, @Min(0) long exceeded) {}
}
