package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.fastsocket.asyncapi.event.Message;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Examples as arguments, and errors in words. */
final class Answers {

    private Answers() {}

    /** An example of a message as arguments: of several it is their list. */
    static ArrayNode arguments(Message message, JsonNode example) {
        return Message.isArguments(message.payload()) && example instanceof ArrayNode several
                ? several
                : Packet.JSON.createArrayNode().add(example);
    }

    /** The first example of some messages; null without one. */
    static ArrayNode first(List<Message> messages) {
        for (Message message : messages) {
            for (JsonNode example : message.node().path("examples")) {
                if (example.has("payload")) {
                    return arguments(message, example.get("payload"));
                }
            }
        }
        return null;
    }

    /** The error that an answer is, by FastSocket's form of errors; null if it is none. */
    static String error(JsonNode answer) {
        JsonNode error = answer.path("error");
        if (!error.path("code").isInt()) {
            return null;
        }
        String details =
                StreamSupport.stream(error.path("details").spliterator(), false)
                        .map(
                                d ->
                                        (d.path("path").asText() + " " + d.path("message").asText())
                                                .strip())
                        .collect(Collectors.joining("; "));
        return "error %d %s%s"
                .formatted(
                        error.path("code").asInt(),
                        error.path("reason").asText(),
                        details.isEmpty() ? "" : ": " + details);
    }
}
