package io.fastsocket.operator;

import io.fastsocket.spi.observe.StreamInfo;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

/**
 * A stream of a plugin, as {@code stream list --json} has it.
 *
 * @param namespace of its elements
 * @param event their name
 * @param stream class and method
 * @param plugin symbolic name
 * @param version of the plugin
 * @param inPerSecond elements, on average of the last ten seconds
 * @param outPerSecond events that it sent, likewise
 * @param waiting elements in its buffer
 * @param dropped elements lost or refused
 * @param restarts after errors
 * @param subscribers clients that set the pace
 * @param demand what they have asked for
 * @param state running, restarting or ended
 */
record StreamEntry(
        @NotNull String namespace,
        @NotNull String event,
        @NotNull String stream,
        @NotNull String plugin,
        @NotNull String version,
        double inPerSecond,
        double outPerSecond,
        @Min(0) int waiting,
        @Min(0) long dropped,
        @Min(0) long restarts,
        @Min(0) int subscribers,
        @Min(0) long demand,
        @NotNull String state) {

    static StreamEntry of(StreamInfo stream) {
        return new StreamEntry(
                stream.namespace(),
                stream.event(),
                stream.stream(),
                stream.plugin(),
                stream.version(),
                stream.elements().receivedPerSecond(),
                stream.elements().emittedPerSecond(),
                stream.buffer().waiting(),
                stream.buffer().dropped(),
                stream.restarts(),
                stream.subscribers().count(),
                stream.subscribers().credits(),
                stream.state().toString());
    }
}
