package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.schema.BoundedExpressions;
import io.fastsocket.asyncapi.schema.BoundedExpressions.ExhaustedError;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What schemas say of the fields of an object.
 *
 * @param parts all of them hold
 * @param expressions for the names of fields
 */
record Fields(List<JsonNode> parts, BoundedExpressions expressions) {

    static Fields of(Shape shape, SchemaInclusion inclusion) {
        return new Fields(shape.parts(), inclusion.budget().expressions());
    }

    /** Those that have a schema of their own. */
    Set<String> named() {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> part.path("properties").fieldNames().forEachRemaining(names::add));
        return names;
    }

    Set<String> required() {
        Set<String> names = new LinkedHashSet<>();
        parts.forEach(part -> part.path("required").forEach(name -> names.add(name.asText())));
        return names;
    }

    /** The patterns that some fields' names match. */
    Set<String> patterns() {
        Set<String> patterns = new LinkedHashSet<>();
        parts.forEach(
                part ->
                        part.path("patternProperties")
                                .fieldNames()
                                .forEachRemaining(patterns::add));
        return patterns;
    }

    /** All that is said of a field; empty if nothing is. */
    List<JsonNode> at(String name) {
        List<JsonNode> schemas = new ArrayList<>();
        parts.forEach(part -> at(part, name, schemas));
        return schemas;
    }

    private void at(JsonNode part, String name, List<JsonNode> schemas) {
        int before = schemas.size();
        JsonNode own = part.path("properties").get(name);
        if (own != null) {
            schemas.add(own);
        }
        part.path("patternProperties")
                .properties()
                .forEach(
                        pattern -> {
                            if (matches(pattern.getKey(), name)) {
                                schemas.add(pattern.getValue());
                            }
                        });
        if (schemas.size() == before) {
            other(part, schemas);
        }
    }

    /** That anything may be there says as little as saying nothing. */
    private static void other(JsonNode part, List<JsonNode> schemas) {
        JsonNode other = part.get("additionalProperties");
        if (other != null && !(other.isBoolean() && other.booleanValue())) {
            schemas.add(other);
        }
    }

    /** Whether nothing is said of a field, or that it is not there. */
    boolean absent(String name) {
        return at(name).stream().allMatch(Fields::never);
    }

    private static boolean never(JsonNode schema) {
        return schema.isBoolean() && !schema.booleanValue();
    }

    /** All that is said of fields that have neither a name nor a pattern; empty if nothing is. */
    List<JsonNode> others() {
        List<JsonNode> schemas = new ArrayList<>();
        parts.forEach(part -> other(part, schemas));
        return schemas;
    }

    /** Whether there are no other fields than those with a name or a pattern. */
    boolean closed() {
        return others().stream().anyMatch(Fields::never);
    }

    /** Whether a pattern matches a name; if that takes too long, it may. */
    boolean matches(String pattern, String name) {
        try {
            return expressions.matches(pattern, name);
        } catch (IllegalArgumentException | ExhaustedError e) {
            return true;
        }
    }
}
