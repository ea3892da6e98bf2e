package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The error that the server answers with, whichever plugin it is. */
final class StandardError {

    static final String EVENT = "error";
    static final String SUMMARY =
            "The event could not be handled; an acknowledgement, if the client asked for one.";

    private static final String NAME = "FastSocketError";

    private StandardError() {}

    static ObjectNode reference() {
        return object().put("$ref", "#/components/messages/" + EVENT);
    }

    static void addTo(ObjectNode components) {
        ObjectNode message = components.putObject("messages").putObject(EVENT);
        message.put("name", EVENT).put("summary", SUMMARY);
        message.putObject("payload").put("$ref", "#/components/schemas/" + NAME);
        ObjectNode error = object().put("type", "object");
        error.putArray("required").add("code").add("reason").add("event");
        ObjectNode members = error.putObject("properties");
        members.set("code", typed("integer", "Which error; from 10000 on they are the plugins'."));
        members.set("reason", typed("string", "A word or some words on it."));
        members.set("event", typed("string", "The event that was sent."));
        members.set("reference", typed("string", "What the server's log has as well."));
        ObjectNode details = typed("array", "What is wrong with the arguments.");
        ObjectNode detail = details.putObject("items").put("type", "object");
        detail.putArray("required").add("path").add("message");
        detail.putObject("properties")
                .<ObjectNode>set("path", typed("string", "Where, such as items[2].price."))
                .set("message", typed("string", "What is wrong there."));
        members.set("details", details);
        ObjectNode schema = (ObjectNode) components.get("schemas");
        ObjectNode whole = schema.putObject(NAME).put("type", "object");
        whole.putArray("required").add("error");
        whole.putObject("properties").set("error", error);
    }

    private static ObjectNode typed(String type, String description) {
        return object().put("type", type).put("description", description);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
