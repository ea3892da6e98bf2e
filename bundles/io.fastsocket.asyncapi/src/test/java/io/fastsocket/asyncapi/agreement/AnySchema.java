package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.List;

/** Schemas of draft-07 that nobody has written, of what {@link AnyJson} makes. */
final class AnySchema {

    private static final List<String> PATTERNS =
            List.of(
                    "^[a-z]*$",
                    "^a",
                    "b",
                    "^(a|ab)+$",
                    "ä",
                    "^\\S+$",
                    "\\n",
                    "^a?b$",
                    "^[^b]{1,2}$",
                    "^\\d{4}-\\d{2}-\\d{2}$",
                    "^[\\w/-]+$",
                    "^a.{0,1}$",
                    "^ab*c$");

    private static final List<String> NUMBERS =
            List.of("0", "1", "-3", "1.5", "1.0", "100", "1e2", "9223372036854775807", "0.1");

    private static final List<String> TYPES =
            List.of("string", "integer", "number", "boolean", "null", "object", "array");

    private final Chance chance;

    AnySchema(Chance chance) {
        this.chance = chance;
    }

    /** One that may refer to two others. */
    ObjectNode root() {
        ObjectNode root = Chance.NODES.objectNode();
        root.putArray("allOf").add(schema(3));
        ObjectNode schemas = root.putObject("components").putObject("schemas");
        schemas.set("One", schema(2));
        schemas.set("Other", schema(2));
        return root;
    }

    private ObjectNode schema(int depth) {
        ObjectNode schema = Chance.NODES.objectNode();
        if (depth > 0 && depth < 3 && chance.once(8)) {
            // Within members alone, so that it ends.
            return schema.set(
                    "properties",
                    Chance.NODES
                            .objectNode()
                            .set(
                                    chance.one(AnyJson.NAMES),
                                    Chance.NODES
                                            .objectNode()
                                            .put(
                                                    "$ref",
                                                    "#/components/schemas/"
                                                            + chance.one("One", "Other"))));
        }
        for (int words = 1 + chance.below(3); words > 0; words--) {
            if (depth == 0 || chance.once(3)) {
                plain(schema);
            } else if (chance.once(2)) {
                members(schema, depth - 1);
            } else {
                logic(schema, depth - 1);
            }
        }
        return schema;
    }

    private void plain(ObjectNode schema) {
        switch (chance.below(11)) {
            case 0, 1 -> schema.put("type", chance.one(TYPES));
            case 2 -> schema.putArray("type").add(chance.one(TYPES)).add(chance.one(TYPES));
            case 3 -> enumeration(schema.putArray("enum"));
            case 4 -> schema.set("const", AnyJson.tree(new AnyJson(chance).value(1)));
            case 5 -> schema.put(chance.one("minLength", "maxLength"), chance.below(4));
            case 6 -> schema.put("pattern", chance.one(PATTERNS));
            case 7 -> schema.put("multipleOf", chance.one(2, 5, 100));
            case 8 -> schema.put(chance.one("minItems", "maxItems"), chance.below(3));
            case 9 -> schema.put(chance.one("minProperties", "maxProperties"), chance.below(3));
            default ->
                    schema.set(
                            chance.one(
                                    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"),
                            AnyJson.tree(chance.one(NUMBERS)));
        }
    }

    /** None twice, as schemas have to be. */
    private void enumeration(ArrayNode values) {
        values.add("a").addNull().add(1).add(chance.one("ab", "ä", "\n", "\ud83d\ude00"));
        values.add(AnyJson.tree(chance.one("true", "100", "1.5", "{}", "[1]", "{\"a\":1}")));
    }

    private void members(ObjectNode schema, int depth) {
        switch (chance.below(8)) {
            case 0, 1 -> {
                ObjectNode properties = schema.putObject("properties");
                for (int i = chance.below(4); i >= 0; i--) {
                    properties.set(chance.one(AnyJson.NAMES), schema(depth));
                }
            }
            case 2 -> schema.putArray("required").add(chance.one(AnyJson.NAMES));
            case 3 -> schema.put("additionalProperties", false);
            case 4 -> schema.set("additionalProperties", schema(depth));
            case 5 -> schema.set("propertyNames", schema(0));
            case 6 -> schema.set("items", schema(depth));
            default -> rare(schema, depth);
        }
    }

    /** What is not quickly seen, and what depends on a word beside it. */
    private void rare(ObjectNode schema, int depth) {
        switch (chance.below(6)) {
            case 0 -> schema.putObject("patternProperties").set("^a", schema(depth));
            case 1 -> schema.put("uniqueItems", true);
            case 2 -> schema.set("contains", schema(depth));
            case 3 -> schema.putObject("dependencies").putArray("a").add("b");
            case 4 -> schema.put("format", chance.one("date", "int32", "uuid"));
            default -> {
                schema.putArray("items").add(schema(depth)).add(schema(depth));
                schema.set("additionalItems", schema(depth));
            }
        }
    }

    private void logic(ObjectNode schema, int depth) {
        switch (chance.below(5)) {
            case 0 -> schema.set("not", schema(depth));
            case 1 -> {
                schema.set("if", schema(depth));
                schema.set("then", schema(depth));
                schema.set("else", schema(depth));
            }
            default -> {
                ArrayNode several = schema.putArray(chance.one("allOf", "anyOf", "oneOf"));
                several.add(schema(depth)).add(schema(depth));
            }
        }
    }
}
