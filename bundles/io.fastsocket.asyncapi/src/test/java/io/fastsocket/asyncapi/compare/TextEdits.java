package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.function.Predicate;

/** Edits of texts. */
final class TextEdits extends EditGroup {

    TextEdits() {
        super("texts");
        Predicate<ObjectNode> text = s -> is(s, "string");
        Predicate<ObjectNode> plain =
                text.and(s -> !s.has("pattern") && !s.has("format") && !s.has("enum"));
        moved("minLength", Effect.FEWER, Effect.MORE);
        moved("maxLength", Effect.MORE, Effect.FEWER);
        edit("pattern added", Effect.FEWER, plain, (s, r) -> s.put("pattern", "^[a-z]+$"));
        edit(
                "pattern changed",
                Effect.OTHERS,
                s -> s.has("pattern"),
                (s, r) -> s.put("pattern", "^[a-z]{4}$"));
        edit("pattern dropped", Effect.MORE, s -> s.has("pattern"), (s, r) -> s.remove("pattern"));
        edit("format added", Effect.FEWER, plain, (s, r) -> s.put("format", "ipv4"));
        edit(
                "format changed",
                Effect.OTHERS,
                s -> s.has("format"),
                (s, r) -> s.put("format", "date"));
        edit("format dropped", Effect.MORE, s -> s.has("format"), (s, r) -> s.remove("format"));
        edit(
                "a text forbidden",
                Effect.FEWER,
                plain.and(s -> !s.has("minLength")),
                (s, r) -> s.putObject("not").put("const", "admin"));
    }
}
