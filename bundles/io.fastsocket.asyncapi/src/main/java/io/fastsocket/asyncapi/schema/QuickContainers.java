package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What draft-07 wants of objects and arrays (JSON Schema Validation, sections 6.4 and 6.5). */
final class QuickContainers {

    /** The words that are looked at here. */
    static final Set<String> WORDS =
            Set.of(
                    "required",
                    "properties",
                    "additionalProperties",
                    "propertyNames",
                    "minProperties",
                    "maxProperties",
                    "items",
                    "minItems",
                    "maxItems");

    private QuickContainers() {}

    static List<Seen> members(JsonNode schema, QuickSchema schemas) {
        List<Seen> all = new ArrayList<>();
        if (schema.has("required")
                || schema.has("properties")
                || schema.has("additionalProperties")) {
            all.add(new QuickObject(schema, schemas));
        }
        if (schema.has("propertyNames")) {
            all.add(names(schemas.seen(schema.get("propertyNames"))));
        }
        if (schema.has("items")) {
            all.add(items(schema, schemas));
        }
        all.add(members(schema));
        all.add(elements(schema));
        return all;
    }

    private static Seen names(Seen wanted) {
        return (tokens, value) -> {
            Truth truth = Truth.YES;
            if (tokens.kind(value) == Tokens.OBJECT) {
                int end = tokens.next(value);
                for (int name = tokens.first(value); name < end; ) {
                    truth = truth.and(wanted.of(tokens, name));
                    name = tokens.next(tokens.next(name));
                }
            }
            return truth;
        };
    }

    private static Seen items(JsonNode schema, QuickSchema schemas) {
        JsonNode items = schema.get("items");
        Seen[] first = new Seen[items.isArray() ? items.size() : 0];
        for (int i = 0; i < first.length; i++) {
            first[i] = schemas.seen(items.get(i));
        }
        Seen others = schemas.seen(items.isArray() ? schema.path("additionalItems") : items);
        return (tokens, value) -> {
            Truth truth = Truth.YES;
            if (tokens.kind(value) == Tokens.ARRAY) {
                int end = tokens.next(value);
                int element = tokens.first(value);
                for (int i = 0; element < end && truth != Truth.NO; i++) {
                    truth = truth.and((i < first.length ? first[i] : others).of(tokens, element));
                    element = tokens.next(element);
                }
            }
            return truth;
        };
    }

    private static Seen elements(JsonNode schema) {
        if (!schema.has("minItems") && !schema.has("maxItems")) {
            return Seen.ALWAYS;
        }
        if (!isCount(schema, "minItems") || !isCount(schema, "maxItems")) {
            return Seen.NEVER;
        }
        long min = schema.path("minItems").asLong(0);
        long max = schema.path("maxItems").asLong(Long.MAX_VALUE);
        return (tokens, value) -> {
            int count = tokens.size(value);
            return Truth.of(tokens.kind(value) != Tokens.ARRAY || (count >= min && count <= max));
        };
    }

    /** A name that comes twice is one member: what depends on that is not seen. */
    private static Seen members(JsonNode schema) {
        if (!schema.has("minProperties") && !schema.has("maxProperties")) {
            return Seen.ALWAYS;
        }
        if (!isCount(schema, "minProperties") || !isCount(schema, "maxProperties")) {
            return Seen.NEVER;
        }
        long min = schema.path("minProperties").asLong(0);
        long max = schema.path("maxProperties").asLong(Long.MAX_VALUE);
        return (tokens, value) -> {
            if (tokens.kind(value) != Tokens.OBJECT) {
                return Truth.YES;
            }
            int most = tokens.size(value) / 2;
            int least = Math.min(most, 1);
            if (most < min || least > max) {
                return Truth.NO;
            }
            return least >= min && most <= max ? Truth.YES : Truth.UNKNOWN;
        };
    }

    /** Whether a word is not there, or a number that is one of things. */
    private static boolean isCount(JsonNode schema, String word) {
        return !schema.has(word) || QuickWords.isCount(schema.get(word));
    }
}
