package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Copies parts of a document whose references have been followed, and puts references back where a
 * schema has a name: the same object is found in each place that referred to it.
 */
public final class SharedSchemas {

    private static final String REF = "$ref";
    private static final String PREFIX = "#/components/schemas/";

    private final JsonNode named;
    private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();
    private final ObjectNode schemas = JsonNodeFactory.instance.objectNode();
    private final Deque<String> wanted = new ArrayDeque<>();
    private long left;

    /**
     * Of a document.
     *
     * @param meant with its references followed
     */
    public SharedSchemas(JsonNode meant) {
        this(meant, Long.MAX_VALUE);
    }

    /**
     * The same, for documents of which a copy might be far larger than they are.
     *
     * @param meant as above
     * @param most so many values are copied; what comes after them allows everything
     */
    public SharedSchemas(JsonNode meant, long most) {
        left = most;
        named = meant.path("components").path("schemas");
        for (Map.Entry<String, JsonNode> schema : named.properties()) {
            if (schema.getValue().isObject()) {
                names.putIfAbsent(schema.getValue(), schema.getKey());
            }
        }
    }

    /** The schemas that what was copied refers to, by name. */
    public ObjectNode schemas() {
        while (!wanted.isEmpty()) {
            String name = wanted.poll();
            schemas.set(name, members(named.path(name)));
        }
        return schemas;
    }

    /** A copy of a part. */
    public JsonNode copy(JsonNode node) {
        String name = node.isObject() ? names.get(node) : null;
        if (name != null) {
            return reference(name);
        }
        // What contains itself has kept its reference.
        if (node.path(REF).isTextual()) {
            String target = node.path(REF).textValue();
            String known = target.substring(target.lastIndexOf('/') + 1);
            boolean own = target.equals(PREFIX + known) && named.has(known);
            return own ? reference(known) : JsonNodeFactory.instance.objectNode();
        }
        return members(node);
    }

    private ObjectNode reference(String name) {
        if (!schemas.has(name)) {
            schemas.putObject(name);
            wanted.add(name);
        }
        return JsonNodeFactory.instance.objectNode().put(REF, PREFIX + name);
    }

    private JsonNode members(JsonNode node) {
        if (node.isContainerNode() && --left < 0) {
            return JsonNodeFactory.instance.objectNode();
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(m -> copy.set(m.getKey(), copy(m.getValue())));
            return copy;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(copy(element)));
            return copy;
        }
        return node;
    }
}
