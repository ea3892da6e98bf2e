package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.spi.contract.Direction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The events of a 3.x document: those that some operation has. */
final class Events3 {

    private final JsonNode root;
    private final JsonNode written;
    private final EventModel model;
    private final Messages messages;

    Events3(Document document, EventModel model) {
        root = document.meant();
        written = document.written();
        messages = new Messages(root);
        this.model = model;
    }

    void read() {
        root.path("channels")
                .properties()
                .forEach(c -> model.add(new Namespace(address(c.getValue()), c.getValue())));
        root.path("operations").properties().forEach(o -> operation(o.getKey(), o.getValue()));
    }

    /** A channel may say that its address is not known: then it is known by its key. */
    @SuppressWarnings("ReferenceEquality") // equal channels are not the same
    private String address(JsonNode channel) {
        String address = channel.path("address").textValue();
        if (address != null) {
            return address;
        }
        for (Map.Entry<String, JsonNode> one : root.path("channels").properties()) {
            if (one.getValue() == channel) {
                return one.getKey();
            }
        }
        return "";
    }

    private void operation(String key, JsonNode operation) {
        JsonNode channel = operation.path("channel");
        JsonNode reply = operation.path("reply");
        Direction direction =
                "receive".equals(operation.path("action").textValue())
                        ? Direction.RECEIVED
                        : Direction.SENT;
        List<Message> replies = new ArrayList<>();
        JsonNode replied =
                reply.has("messages") ? reply.path("messages") : reply.at("/channel/messages");
        replied.forEach(message -> replies.add(messages.of3(message)));
        listed(key, operation)
                .forEach(
                        (name, found) ->
                                model.add(
                                        new Event(
                                                address(channel),
                                                name,
                                                direction,
                                                found,
                                                replies,
                                                reply.isObject(),
                                                operation)));
    }

    /** The messages of an operation by the names of their events. */
    private Map<String, List<Message>> listed(String key, JsonNode operation) {
        Map<String, List<Message>> byName = new LinkedHashMap<>();
        JsonNode own = operation.path("messages");
        JsonNode ofChannel = operation.at("/channel/messages");
        if (own.isArray()) {
            JsonNode references = written.path("operations").path(key).path("messages");
            for (int i = 0; i < own.size(); i++) {
                String reference = references.path(i).path("$ref").asText();
                String last = reference.substring(reference.lastIndexOf('/') + 1);
                add(byName, last.isEmpty() ? keyOf(own.get(i), ofChannel) : last, own.get(i));
            }
        } else {
            ofChannel.properties().forEach(m -> add(byName, m.getKey(), m.getValue()));
        }
        return byName;
    }

    @SuppressWarnings("ReferenceEquality") // equal messages are not the same
    private static String keyOf(JsonNode message, JsonNode among) {
        for (Map.Entry<String, JsonNode> one : among.properties()) {
            if (one.getValue() == message) {
                return one.getKey();
            }
        }
        return "";
    }

    private void add(Map<String, List<Message>> byName, String key, JsonNode message) {
        String name = Messages.name(message);
        byName.computeIfAbsent(
                        name == null ? key.replace("~1", "/").replace("~0", "~") : name,
                        n -> new ArrayList<>())
                .add(messages.of3(message));
    }
}
