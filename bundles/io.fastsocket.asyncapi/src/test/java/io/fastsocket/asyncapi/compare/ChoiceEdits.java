package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.function.Predicate;

/** Edits of which values there are, and which possibilities. */
final class ChoiceEdits extends EditGroup {

    ChoiceEdits() {
        super("values and possibilities");
        Predicate<ObjectNode> listed = s -> s.has("enum");
        Predicate<ObjectNode> union = s -> s.has("oneOf");
        edit("value added", Effect.MORE, listed, (s, r) -> s.withArray("enum").add("lost"));
        edit("value removed", Effect.FEWER, listed, (s, r) -> s.withArray("enum").remove(1));
        edit("values no longer listed", Effect.MORE, listed, (s, r) -> s.remove("enum"));
        edit(
                "values listed",
                Effect.FEWER,
                s -> is(s, "string") && s.size() == 1,
                (s, r) -> s.putArray("enum").add("a").add("b"));
        edit(
                "only one value left",
                Effect.FEWER,
                s -> is(s, "boolean"),
                (s, r) -> s.put("const", true));
        edit(
                "possibility added",
                Effect.MORE,
                union,
                (s, r) -> {
                    ObjectNode branch = s.withArray("oneOf").addObject().put("type", "object");
                    branch.putArray("required").add("by");
                    branch.putObject("properties").putObject("by").put("const", "invoice");
                });
        edit(
                "possibility removed",
                Effect.FEWER,
                union,
                (s, r) -> s.withArray("oneOf").remove(r.nextInt(2)));
    }
}
