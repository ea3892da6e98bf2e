package io.fastsocket.registry.routing;

import io.fastsocket.registry.isolation.LimitTable;

import java.time.Duration;

/**
 * What can be configured.
 *
 * @param queueLimit events of one socket not yet handled, from which on its connection is not read;
 *     it is read again at half of that
 * @param queueBytes bytes of them (names, arguments and binaries), with the same effect if there is
 *     more than one event
 * @param parkTime how long events wait for a handler that is away, at most
 * @param parkLimit how many events wait in all, at most
 * @param parkBytes how many bytes these hold in all, at most
 * @param inlineLimit how long a handler may hold up the event loop
 * @param inlineOverruns how many times it may take longer within ten seconds before it is moved off
 *     the event loop
 * @param callWait how long a service that goes away is held for its calls in flight
 * @param subscriptionLimit events that one socket may subscribe to
 * @param limits what each plugin may take
 */
public record Settings(
        int queueLimit,
        long queueBytes,
        Duration parkTime,
        int parkLimit,
        long parkBytes,
        Duration inlineLimit,
        int inlineOverruns,
        Duration callWait,
        int subscriptionLimit,
        LimitTable limits) {

    /** The documented defaults. */
    public static final Settings DEFAULTS =
            new Settings(
                    1000,
                    4_000_000,
                    Duration.ofMillis(2000),
                    10_000,
                    64_000_000,
                    Duration.ofMillis(5),
                    3,
                    Duration.ofSeconds(5),
                    100,
                    LimitTable.DEFAULTS);
}
