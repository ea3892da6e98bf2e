package io.fastsocket.spi.observe;

import java.util.List;

/**
 * A stream in service.
 *
 * @param namespace of the events that are its elements
 * @param event their name
 * @param stream class and method, such as {@code Market.candles}
 * @param plugin symbolic name of the bundle
 * @param version version of the bundle
 * @param observing whether it only looks on, and another handles the event
 * @param emitted whether its elements are what plugins emit, and not what clients send
 * @param state what it is doing
 * @param elements what goes through it
 * @param buffer elements that wait
 * @param restarts how often it has begun anew after an error
 * @param lastError what the last of these was; empty if there was none
 * @param emits the events that its method says it sends, or those of its elements
 * @param subscribers clients that set the pace at which they get these events
 */
public record StreamInfo(
        String namespace,
        String event,
        String stream,
        String plugin,
        String version,
        boolean observing,
        boolean emitted,
        StreamState state,
        Elements elements,
        Buffer buffer,
        long restarts,
        String lastError,
        List<String> emits,
        Subscribers subscribers) {

    /**
     * How much goes through a stream, since it came into service.
     *
     * @param received elements that it was given
     * @param receivedPerSecond of them, on average of the last ten seconds
     * @param emitted events that it sent
     * @param emittedPerSecond of them, on average of the last ten seconds
     * @param failed events that could not be sent, because they cannot be encoded or the contract
     *     does not allow them
     * @param unfit of an observing stream, events that do not fit its type
     * @param looping of one whose elements plugins emit, those left out because they have gone
     *     through so many streams that these must feed each other in a circle
     */
    public record Elements(
            long received,
            double receivedPerSecond,
            long emitted,
            double emittedPerSecond,
            long failed,
            long unfit,
            long looping) {}

    /**
     * Elements that wait for a stream.
     *
     * @param waiting how many do
     * @param capacity how many may
     * @param overflow what happens to others, in small letters
     * @param dropped to how many that has happened: lost, or refused
     */
    public record Buffer(int waiting, int capacity, String overflow, long dropped) {}

    /**
     * Clients that have subscribed to events at a pace of their own.
     *
     * @param count how many subscriptions there are
     * @param credits how many events they may be sent without asking for more, altogether
     * @param waiting how many of them have none, and an event that waits
     * @param sent events sent to them, as long as there was one of them
     * @param dropped events not sent to them, likewise
     */
    public record Subscribers(int count, long credits, int waiting, long sent, long dropped) {}

    /**
     * A stream.
     *
     * @param namespace as above
     * @param event as above
     * @param stream as above
     * @param plugin as above
     * @param version as above
     * @param observing as above
     * @param emitted as above
     * @param state as above
     * @param elements as above
     * @param buffer as above
     * @param restarts as above
     * @param lastError as above
     * @param emits copied
     * @param subscribers as above
     */
    public StreamInfo {
        emits = List.copyOf(emits);
    }
}
