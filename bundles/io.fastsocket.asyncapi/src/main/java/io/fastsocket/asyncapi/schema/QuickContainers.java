package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        if (schema.has("required")) {
            all.add(required(schema.get("required")));
        }
        if (schema.has("properties") || schema.has("additionalProperties")) {
            all.add(properties(schema, schemas));
        }
        if (schema.has("propertyNames")) {
            all.add(names(schemas.seen(schema.get("propertyNames"))));
        }
        if (schema.has("items")) {
            all.add(items(schema, schemas));
        }
        all.add(size(schema, "minProperties", "maxProperties", true));
        all.add(size(schema, "minItems", "maxItems", false));
        return all;
    }

    private static Seen required(JsonNode said) {
        String[] names = new String[said.size()];
        for (int i = 0; i < names.length; i++) {
            names[i] = said.get(i).asText();
        }
        return Seen.exactly(
                value -> {
                    if (value.isObject()) {
                        for (String name : names) {
                            if (!value.has(name)) {
                                return false;
                            }
                        }
                    }
                    return true;
                });
    }

    private static Seen properties(JsonNode schema, QuickSchema schemas) {
        Map<String, Seen> known = new HashMap<>();
        Seen others = schemas.seen(schema.path("additionalProperties"));
        boolean exact = others.exact();
        for (Map.Entry<String, JsonNode> member : schema.path("properties").properties()) {
            Seen seen = schemas.seen(member.getValue());
            known.put(member.getKey(), seen);
            exact &= seen.exact();
        }
        return new Seen(
                value -> {
                    if (value.isObject()) {
                        for (Map.Entry<String, JsonNode> member : value.properties()) {
                            Seen seen = known.getOrDefault(member.getKey(), others);
                            if (!seen.test(member.getValue())) {
                                return false;
                            }
                        }
                    }
                    return true;
                },
                exact);
    }

    private static Seen names(Seen name) {
        return Seen.roughly(
                value -> {
                    if (value.isObject()) {
                        for (Map.Entry<String, JsonNode> member : value.properties()) {
                            if (!name.test(TextNode.valueOf(member.getKey()))) {
                                return false;
                            }
                        }
                    }
                    return true;
                });
    }

    private static Seen items(JsonNode schema, QuickSchema schemas) {
        JsonNode items = schema.get("items");
        Seen[] first = new Seen[items.isArray() ? items.size() : 0];
        for (int i = 0; i < first.length; i++) {
            first[i] = schemas.seen(items.get(i));
        }
        Seen others = schemas.seen(items.isArray() ? schema.path("additionalItems") : items);
        return Seen.roughly(
                value -> {
                    for (int i = 0; value.isArray() && i < value.size(); i++) {
                        if (!(i < first.length ? first[i] : others).test(value.get(i))) {
                            return false;
                        }
                    }
                    return true;
                });
    }

    private static Seen size(JsonNode schema, String least, String most, boolean objects) {
        if (!schema.has(least) && !schema.has(most)) {
            return Seen.ALWAYS;
        }
        if ((schema.has(least) && !QuickWords.isCount(schema.get(least)))
                || (schema.has(most) && !QuickWords.isCount(schema.get(most)))) {
            return Seen.NEVER;
        }
        long min = schema.path(least).asLong(0);
        long max = schema.path(most).asLong(Long.MAX_VALUE);
        return Seen.roughly(
                value ->
                        (objects ? !value.isObject() : !value.isArray())
                                || (value.size() >= min && value.size() <= max));
    }
}
