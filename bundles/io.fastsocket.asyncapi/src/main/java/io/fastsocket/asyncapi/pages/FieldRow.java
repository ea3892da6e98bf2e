package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;

/** Draws rows of a table of fields: name, kind with its limits, and what it means. */
final class FieldRow {

    private static final int DEEPEST_INDENT = 6;

    private final Html html;
    private final SchemaNames names;
    private final TypeWords types;

    FieldRow(Html html, SchemaNames names) {
        this.html = html;
        this.names = names;
        types = new TypeWords(html, names);
    }

    /**
     * A field.
     *
     * @param depth how far it is inside others
     * @param name of the field, or words on what has none
     * @param isName whether it is a name
     * @param required whether it has to be there
     * @param written its schema, of which the reference may have stayed
     */
    void field(int depth, String name, boolean isName, boolean required, JsonNode written) {
        JsonNode schema = names.followed(written);
        start(depth).raw("<td data-label=\"Field\">");
        html.element(isName ? "code" : "i", name);
        if (required) {
            html.raw(" <span class=\"must\">required</span>");
        }
        if (schema.path("deprecated").asBoolean() || schema.path("x-deprecated").asBoolean()) {
            html.raw(" <span class=\"old\">deprecated</span>");
        }
        html.raw("</td><td data-label=\"Type\">");
        type(schema);
        html.raw("</td><td data-label=\"Description\">");
        described(schema);
        html.raw("</td></tr>\n");
    }

    /** A row of words for those that follow, or on the whole; its markup is this package's. */
    void note(int depth, Runnable content) {
        start(depth).raw("<td colspan=\"3\" class=\"note\">");
        content.run();
        html.raw("</td></tr>\n");
    }

    private Html start(int depth) {
        return html.raw("<tr class=\"d")
                .raw(String.valueOf(Math.min(depth, DEEPEST_INDENT)))
                .raw("\">");
    }

    /** Kind, limits and choices of a schema. */
    void type(JsonNode schema) {
        html.raw("<span class=\"type\">");
        types.say(schema);
        html.raw("</span>");
        limits(schema, 0);
    }

    /** The same of one whose name stands there already. */
    void unnamed(JsonNode schema) {
        html.raw("<span class=\"type\">");
        types.sayUnnamed(schema);
        html.raw("</span>");
        limits(schema, 0);
    }

    private void limits(JsonNode schema, int depth) {
        for (String limit : LimitWords.of(schema)) {
            html.raw(" <span class=\"limit\">").text(limit).raw("</span>");
        }
        if (schema.path("pattern").isTextual()) {
            html.raw(" <span class=\"limit\">matches ");
            html.code(schema.path("pattern").textValue()).raw("</span>");
        }
        choices(LimitWords.choices(schema));
        if (schema.has("default")) {
            html.raw(" <span class=\"limit\">default ");
            html.code(JsonText.line(schema.get("default"), LimitWords.LONGEST)).raw("</span>");
        }
        for (JsonNode part : schema.path("allOf")) {
            if (depth < DEEPEST_INDENT && names.of(part) == null) {
                limits(part, depth + 1);
            }
        }
        Kinds.Alternatives choice = Kinds.alternatives(schema);
        if (choice.schemas().size() == 1 && depth < DEEPEST_INDENT) {
            limits(names.followed(choice.schemas().getFirst()), depth + 1);
        }
    }

    private void choices(List<String> choices) {
        if (!choices.isEmpty()) {
            html.raw(" <span class=\"choices\">");
            choices.forEach(choice -> html.code(choice).raw(" "));
            html.raw("</span>");
        }
    }

    private void described(JsonNode schema) {
        JsonNode description = schema.path("description");
        Prose.paragraphs(html, description.isTextual() ? description : schema.path("title"));
    }
}
