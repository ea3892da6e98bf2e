package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Message;

import java.util.List;

/** One schema for all that a list of messages may say. */
final class Schemas {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private Schemas() {}

    /** Whether payloads can be compared: not those of Avro or Protobuf. */
    static boolean areKnown(List<Message> messages) {
        return messages.stream()
                .map(Message::format)
                .allMatch(format -> format == null || format.contains("vnd.oai.openapi"));
    }

    /** Whether several arguments are listed somewhere. */
    static boolean haveArguments(List<Message> messages) {
        return messages.stream().anyMatch(message -> Message.isArguments(message.payload()));
    }

    /**
     * The payloads.
     *
     * @param messages one of which is said
     * @param arguments whether to list the argument also where there is but one
     */
    static JsonNode payload(List<Message> messages, boolean arguments) {
        return union(messages.stream().map(m -> payload(m, arguments)).toList());
    }

    private static JsonNode payload(Message message, boolean arguments) {
        JsonNode payload = message.payload();
        if (!arguments || payload.isMissingNode() || Message.isArguments(payload)) {
            return payload;
        }
        ObjectNode tuple = NODES.objectNode();
        tuple.put("type", "array").set("items", NODES.arrayNode().add(payload));
        return tuple.put("additionalItems", false).put("x-socketio-args", true);
    }

    /** The headers. */
    static JsonNode headers(List<Message> messages) {
        return union(messages.stream().map(Message::headers).toList());
    }

    private static JsonNode union(List<JsonNode> schemas) {
        if (schemas.isEmpty() || schemas.stream().anyMatch(JsonNode::isMissingNode)) {
            return NODES.objectNode();
        }
        if (schemas.size() == 1) {
            return schemas.getFirst();
        }
        ArrayNode branches = NODES.arrayNode();
        branches.addAll(schemas);
        ObjectNode union = NODES.objectNode();
        union.set("anyOf", branches);
        return union;
    }
}
