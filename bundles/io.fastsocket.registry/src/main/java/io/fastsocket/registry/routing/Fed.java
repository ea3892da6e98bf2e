package io.fastsocket.registry.routing;

/**
 * A stream that takes what plugins send.
 *
 * @param service the component it belongs to
 * @param tap brings an event there
 */
public record Fed(HandlerService service, Tap tap) {}
