package io.fastsocket.registry.routing;

import io.fastsocket.registry.streams.StreamSink;

/**
 * A stream that only looks on at an event.
 *
 * @param event its name
 * @param sink takes what fits
 * @param method brings it there
 */
public record Tap(String event, StreamSink sink, BoundMethod method) {}
