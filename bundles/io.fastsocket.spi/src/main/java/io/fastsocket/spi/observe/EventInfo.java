package io.fastsocket.spi.observe;

/**
 * An event that is handled now.
 *
 * @param namespace its namespace
 * @param event its name
 * @param handler class and method, such as {@code Chat.message}
 * @param plugin symbolic name of the bundle
 * @param version version of the bundle
 * @param parked whether its events wait for the handler to come back
 * @param calls events handled since the handler came into service
 * @param errors those of them answered with an error
 */
public record EventInfo(
        String namespace,
        String event,
        String handler,
        String plugin,
        String version,
        boolean parked,
        long calls,
        long errors) {}
