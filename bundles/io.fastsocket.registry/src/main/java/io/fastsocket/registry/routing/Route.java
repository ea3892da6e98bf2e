package io.fastsocket.registry.routing;

/**
 * Where an event goes.
 *
 * @param method what handles it
 * @param parkedUntil if it is parked, until when at most, in {@link System#nanoTime()}; else 0
 */
public record Route(EventMethod method, long parkedUntil) {}
