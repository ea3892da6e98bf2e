package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What 2.x documents say of acknowledgements, by {@code x-ack}. */
public final class Acknowledgements {

    private Acknowledgements() {}

    /** The schema of what is acknowledged: of one argument itself, of several their list. */
    public static JsonNode arguments(JsonNode args) {
        if (!args.isArray()) {
            return args.isMissingNode() ? JsonNodeFactory.instance.objectNode() : args;
        }
        if (args.size() == 1) {
            return args.get(0);
        }
        ObjectNode tuple = JsonNodeFactory.instance.objectNode();
        tuple.put("type", "array").set("items", args);
        return tuple.put("additionalItems", false).put("x-socketio-args", true);
    }
}
