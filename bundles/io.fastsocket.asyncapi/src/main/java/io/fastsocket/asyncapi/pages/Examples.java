package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.asyncapi.event.SharedSchemas;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.BoundedExpressions;
import io.fastsocket.asyncapi.schema.BoundedExpressions.ExhaustedError;
import io.fastsocket.asyncapi.schema.SchemaCheck;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Examples of messages: those of the document, or else one that is made, and valid. */
final class Examples {

    private final SchemaNames names;
    private final SharedSchemas shared;
    private final BoundedExpressions expressions = new BoundedExpressions();

    /**
     * A value.
     *
     * @param title what the document calls it; empty if it has no name
     * @param payload the value; of several arguments their list
     * @param made whether the document has none, and this was made of the schema
     */
    record Example(String title, JsonNode payload, boolean made) {}

    Examples(SchemaNames names, SharedSchemas shared) {
        this.names = names;
        this.shared = shared;
    }

    /** Empty if there is none, and none that is valid could be made. */
    List<Example> of(Message message) {
        List<Example> examples = new ArrayList<>();
        for (JsonNode example : message.node().path("examples")) {
            if (example.has("payload")) {
                String title = example.path("summary").asText(example.path("name").asText(""));
                examples.add(new Example(title, example.get("payload"), false));
            }
        }
        JsonNode payload = message.payload();
        if (examples.isEmpty() && message.format() == null && payload.isObject()) {
            JsonNode made = made(payload);
            if (made != null) {
                examples.add(new Example("", made, true));
            }
        }
        return examples;
    }

    /** Null if nothing that was tried is valid. */
    private JsonNode made(JsonNode payload) {
        Predicate<JsonNode> valid = check(payload);
        for (JsonNode given : names.followed(payload).path("examples")) {
            if (valid.test(given)) {
                return given;
            }
        }
        JsonNode last = null;
        for (Sample.Way way : Sample.Way.ALL) {
            JsonNode value = new Sample(names, way).of(payload);
            if (!value.equals(last) && valid.test(value)) {
                return value;
            }
            last = value;
        }
        return null;
    }

    private Predicate<JsonNode> check(JsonNode payload) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.putArray("allOf").add(shared.copy(payload));
        root.putObject("components").set("schemas", shared.schemas());
        SchemaCheck check;
        try {
            check = SchemaCheck.ofDocument(root, expressions);
        } catch (BadSchemaException e) {
            return value -> false; // that it cannot be used, the judge says
        }
        return value -> {
            try {
                return check.allows(value);
            } catch (BadSchemaException | ExhaustedError e) {
                return false;
            }
        };
    }
}
