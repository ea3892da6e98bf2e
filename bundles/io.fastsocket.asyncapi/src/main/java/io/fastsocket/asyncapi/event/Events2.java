package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.Direction;

import java.util.ArrayList;
import java.util.List;

/**
 * The events of a 2.x document. What clients publish the server receives, as the specification
 * means it; {@code x-ack} is what is acknowledged.
 */
final class Events2 {

    private final JsonNode root;
    private final EventModel model;
    private final Messages messages;

    Events2(Document document, EventModel model) {
        root = document.meant();
        messages = new Messages(root);
        this.model = model;
    }

    void read() {
        root.path("channels")
                .properties()
                .forEach(
                        channel -> {
                            String address = channel.getKey();
                            JsonNode node = channel.getValue();
                            model.add(new Namespace(address, node));
                            operation(address, node.path("publish"), Direction.RECEIVED);
                            operation(address, node.path("subscribe"), Direction.SENT);
                        });
    }

    private void operation(String address, JsonNode operation, Direction direction) {
        List<JsonNode> found = new ArrayList<>();
        alternatives(operation.path("message"), found);
        for (JsonNode message : found) {
            JsonNode ack = message.path("x-ack");
            model.add(
                    new Event(
                            address,
                            name(message, address, operation),
                            direction,
                            List.of(messages.of2(message)),
                            ack.isObject()
                                    ? List.of(
                                            messages.ofSchema(
                                                    Acknowledgements.arguments(ack.path("args"))))
                                    : List.of(),
                            ack.isObject(),
                            operation));
        }
    }

    private static void alternatives(JsonNode message, List<JsonNode> found) {
        if (message.path("oneOf").isArray()) {
            message.path("oneOf").forEach(one -> alternatives(one, found));
        } else if (message.isObject()) {
            found.add(message);
        }
    }

    /** Many documents of 2.x name nothing: then there is one event, and it is the operation's. */
    private static String name(JsonNode message, String address, JsonNode operation) {
        String name = Messages.name(message);
        String id = message.path("messageId").asText(operation.path("operationId").asText(address));
        return name == null ? id : name;
    }
}
