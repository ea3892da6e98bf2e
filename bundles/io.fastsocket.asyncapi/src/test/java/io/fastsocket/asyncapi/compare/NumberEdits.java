package io.fastsocket.asyncapi.compare;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

/** Edits of numbers. */
final class NumberEdits extends EditGroup {

    NumberEdits() {
        super("numbers");
        moved("minimum", Effect.FEWER, Effect.MORE);
        moved("maximum", Effect.MORE, Effect.FEWER);
        moved("exclusiveMinimum", Effect.FEWER, Effect.MORE);
        edit(
                "minimum becomes exclusive",
                Effect.FEWER,
                s -> s.has("minimum"),
                (s, r) -> s.set("exclusiveMinimum", s.remove("minimum")));
        edit(
                "multipleOf doubled",
                Effect.FEWER,
                s -> s.has("multipleOf"),
                (s, r) -> s.put("multipleOf", 10));
        edit(
                "multipleOf dropped",
                Effect.MORE,
                s -> s.has("multipleOf"),
                (s, r) -> s.remove("multipleOf"));
        edit(
                "multipleOf added",
                Effect.FEWER,
                s -> is(s, "integer") && !s.has("multipleOf"),
                (s, r) -> s.put("multipleOf", 7));
        edit(
                "number becomes integer",
                Effect.FEWER,
                s -> is(s, "number"),
                (s, r) -> s.put("type", "integer"));
        edit(
                "integer becomes number",
                Effect.MORE,
                s -> is(s, "integer") && !s.has("multipleOf"),
                (s, r) -> s.put("type", "number"));
    }
}
