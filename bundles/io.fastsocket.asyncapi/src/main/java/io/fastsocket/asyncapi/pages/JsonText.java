package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.Iterator;
import java.util.Map;

/**
 * JSON for people, up to a length: with references followed, a small document may be longer than
 * any page.
 */
final class JsonText {

    private static final String INDENT = "  ";

    /** What fits into so many letters stands on one line. */
    private static final int LINE = 72;

    private final StringBuilder out = new StringBuilder();
    private final int longest;

    private JsonText(int longest) {
        this.longest = longest;
    }

    /** On one line, cut off behind so many letters. */
    static String line(JsonNode node, int longest) {
        JsonText text = new JsonText(longest);
        text.compact(node);
        return text.cut();
    }

    /** On as many lines as it takes. */
    static String pretty(JsonNode node, int longest) {
        JsonText text = new JsonText(longest);
        text.pretty(node, "\n");
        return text.cut();
    }

    private String cut() {
        return full() ? out.substring(0, longest) + "…" : out.toString();
    }

    private boolean full() {
        return out.length() > longest;
    }

    private void compact(JsonNode node) {
        if (full()) {
            return;
        }
        if (node.isObject()) {
            out.append('{');
            String before = "";
            for (Map.Entry<String, JsonNode> one : node.properties()) {
                out.append(before);
                name(one.getKey());
                compact(one.getValue());
                before = ", ";
                if (full()) {
                    return;
                }
            }
            out.append('}');
        } else if (node.isArray()) {
            out.append('[');
            String before = "";
            for (JsonNode one : node) {
                out.append(before);
                compact(one);
                before = ", ";
                if (full()) {
                    return;
                }
            }
            out.append(']');
        } else {
            out.append(node);
        }
    }

    private void pretty(JsonNode node, String line) {
        if (full()) {
            return;
        }
        String oneLine = line(node, LINE);
        if (node.isEmpty()
                || (oneLine.length() + line.length() <= LINE && !oneLine.endsWith("…"))) {
            out.append(oneLine);
            return;
        }
        boolean object = node.isObject();
        out.append(object ? '{' : '[');
        Iterator<Map.Entry<String, JsonNode>> fields = node.properties().iterator();
        Iterator<JsonNode> elements = node.elements();
        String before = "";
        while ((object ? fields.hasNext() : elements.hasNext()) && !full()) {
            out.append(before).append(line).append(INDENT);
            if (object) {
                Map.Entry<String, JsonNode> field = fields.next();
                name(field.getKey());
                pretty(field.getValue(), line + INDENT);
            } else {
                pretty(elements.next(), line + INDENT);
            }
            before = ",";
        }
        out.append(line).append(object ? '}' : ']');
    }

    private void name(String name) {
        out.append(TextNode.valueOf(name)).append(": ");
    }
}
