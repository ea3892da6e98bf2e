package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Edits of members: which there are, and which there must be. */
final class ObjectEdits extends EditGroup {

    ObjectEdits() {
        super("objects");
        Predicate<ObjectNode> hasOptional = s -> !optional(s).isEmpty();
        Predicate<ObjectNode> hasRequired = s -> !required(s).isEmpty();
        Predicate<ObjectNode> open = ObjectEdits::isOpen;
        Predicate<ObjectNode> closed = ObjectEdits::isClosed;
        edit(
                "optional field becomes required",
                Effect.FEWER,
                hasOptional,
                (s, r) -> require(s, any(optional(s), r)));
        edit(
                "required field becomes optional",
                Effect.MORE,
                hasRequired,
                (s, r) -> release(s, any(required(s), r)));
        edit(
                "required field removed",
                Effect.MORE,
                hasRequired.and(open),
                (s, r) -> {
                    String name = any(required(s), r);
                    release(s, name);
                    fields(s).remove(name);
                });
        edit(
                "optional field removed",
                Effect.MORE,
                hasOptional.and(open),
                (s, r) -> fields(s).remove(any(optional(s), r)));
        edit(
                "optional field removed where others are forbidden",
                Effect.OTHERS,
                hasOptional.and(closed),
                (s, r) -> fields(s).remove(any(optional(s), r)));
        edit(
                "required field added",
                Effect.FEWER,
                open,
                (s, r) -> {
                    fields(s).putObject("extra").put("type", "string");
                    require(s, "extra");
                });
        edit(
                "optional field added",
                Effect.SAME,
                open,
                (s, r) -> fields(s).putObject("extra").put("type", "string"));
        edit(
                "optional field added where others are forbidden",
                Effect.MORE,
                closed,
                (s, r) -> fields(s).putObject("extra").put("type", "string"));
        edit(
                "field renamed",
                Effect.OTHERS,
                hasRequired.and(open),
                (s, r) -> {
                    String name = any(required(s), r);
                    fields(s).set(name + "2", fields(s).remove(name));
                    release(s, name);
                    require(s, name + "2");
                });
        edit(
                "other fields forbidden",
                Effect.FEWER,
                open,
                (s, r) -> s.put("additionalProperties", false));
        edit(
                "other fields no longer forbidden",
                Effect.MORE,
                closed,
                (s, r) -> s.remove("additionalProperties"));
        edit(
                "a field depends on another",
                Effect.FEWER,
                s -> optional(s).size() > 1,
                (s, r) ->
                        s.putObject("dependencies")
                                .putArray(optional(s).get(0))
                                .add(optional(s).get(1)));
        edit(
                "more fields at least",
                Effect.FEWER,
                open,
                (s, r) -> s.put("minProperties", s.path("required").size() + 1));
    }

    private static boolean isOpen(ObjectNode schema) {
        return schema.has("properties") && !schema.has("additionalProperties");
    }

    private static boolean isClosed(ObjectNode schema) {
        return schema.path("additionalProperties").isBoolean();
    }

    private static ObjectNode fields(ObjectNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static List<String> required(ObjectNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("required").forEach(name -> names.add(name.asText()));
        names.remove("by");
        return names;
    }

    private static List<String> optional(ObjectNode schema) {
        List<String> names = new ArrayList<>();
        schema.path("properties").fieldNames().forEachRemaining(names::add);
        names.removeAll(required(schema));
        names.remove("by");
        return names;
    }

    private static String any(List<String> names, Random random) {
        return names.get(random.nextInt(names.size()));
    }

    private static void require(ObjectNode schema, String name) {
        schema.withArray("required").add(name);
    }

    private static void release(ObjectNode schema, String name) {
        ArrayNode names = (ArrayNode) schema.get("required");
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i).asText().equals(name)) {
                names.remove(i);
            }
        }
    }
}
