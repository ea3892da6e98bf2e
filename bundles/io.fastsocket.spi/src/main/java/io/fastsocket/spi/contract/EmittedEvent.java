package io.fastsocket.spi.contract;

/**
 * An event that a plugin says it sends. Refers to a class of the plugin: to be looked at, not to be
 * kept.
 *
 * @param namespace the namespace of the component that says so
 * @param event its name
 * @param payload the type of its one argument; {@code Void} if it has none
 * @param room the room it always goes to, or empty
 */
public record EmittedEvent(String namespace, String event, Class<?> payload, String room) {}
