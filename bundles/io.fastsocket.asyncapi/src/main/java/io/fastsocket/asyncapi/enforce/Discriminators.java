package io.fastsocket.asyncapi.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/**
 * Makes use of {@code discriminator}: one of several schemas is chosen by what that member says, so
 * that what is wrong is told by the schema that was meant. It means the same where each of them
 * demands a value of its own there.
 *
 * @param schemas those that may be referred to, by name
 */
record Discriminators(ObjectNode schemas) {

    private static final String REF = "$ref";

    /** A copy in which choices are made so. */
    JsonNode in(JsonNode node) {
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(in(element)));
            return copy;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, JsonNode> member : node.properties()) {
            copy.set(member.getKey(), in(member.getValue()));
        }
        ArrayNode choices = choices(node.path("discriminator"), copy.path("oneOf"));
        if (choices != null) {
            copy.remove("oneOf");
            copy.withArray("allOf").addAll(choices);
        }
        return copy;
    }

    /** Null if not each has a value of its own. */
    private ArrayNode choices(JsonNode name, JsonNode several) {
        if (!name.isTextual() || !several.isArray()) {
            return null;
        }
        ArrayNode choices = JsonNodeFactory.instance.arrayNode();
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode one : several) {
            JsonNode value = followed(one).path("properties").path(name.textValue()).path("const");
            if (value.isMissingNode()) {
                return null;
            }
            values.add(value);
            ObjectNode choice = choices.addObject();
            choice.set("if", member(name.textValue(), "const", value));
            choice.set("then", one);
        }
        choices.add(member(name.textValue(), "enum", values));
        return choices;
    }

    private JsonNode followed(JsonNode schema) {
        String path = schema.path(REF).asText("");
        return path.isEmpty() ? schema : schemas.path(path.substring(path.lastIndexOf('/') + 1));
    }

    private static ObjectNode member(String name, String keyword, JsonNode value) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.putArray("required").add(name);
        schema.putObject("properties").putObject(name).set(keyword, value);
        return schema;
    }
}
