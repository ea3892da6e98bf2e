package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.HashMap;
import java.util.Map;

/** The named schemas of a merged document; a name that another plugin has is made longer. */
final class MergedSchemas {

    private static final String REF = "$ref";
    private static final String PREFIX = "#/components/schemas/";

    private final ObjectNode schemas;

    MergedSchemas(ObjectNode schemas) {
        this.schemas = schemas;
    }

    /** Adds those of a plugin. */
    Renamed add(String plugin, ObjectNode more) {
        Map<String, String> names = new HashMap<>();
        String prefix = plugin.substring(plugin.lastIndexOf('.') + 1) + ".";
        for (Map.Entry<String, JsonNode> schema : more.properties()) {
            String name = schema.getKey();
            boolean plain = schema.getValue().findValue(REF) == null;
            boolean same = plain && schema.getValue().equals(schemas.get(name));
            names.put(name, !schemas.has(name) || same ? name : Keys.free(prefix + name, schemas));
            if (!schemas.has(names.get(name))) {
                schemas.putObject(names.get(name));
            }
        }
        Renamed renamed = new Renamed(names);
        for (Map.Entry<String, JsonNode> schema : more.properties()) {
            schemas.set(names.get(schema.getKey()), renamed.of(schema.getValue()));
        }
        return renamed;
    }

    /**
     * How the schemas of a plugin are called here.
     *
     * @param names by the names that they had
     */
    record Renamed(Map<String, String> names) {

        /** A copy that refers to the new names. */
        JsonNode of(JsonNode node) {
            if (node.isObject()) {
                ObjectNode copy = JsonNodeFactory.instance.objectNode();
                node.properties().forEach(m -> copy.set(m.getKey(), of(m.getKey(), m.getValue())));
                return copy;
            }
            if (node.isArray()) {
                ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
                node.forEach(element -> copy.add(of(element)));
                return copy;
            }
            return node;
        }

        private JsonNode of(String key, JsonNode value) {
            if (!key.equals(REF) || !value.asText().startsWith(PREFIX)) {
                return of(value);
            }
            String name = value.textValue().substring(PREFIX.length());
            return JsonNodeFactory.instance.textNode(PREFIX + names.getOrDefault(name, name));
        }
    }
}
