package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.asyncapi.event.SharedSchemas;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.BoundedExpressions.ExhaustedError;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Violation;

import java.util.List;
import java.util.stream.Collectors;

/** What messages of a contract allow as arguments. */
final class Expected {

    private final SharedSchemas shared;

    /**
     * Of a document.
     *
     * @param meant with its references followed
     */
    Expected(JsonNode meant) {
        shared = new SharedSchemas(meant);
    }

    /** What is wrong with arguments that should be as one of some messages; null if nothing is. */
    String fault(List<Message> messages, JsonNode arguments) {
        String first = null;
        for (Message message : messages) {
            String fault = fault(message, arguments);
            if (fault == null) {
                return null;
            }
            first = first == null ? fault : first;
        }
        return first;
    }

    private String fault(Message message, JsonNode arguments) {
        JsonNode payload = message.payload();
        if (message.format() != null || !payload.isObject() || payload.isEmpty()) {
            return null;
        }
        boolean several = Message.isArguments(payload);
        if (!several && arguments.isEmpty()) {
            return "there is no argument";
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putArray("allOf").add(shared.copy(payload));
        root.putObject("components").set("schemas", shared.schemas());
        try {
            SchemaCheck check = SchemaCheck.ofTraffic(root);
            List<Violation> faults = check.check(several ? arguments : arguments.get(0));
            return faults.isEmpty()
                    ? null
                    : faults.stream().map(Expected::words).collect(Collectors.joining("; "));
        } catch (BadSchemaException | ExhaustedError e) {
            return "its schema cannot be used: " + e.getMessage();
        }
    }

    private static String words(Violation fault) {
        String path = fault.path().stream().map(String::valueOf).collect(Collectors.joining("/"));
        return (path.isEmpty() ? "" : path + " ") + fault.message();
    }
}
