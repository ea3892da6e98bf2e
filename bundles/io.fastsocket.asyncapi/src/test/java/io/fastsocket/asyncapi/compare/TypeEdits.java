package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.function.Predicate;

/** Edits of what a value is. */
final class TypeEdits extends EditGroup {

    TypeEdits() {
        super("types");
        Predicate<ObjectNode> one = s -> s.path("type").isTextual();
        edit(
                "type changed",
                Effect.OTHERS,
                one.and(s -> !is(s, "boolean") && !s.has("enum")),
                (s, r) -> s.removeAll().put("type", "boolean"));
        edit(
                "null allowed",
                Effect.MORE,
                one.and(s -> !s.has("enum")),
                (s, r) -> typed(s, s.get("type").asText(), "null"));
        edit(
                "null no longer allowed",
                Effect.FEWER,
                s -> s.path("type").isArray(),
                (s, r) -> s.put("type", "string"));
        edit(
                "everything allowed",
                Effect.MORE,
                one.and(s -> !s.path("properties").has("by")),
                (s, r) -> s.removeAll());
    }
}
