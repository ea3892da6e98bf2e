package io.fastsocket.registry.routing;

/**
 * A component that is away for a moment.
 *
 * @param service it
 * @param until when waiting for it ends, in {@link System#nanoTime()}, never 0
 */
record Parked(HandlerService service, long until) {}
