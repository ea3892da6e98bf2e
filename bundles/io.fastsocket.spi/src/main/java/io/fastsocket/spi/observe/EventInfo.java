package io.fastsocket.spi.observe;

import java.time.Duration;

/**
 * An event that is handled now.
 *
 * @param namespace its namespace
 * @param event its name
 * @param handler class and method, such as {@code Chat.message}
 * @param plugin symbolic name of the bundle
 * @param version version of the bundle
 * @param state which of its events the handler gets
 * @param calls events handled since the handler came into service
 * @param errors those of them answered with an error
 * @param violations how often arguments or an acknowledgement were not as the contract says,
 *     refused or not; some of the errors are among them
 * @param p99 what 99 of 100 calls of the last minute or so took at most, from the hand-over to the
 *     answer; zero without calls
 */
public record EventInfo(
        String namespace,
        String event,
        String handler,
        String plugin,
        String version,
        EventState state,
        long calls,
        long errors,
        long violations,
        Duration p99) {}
