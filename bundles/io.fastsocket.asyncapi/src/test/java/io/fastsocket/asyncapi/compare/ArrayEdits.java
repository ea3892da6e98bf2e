package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.function.Predicate;

/** Edits of arrays and their elements. */
final class ArrayEdits extends EditGroup {

    ArrayEdits() {
        super("arrays");
        Predicate<ObjectNode> array = s -> is(s, "array");
        moved("minItems", Effect.FEWER, Effect.MORE);
        moved("maxItems", Effect.MORE, Effect.FEWER);
        edit(
                "uniqueItems added",
                Effect.FEWER,
                array.and(s -> !s.has("uniqueItems")),
                (s, r) -> s.put("uniqueItems", true));
        edit(
                "uniqueItems dropped",
                Effect.MORE,
                s -> s.has("uniqueItems"),
                (s, r) -> s.remove("uniqueItems"));
        edit(
                "elements become others",
                Effect.OTHERS,
                array,
                (s, r) -> s.putObject("items").put("type", "boolean"));
        edit("elements become anything", Effect.MORE, array, (s, r) -> s.remove("items"));
        edit(
                "something must be among the elements",
                Effect.FEWER,
                array,
                (s, r) -> s.putObject("contains").put("const", "x"));
    }
}
