package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Messages;

import java.util.Map;
import java.util.Set;

/** Parts of a 2.x document as 3.0 has them: messages, traits, parameters, bindings. */
final class Parts3 {

    private static final Set<String> OF_PAYLOAD =
            Set.of("payload", "schemaFormat", "messageId", "x-ack");

    /** Bindings that 3.0 knows; of others it wants to see that they are an extension. */
    private static final Set<String> BINDINGS =
            Set.of(
                    "http",
                    "ws",
                    "amqp",
                    "amqp1",
                    "mqtt",
                    "kafka",
                    "anypointmq",
                    "nats",
                    "jms",
                    "sns",
                    "sqs",
                    "stomp",
                    "redis",
                    "ibmmq",
                    "solace",
                    "googlepubsub",
                    "pulsar");

    private final Local root;
    private final Security3 security;

    Parts3(Local root) {
        this.root = root;
        security = new Security3(root);
    }

    /** A message; what it says of its payload's format goes to the payload. */
    ObjectNode message(JsonNode message) {
        ObjectNode result = Local.without(message, OF_PAYLOAD);
        JsonNode format = format(message);
        if (message.has("payload")) {
            result.set("payload", payload(message.get("payload"), format.textValue()));
        }
        traits(result, this::messageTrait);
        examples(result);
        bindings(result);
        return result;
    }

    private JsonNode format(JsonNode message) {
        JsonNode format = message.path("schemaFormat");
        for (JsonNode trait : message.path("traits")) {
            JsonNode own = root.follow(trait).path("schemaFormat");
            format = own.isTextual() && !format.isTextual() ? own : format;
        }
        return format;
    }

    private static JsonNode payload(JsonNode payload, String format) {
        if (Messages.isOurs(format)) {
            return payload;
        }
        ObjectNode named = JsonNodeFactory.instance.objectNode();
        named.put("schemaFormat", format).set("schema", payload);
        return named;
    }

    JsonNode messageTrait(JsonNode trait) {
        ObjectNode result = Local.without(trait, OF_PAYLOAD);
        examples(result);
        bindings(result);
        return result;
    }

    JsonNode operationTrait(JsonNode trait) {
        ObjectNode result = Local.without(trait, Set.of("operationId", "security"));
        security.convert(trait.path("security"), result);
        bindings(result);
        return result;
    }

    /** Everything of an operation that is not about its messages. */
    ObjectNode operation(JsonNode operation) {
        ObjectNode result = Local.without(operation, Set.of("operationId", "message", "security"));
        security.convert(operation.path("security"), result);
        traits(result, this::operationTrait);
        bindings(result);
        return result;
    }

    private static void traits(
            ObjectNode holder, java.util.function.UnaryOperator<JsonNode> convert) {
        if (holder.path("traits") instanceof ArrayNode traits) {
            ArrayNode converted = JsonNodeFactory.instance.arrayNode();
            traits.forEach(t -> converted.add(Local.isReference(t) ? t : convert.apply(t)));
            holder.set("traits", converted);
        }
    }

    /** An example has a payload or headers; in 2.0 it could be a payload. */
    private static void examples(ObjectNode holder) {
        if (!(holder.path("examples") instanceof ArrayNode examples)) {
            return;
        }
        ArrayNode converted = JsonNodeFactory.instance.arrayNode();
        for (JsonNode example : examples) {
            ObjectNode one = JsonNodeFactory.instance.objectNode();
            if (example.has("payload") || example.has("headers")) {
                for (String name : new String[] {"name", "summary", "headers", "payload"}) {
                    if (example.has(name)) {
                        one.set(name, example.get(name));
                    }
                }
            } else {
                one.set("payload", example);
            }
            converted.add(one);
        }
        holder.set("examples", converted);
    }

    /** The schema of a parameter is always a text now. */
    ObjectNode parameter(JsonNode parameter) {
        ObjectNode result = Local.without(parameter, Set.of("schema"));
        JsonNode schema = root.follow(parameter.path("schema"));
        for (String name : new String[] {"enum", "examples"}) {
            if (schema.path(name) instanceof ArrayNode values) {
                ArrayNode texts = result.putArray(name);
                values.forEach(value -> texts.add(value.asText()));
            }
        }
        if (schema.path("default").isValueNode()) {
            result.put("default", schema.path("default").asText());
        }
        if (!result.has("description") && schema.path("description").isTextual()) {
            result.set("description", schema.get("description"));
        }
        return result;
    }

    /** Bindings of a part. */
    static void bindings(ObjectNode holder) {
        if (holder.path("bindings").isObject() && !Local.isReference(holder.path("bindings"))) {
            holder.set("bindings", known(holder.get("bindings")));
        }
    }

    static ObjectNode known(JsonNode bindings) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> one : bindings.properties()) {
            String name = one.getKey();
            boolean keeps = BINDINGS.contains(name) || name.startsWith("x-");
            result.set(keeps ? name : "x-" + name, one.getValue());
        }
        return result;
    }
}
