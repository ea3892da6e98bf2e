package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Draws a schema as a table in which fields of fields stand below them. What contains itself, or
 * goes too deep, is left to the schema's own place on the page; so a table ends, whatever it is of.
 */
final class SchemaTable {

    /** A table of more rows is read by nobody, and its schemas are below as well. */
    private static final int ROWS = 150;

    private static final int DEEPEST = 10;

    private final Html html;
    private final SchemaNames names;
    private final FieldRow rows;
    private final Conditions conditions;
    private final Set<JsonNode> open = Collections.newSetFromMap(new IdentityHashMap<>());
    private int drawn;

    private SchemaTable(Html html, SchemaNames names) {
        this.html = html;
        this.names = names;
        rows = new FieldRow(html, names);
        conditions = new Conditions(html);
    }

    /**
     * Draws one.
     *
     * @param written the schema; of several arguments, if it says so, that of their list
     */
    static void draw(Html html, SchemaNames names, JsonNode written) {
        new SchemaTable(html, names).draw(names.followed(written), true);
    }

    /** The same where its name stands above it already. */
    static void drawNamed(Html html, SchemaNames names, JsonNode schema) {
        new SchemaTable(html, names).draw(schema, false);
    }

    private void draw(JsonNode schema, boolean named) {
        boolean arguments = schema.path("x-socketio-args").asBoolean();
        boolean none = schema.path("items").isMissingNode() && schema.path("maxItems").asInt(1) < 1;
        if (arguments && none) {
            html.raw("<p class=\"whole\">Nothing: no argument.</p>\n");
            return;
        }
        html.raw("<p class=\"whole\">");
        if (arguments) {
            html.raw("Several arguments, in this order:");
        } else if (named) {
            rows.type(schema);
        } else {
            rows.unnamed(schema);
        }
        html.raw("</p>\n");
        Prose.paragraphs(html, schema.path("description"));
        int before = html.length();
        html.raw("<table class=\"fields\"><thead><tr><th scope=\"col\">Field</th>")
                .raw("<th scope=\"col\">Type and limits</th>")
                .raw("<th scope=\"col\">Description</th></tr></thead><tbody>\n");
        children(schema, 0, arguments);
        html.raw("</tbody></table>\n");
        if (drawn == 0) {
            html.cut(before);
        }
    }

    private void children(JsonNode written, int depth, boolean arguments) {
        JsonNode schema = names.followed(written);
        if (!schema.isObject()) {
            return;
        }
        if (!open.add(schema)) {
            note(depth, "goes on as it began: it contains itself");
            return;
        }
        if (depth > DEEPEST || drawn > ROWS) {
            note(depth, "there is more in it");
        } else {
            properties(schema, depth);
            elements(schema, depth, arguments);
            for (JsonNode part : schema.path("allOf")) {
                children(part, depth, false);
            }
            alternatives(schema, depth);
            for (String sentence : conditions.of(schema)) {
                drawn++;
                rows.note(depth, () -> conditions.say(sentence));
            }
        }
        open.remove(schema);
    }

    private void note(int depth, String words) {
        drawn++;
        rows.note(depth, () -> html.raw("… ").text(words));
    }

    private void properties(JsonNode schema, int depth) {
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        for (Map.Entry<String, JsonNode> one : schema.path("properties").properties()) {
            String name = one.getKey();
            field(depth, name, true, required.contains(name), one.getValue());
        }
        for (Map.Entry<String, JsonNode> one : schema.path("patternProperties").properties()) {
            field(depth, "names like " + one.getKey(), false, false, one.getValue());
        }
        JsonNode others = schema.path("additionalProperties");
        if (others.isObject()) {
            boolean only = schema.path("properties").isEmpty();
            field(depth, only ? "any name" : "any other name", false, false, others);
        }
    }

    private void elements(JsonNode schema, int depth, boolean arguments) {
        JsonNode items = schema.path("items");
        String what = arguments ? "argument" : "element";
        if (items.isArray()) {
            int least = schema.path("minItems").asInt(arguments ? items.size() : 0);
            for (int i = 0; i < items.size(); i++) {
                field(depth, what + " " + (i + 1), false, i < least, items.get(i));
            }
            if (schema.path("additionalItems").isObject()) {
                field(
                        depth,
                        "each " + what + " after",
                        false,
                        false,
                        schema.get("additionalItems"));
            }
        } else if (items.isObject()) {
            JsonNode element = names.followed(items);
            if (element.has("properties") || element.has("allOf")) {
                children(element, depth, false);
            } else if (saysMore(element)) {
                field(depth, "each " + what, false, false, items);
            }
        }
    }

    /** Whether there is more to say of elements than their kind, which stands there already. */
    private static boolean saysMore(JsonNode schema) {
        return schema.size() > (schema.has("type") ? 1 : 0);
    }

    private void field(int depth, String name, boolean isName, boolean required, JsonNode schema) {
        if (drawn++ < ROWS) {
            rows.field(depth, name, isName, required, schema);
            children(schema, depth + 1, false);
        }
    }

    private void alternatives(JsonNode schema, int depth) {
        Kinds.Alternatives choice = Kinds.alternatives(schema);
        if (choice.schemas().size() == 1) {
            children(choice.schemas().getFirst(), depth, false);
            return;
        }
        boolean first = true;
        for (JsonNode one : choice.schemas()) {
            String word = first ? "either " : "or ";
            first = false;
            drawn++;
            rows.note(depth, () -> alternative(word, one, schema));
            children(one, depth + 1, false);
        }
    }

    private void alternative(String word, JsonNode written, JsonNode among) {
        JsonNode schema = names.followed(written);
        html.raw(word);
        rows.type(written);
        String by = Discriminator.of(among, schema);
        if (by != null) {
            html.raw(": ").text(by);
        }
    }
}
