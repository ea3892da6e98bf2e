package io.fastsocket.operator;

import io.fastsocket.spi.observe.EventInfo;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * An event that is handled, as {@code event list --json} has it.
 *
 * @param namespace its namespace
 * @param event its name
 * @param handler class and method
 * @param plugin symbolic name
 * @param version of the plugin
 * @param calls since the handler came into service
 * @param errors those of them that ended in one
 * @param violations of the plugin's contract
 * @param p99Micros what 99 of 100 calls took at most, in microseconds
 * @param state active, parked while the handler is away, or canary
 */
record EventEntry(
        @NotNull String namespace,
        @NotNull String event,
        @NotNull String handler,
        @NotNull String plugin,
        @NotNull String version,
        @Min(0) long calls,
        @Min(0) long errors,
        @Min(0) long violations,
        @Min(0) long p99Micros,
        @NotNull String state) {

    private static final int NANOS_PER_MICRO = 1000;

    static EventEntry of(EventInfo event) {
        return new EventEntry(
                event.namespace(),
                event.event(),
                event.handler(),
                event.plugin(),
                event.version(),
                event.calls(),
                event.errors(),
                event.violations(),
                event.p99().toNanos() / NANOS_PER_MICRO,
                event.state().toString());
    }
}
