package io.fastsocket.registry.routing;

import io.fastsocket.registry.streams.StreamMethod;
import io.fastsocket.registry.streams.StreamSink;

/**
 * A stream that only looks on at an event.
 *
 * @param stream which one
 * @param sink takes what fits
 * @param method brings it there
 */
public record Tap(StreamMethod stream, StreamSink sink, BoundMethod method) {

    /** The event's name. */
    public String event() {
        return stream.event();
    }

    /** Whether it takes what plugins send. */
    public boolean emitted() {
        return stream.emitted();
    }
}
