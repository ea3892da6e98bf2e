package io.fastsocket.asyncapi.event;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What is said: a message of a contract.
 *
 * @param node as it stands in the document, references followed
 * @param payload the schema of its arguments; missing if it says nothing of them
 * @param format the kind of schema that the payload is; null for JSON Schema as AsyncAPI has it
 * @param headers the schema of its headers, or missing
 * @param contentType how it is encoded
 */
public record Message(
        JsonNode node, JsonNode payload, String format, JsonNode headers, String contentType) {

    /** Whether several arguments are meant, of which the payload describes the list. */
    public static boolean isArguments(JsonNode payload) {
        return payload.path("x-socketio-args").asBoolean();
    }
}
