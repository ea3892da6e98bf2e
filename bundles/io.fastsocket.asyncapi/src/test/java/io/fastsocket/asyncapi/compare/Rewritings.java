package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Edits after which the same is said, in other words. */
final class Rewritings extends EditGroup {

    Rewritings() {
        super("the same in other words");
        Predicate<ObjectNode> any = s -> true;
        edit("description", Effect.SAME, any, (s, r) -> s.put("description", "Said anew."));
        edit("title", Effect.SAME, any, (s, r) -> s.put("title", "Another"));
        edit("examples", Effect.SAME, any, (s, r) -> s.putArray("examples").add(1));
        edit("default", Effect.SAME, s -> is(s, "boolean"), (s, r) -> s.put("default", true));
        edit("extension", Effect.SAME, any, (s, r) -> s.put("x-order", 1));
        edit("$comment", Effect.SAME, any, (s, r) -> s.put("$comment", "why"));
        edit("deprecated", Effect.SAME, any, (s, r) -> s.put("deprecated", true));
        edit(
                "required in another order",
                Effect.SAME,
                s -> s.path("required").size() > 1,
                (s, r) -> shuffle((ArrayNode) s.get("required"), r));
        edit(
                "values in another order",
                Effect.SAME,
                s -> s.has("enum"),
                (s, r) -> shuffle((ArrayNode) s.get("enum"), r));
        edit(
                "possibilities in another order",
                Effect.SAME,
                s -> s.has("oneOf"),
                (s, r) -> s.withArray("oneOf").add(s.withArray("oneOf").remove(0)));
        edit(
                "possibilities as anyOf",
                Effect.SAME,
                s -> s.has("oneOf"),
                (s, r) -> s.set("anyOf", s.remove("oneOf")));
        edit(
                "type in a list",
                Effect.SAME,
                s -> s.path("type").isTextual(),
                (s, r) -> typed(s, s.get("type").asText()));
        edit(
                "type and null as possibilities",
                Effect.SAME,
                s -> s.path("type").isArray(),
                (s, r) -> {
                    s.removeAll();
                    s.withArray("oneOf").addObject().put("type", "string");
                    s.withArray("oneOf").addObject().put("type", "null");
                });
        edit("wrapped in allOf", Effect.SAME, any, (s, r) -> wrap(s, "allOf"));
        edit("wrapped in anyOf", Effect.SAME, any, (s, r) -> wrap(s, "anyOf"));
        edit(
                "keywords moved to allOf",
                Effect.SAME,
                s -> s.has("required"),
                (s, r) -> s.withArray("allOf").addObject().set("required", s.remove("required")));
        edit(
                "minimum of integers written as exclusive",
                Effect.SAME,
                s -> is(s, "integer") && s.has("minimum"),
                (s, r) -> s.put("exclusiveMinimum", s.remove("minimum").asInt() - 1));
        edit(
                "limits that say nothing",
                Effect.SAME,
                s -> is(s, "string") && !s.has("minLength"),
                (s, r) -> s.put("minLength", 0).put("minItems", 3));
    }

    private static void wrap(ObjectNode schema, String keyword) {
        ObjectNode inner = schema.deepCopy();
        schema.removeAll();
        schema.putArray(keyword).add(inner);
    }

    private static void shuffle(ArrayNode array, Random random) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        Collections.shuffle(elements, random);
        array.removeAll().addAll(elements);
    }
}
