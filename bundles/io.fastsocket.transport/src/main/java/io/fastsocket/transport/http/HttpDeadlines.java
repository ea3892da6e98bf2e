package io.fastsocket.transport.http;

/**
 * How long a connection may keep the server waiting while it speaks HTTP, in milliseconds.
 *
 * @param head until a request's head is whole, from its first byte or from being accepted
 * @param body until its body is whole, from the head on
 * @param idle between requests, unless an answer is on its way
 */
public record HttpDeadlines(int head, int body, int idle) {}
