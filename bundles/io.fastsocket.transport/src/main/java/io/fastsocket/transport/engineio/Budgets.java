package io.fastsocket.transport.engineio;

/**
 * What all clients together take up at a moment.
 *
 * @param incoming bytes of messages and bodies that are not whole yet
 * @param outgoing bytes that wait for slow clients, and of broadcasts under way
 */
public record Budgets(long incoming, long outgoing) {}
