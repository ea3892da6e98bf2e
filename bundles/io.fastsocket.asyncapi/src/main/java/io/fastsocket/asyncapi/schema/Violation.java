package io.fastsocket.asyncapi.schema;

import java.util.List;

/**
 * Something that a schema does not allow.
 *
 * @param path to what it is about: names, and numbers as texts
 * @param keyword of the schema that says so
 * @param property what is missing, or too much; null for other keywords
 * @param message what is wrong, and what would be right
 */
public record Violation(List<Object> path, String keyword, String property, String message) {}
