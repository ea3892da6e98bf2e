package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.SharedSchemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Takes a plugin's own document apart, event by event. */
final class OwnContract {

    /** Of a channel: what the merged contract says in its own way. */
    private static final Set<String> CHANNEL = Set.of("address", "messages", "servers", "$ref");

    /** Of an operation: the same. */
    private static final Set<String> OPERATION =
            Set.of("action", "channel", "messages", "reply", "traits", "$ref");

    private final JsonNode meant;
    private final JsonNode written;
    private final SharedSchemas shared;

    private OwnContract(Document document) {
        meant = document.meant();
        written = document.written();
        shared = new SharedSchemas(meant);
    }

    /**
     * What a document says.
     *
     * @param document valid, also by the strict rules
     */
    static Said of(Document document) {
        return new OwnContract(document).said();
    }

    private Said said() {
        List<Part> parts = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : meant.path("operations").properties()) {
            JsonNode as = written.path("operations").path(operation.getKey());
            parts(operation.getValue(), as, parts);
        }
        ObjectNode info = JsonNodeFactory.instance.objectNode().put("contract", "own");
        for (String key : List.of("title", "description")) {
            if (meant.path("info").has(key)) {
                info.set(key, meant.path("info").get(key));
            }
        }
        return new Said(info, parts, shared.schemas());
    }

    private void parts(JsonNode operation, JsonNode as, List<Part> parts) {
        JsonNode channel = operation.path("channel");
        String address = channel.path("address").asText("");
        List<ObjectNode> replies = null;
        if (operation.has("reply")) {
            replies = new ArrayList<>();
            for (JsonNode reply : operation.path("reply").path("messages")) {
                replies.add(message(reply, null));
            }
        }
        JsonNode messages = operation.path("messages");
        for (int i = 0; i < messages.size(); i++) {
            String event = event(messages.get(i), as.path("messages").path(i));
            parts.add(
                    new Part(
                            address,
                            operation.path("action").asText(),
                            event,
                            message(messages.get(i), event),
                            replies,
                            without(channel, CHANNEL),
                            without(operation, OPERATION)));
        }
    }

    /** A message's name, or its key. */
    private static String event(JsonNode message, JsonNode reference) {
        String path = reference.path("$ref").asText("");
        return message.path("name").asText(path.substring(path.lastIndexOf('/') + 1));
    }

    private ObjectNode message(JsonNode message, String event) {
        ObjectNode copy = (ObjectNode) shared.copy(message);
        return event == null ? copy : copy.put("name", event);
    }

    private ObjectNode without(JsonNode node, Set<String> keys) {
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            if (!keys.contains(member.getKey())) {
                copy.set(member.getKey(), shared.copy(member.getValue()));
            }
        }
        return copy;
    }
}
