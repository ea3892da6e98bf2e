package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/** Says what kind of value a schema wants: in a word or two, with a link to one that has a name. */
final class TypeWords {

    /** Kinds of lists of lists of … are said no deeper than this. */
    private static final int DEEPEST = 4;

    private final Html html;
    private final SchemaNames names;

    TypeWords(Html html, SchemaNames names) {
        this.html = html;
        this.names = names;
    }

    void say(JsonNode schema) {
        say(schema, 0);
        if (Kinds.isNullable(names.followed(schema))) {
            html.raw(" or <i>null</i>");
        }
    }

    private void say(JsonNode written, int depth) {
        JsonNode schema = names.followed(written);
        String name = names.of(schema);
        if (name == null) {
            unnamed(schema, depth);
        } else {
            html.link(names.id(name), name);
        }
    }

    /** The same of one whose name is known already. */
    void sayUnnamed(JsonNode schema) {
        unnamed(schema, 0);
    }

    private void unnamed(JsonNode schema, int depth) {
        if (schema.isBoolean()) {
            html.raw(schema.asBoolean() ? "anything" : "nothing");
            return;
        }
        Kinds.Alternatives choice = Kinds.alternatives(schema);
        if (schema.path("allOf").size() == 1 && !schema.has("type") && depth < DEEPEST) {
            say(schema.path("allOf").get(0), depth + 1);
        } else if (choice.schemas().size() == 1 && depth < DEEPEST) {
            say(choice.schemas().getFirst(), depth + 1);
        } else if (!choice.schemas().isEmpty()) {
            html.raw(choice.word().equals("oneOf") ? "one of " : "any of ")
                    .text(String.valueOf(choice.schemas().size()));
        } else {
            kinds(schema, depth);
        }
    }

    private void kinds(JsonNode schema, int depth) {
        List<String> kinds = Kinds.of(schema);
        if (schema.has("const")) {
            html.raw("always ").code(JsonText.line(schema.get("const"), LimitWords.LONGEST));
        } else if (schema.has("enum")) {
            html.raw("one of these");
        } else if (kinds.isEmpty()) {
            html.raw(schema.has("allOf") ? "object" : "anything");
        } else {
            for (int i = 0; i < kinds.size(); i++) {
                html.raw(i == 0 ? "" : " or ");
                kind(kinds.get(i), schema, depth);
            }
        }
    }

    private void kind(String kind, JsonNode schema, int depth) {
        switch (kind) {
            case "array" -> {
                html.raw("array");
                JsonNode items = schema.path("items");
                if (!items.isMissingNode() && !items.isArray() && depth < DEEPEST) {
                    html.raw(" of ");
                    say(items, depth + 1);
                }
            }
            case "object" -> {
                html.raw("object");
                JsonNode values = schema.path("additionalProperties");
                if (!schema.has("properties") && values.isObject() && depth < DEEPEST) {
                    html.raw(" with values: ");
                    say(values, depth + 1);
                }
            }
            case "string" -> {
                String format = schema.path("format").asText("");
                html.raw(format.equals("binary") ? "binary" : "string");
                if (!format.isEmpty() && !format.equals("binary")) {
                    html.raw(", ").text(format);
                }
            }
            default -> html.text(kind);
        }
    }
}
