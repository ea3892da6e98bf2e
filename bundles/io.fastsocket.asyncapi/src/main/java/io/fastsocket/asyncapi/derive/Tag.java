package io.fastsocket.asyncapi.derive;

/**
 * A member by which an object says of which type it is.
 *
 * @param property its name
 * @param id its value
 */
record Tag(String property, String id) {}
