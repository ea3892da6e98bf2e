package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;

import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The schemas of a document that have names, and where they stand on the page. With references
 * followed, a schema is the same object wherever it is meant.
 */
final class SchemaNames {

    private final IdentityHashMap<JsonNode, String> names = new IdentityHashMap<>();
    private final Map<String, JsonNode> schemas = new LinkedHashMap<>();
    private final Map<String, String> ids = new LinkedHashMap<>();
    private final Map<JsonNode, JsonNode> cycles;

    SchemaNames(Document document, Anchors anchors) {
        cycles = document.cycles();
        for (Map.Entry<String, JsonNode> one :
                document.meant().path("components").path("schemas").properties()) {
            if (one.getValue().isObject()
                    && names.putIfAbsent(one.getValue(), one.getKey()) == null) {
                schemas.put(one.getKey(), one.getValue());
                ids.put(one.getKey(), anchors.free("schemas/" + one.getKey()));
            }
        }
    }

    /** All of them, in the document's order. */
    Map<String, JsonNode> schemas() {
        return schemas;
    }

    /** A name, or null. */
    String of(JsonNode schema) {
        return names.get(schema);
    }

    /** Where a named one stands. */
    String id(String name) {
        return ids.get(name);
    }

    /** What is meant by a schema: one that contains itself has kept its reference there. */
    JsonNode followed(JsonNode schema) {
        return cycles.getOrDefault(schema, schema);
    }
}
