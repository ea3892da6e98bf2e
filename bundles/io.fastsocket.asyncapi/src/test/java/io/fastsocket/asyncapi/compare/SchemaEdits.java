package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Edit;
import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Edits of schemas, with what they do to the values that are allowed. */
final class SchemaEdits {

    static final List<Edit> ALL = new ArrayList<>();

    private static String group = "";

    static {
        objects();
        texts();
        numbers();
        arrays();
        kinds();
        choices();
        rewritings();
    }

    private SchemaEdits() {}

    private static void edit(
            String name,
            Effect effect,
            Predicate<ObjectNode> where,
            BiConsumer<ObjectNode, Random> change) {
        ALL.add(new Edit(group, name, effect, where, change));
    }

    /** A number that is made larger, or smaller. */
    private static void moved(String keyword, Effect up, Effect down) {
        Predicate<ObjectNode> where = s -> s.has(keyword);
        edit(keyword + " raised", up, where, (s, r) -> s.put(keyword, s.get(keyword).asInt() + 1));
        edit(keyword + " lowered", down, where, (s, r) -> lowered(s, keyword));
        edit(keyword + " dropped", Effect.MORE, where, (s, r) -> s.remove(keyword));
    }

    private static void lowered(ObjectNode schema, String keyword) {
        if (keyword.equals("minLength") || keyword.equals("minItems")) {
            schema.put(keyword, 0);
        } else {
            schema.put(keyword, schema.get(keyword).asInt() - 1);
        }
    }

    private static boolean is(ObjectNode schema, String type) {
        return schema.path("type").asText().equals(type);
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

    private static void objects() {
        group = "objects";
        Predicate<ObjectNode> hasOptional = s -> !optional(s).isEmpty();
        Predicate<ObjectNode> hasRequired = s -> !required(s).isEmpty();
        Predicate<ObjectNode> open = SchemaEdits::isOpen;
        Predicate<ObjectNode> closed = SchemaEdits::isClosed;
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

    private static void texts() {
        group = "texts";
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

    private static void numbers() {
        group = "numbers";
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

    private static void arrays() {
        group = "arrays";
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

    private static void kinds() {
        group = "types";
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

    private static void choices() {
        group = "values and possibilities";
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

    private static void rewritings() {
        group = "the same in other words";
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

    private static void typed(ObjectNode schema, String... types) {
        ArrayNode list = schema.putArray("type");
        List.of(types).forEach(list::add);
    }

    private static void shuffle(ArrayNode array, Random random) {
        List<JsonNode> elements = new ArrayList<>();
        array.forEach(elements::add);
        Collections.shuffle(elements, random);
        array.removeAll().addAll(elements);
    }
}
