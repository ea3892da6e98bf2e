package io.fastsocket.spi.observe;

import java.util.List;
import java.util.Map;

/**
 * What a plugin in service takes of the server, and what it may take.
 *
 * @param plugin symbolic name of the bundle
 * @param version version of the bundle
 * @param running calls of event handlers under way
 * @param waiting events that wait for one of them to end
 * @param refused events refused because too many waited, or one for too long, since it started
 * @param overrunning calls that go on past their time limit although interrupted
 * @param busy calls that compute without a pause
 * @param heldBy keys of those limits for which its handlers wait now
 * @param limits the limits in force, by their keys in {@code etc/io.fastsocket.registry.cfg}; times
 *     in milliseconds
 * @param breakers of its handlers that have been open
 */
public record PluginLoad(
        String plugin,
        String version,
        int running,
        int waiting,
        long refused,
        int overrunning,
        int busy,
        List<String> heldBy,
        Map<String, Long> limits,
        List<Breaker> breakers) {

    /**
     * What stops calls of a handler that fails too often.
     *
     * @param handler class and method, such as {@code Chat.message}
     * @param state how it is, for people: closed, half-open, or open and for how long
     * @param refused events refused since the plugin started
     */
    public record Breaker(String handler, String state, long refused) {}
}
