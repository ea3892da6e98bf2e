package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.document.Pointers;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A document whose references lead to its own components.
 *
 * @param root the whole
 */
record Local(JsonNode root) {

    private static final String REF = "$ref";

    /** A part, references on the way and there followed. */
    JsonNode at(String... path) {
        JsonNode node = root;
        for (String step : path) {
            node = follow(node.path(step));
        }
        return node;
    }

    /** What a part is, if it is a reference what that leads to. */
    JsonNode follow(JsonNode part) {
        JsonNode node = part;
        for (int i = 0; i < 100 && node.path(REF).isTextual(); i++) {
            node = root.at(node.get(REF).textValue().substring(1));
        }
        return node;
    }

    static boolean isReference(JsonNode part) {
        return part.path(REF).isTextual();
    }

    /** A reference to a part. */
    static ObjectNode reference(String... path) {
        String pointer = "#" + Pointers.of(List.of(path));
        return JsonNodeFactory.instance.objectNode().put(REF, pointer);
    }

    /** The members of an object that it keeps in the new version. */
    static ObjectNode without(JsonNode object, Set<String> names) {
        ObjectNode rest = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> one : object.properties()) {
            if (!names.contains(one.getKey())) {
                rest.set(one.getKey(), one.getValue());
            }
        }
        return rest;
    }
}
