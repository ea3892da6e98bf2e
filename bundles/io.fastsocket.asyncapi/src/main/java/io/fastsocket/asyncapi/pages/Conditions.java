package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a schema demands that no single field shows, a sentence each; as JSON if it has no words.
 */
final class Conditions {

    private static final String CODE = "\u0000";
    private static final int LONGEST = 600;

    private final Html html;

    Conditions(Html html) {
        this.html = html;
    }

    List<String> of(JsonNode schema) {
        List<String> sentences = new ArrayList<>();
        if (schema.has("if")) {
            String otherwise = schema.has("else") ? "; otherwise " + said(schema.get("else")) : "";
            String then = schema.has("then") ? said(schema.get("then")) : "anything goes";
            sentences.add("If " + said(schema.get("if")) + ": " + then + otherwise);
        }
        if (schema.has("not")) {
            JsonNode not = schema.get("not");
            sentences.add("It must not be so that " + said(not));
        }
        if (schema.has("contains")) {
            sentences.add("At least one element: " + said(schema.get("contains")));
        }
        if (schema.has("propertyNames")) {
            sentences.add("Each name: " + said(schema.get("propertyNames")));
        }
        for (Map.Entry<String, JsonNode> one : schema.path("dependencies").properties()) {
            sentences.add("If " + one.getKey() + " is there: " + needed(one.getValue()));
        }
        return sentences;
    }

    private static String needed(JsonNode dependency) {
        List<String> names = new ArrayList<>();
        if (!dependency.isArray()) {
            return said(dependency);
        }
        dependency.forEach(name -> names.add(name.asText()));
        return String.join(" and ", names) + " must be there";
    }

    private static String said(JsonNode schema) {
        String words = ConditionWords.of(schema);
        if (words != null) {
            return words;
        }
        return CODE + JsonText.line(schema, LONGEST) + CODE;
    }

    /** Draws a sentence, in which JSON is code. */
    void say(String sentence) {
        String[] parts = sentence.split(CODE, -1);
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                html.code(parts[i]);
            } else {
                html.text(parts[i]);
            }
        }
    }
}
