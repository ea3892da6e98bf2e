package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Namespace;
import io.fastsocket.spi.contract.Direction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What has changed of what clients say when they connect to a namespace. */
final class NamespaceComparison {

    private final Changes changes;

    NamespaceComparison(Changes changes) {
        this.changes = changes;
    }

    void compare(Namespace old, Namespace now) {
        Changes.At at = changes.at(now.address(), null);
        JsonNode before = old.channel().path("bindings");
        JsonNode after = now.channel().path("bindings");
        schemas(at, "auth", auth(before), auth(after), now);
        schemas(at, "query", before.at("/ws/query"), after.at("/ws/query"), now);
        schemas(at, "header", before.at("/ws/headers"), after.at("/ws/headers"), now);
        List<JsonNode> oldParameters = parameters(old);
        List<JsonNode> newParameters = parameters(now);
        for (int i = 0; i < Math.min(oldParameters.size(), newParameters.size()); i++) {
            schemas(at, "address", oldParameters.get(i), newParameters.get(i), now);
        }
    }

    /** In 2.x bindings without an {@code x-} are let pass. */
    private static JsonNode auth(JsonNode bindings) {
        JsonNode own = bindings.path("x-socketio").path("auth");
        return own.isMissingNode() ? bindings.path("socketio").path("auth") : own;
    }

    private void schemas(Changes.At at, String what, JsonNode old, JsonNode now, Namespace where) {
        for (SchemaComparison.Difference one :
                changes.schemas().compare(Direction.RECEIVED, known(old), known(now))) {
            at.between(
                    one.impact(),
                    Direction.RECEIVED,
                    one,
                    where.channel(),
                    what + ": " + one.reason());
        }
    }

    private static JsonNode known(JsonNode schema) {
        return schema.isMissingNode() ? JsonNodeFactory.instance.objectNode() : schema;
    }

    /** The parameters of an address, in its order, as schemas of texts; in 2.x they are some. */
    private static List<JsonNode> parameters(Namespace namespace) {
        List<JsonNode> schemas = new ArrayList<>();
        for (Map.Entry<String, JsonNode> one :
                namespace.channel().path("parameters").properties()) {
            JsonNode own = one.getValue();
            ObjectNode schema = JsonNodeFactory.instance.objectNode();
            if (own.path("schema") instanceof ObjectNode written) {
                schema.setAll(written);
            } else if (own.path("enum") instanceof ArrayNode values) {
                schema.set("enum", values);
            }
            schemas.add(schema.put("type", "string"));
        }
        return schemas;
    }
}
