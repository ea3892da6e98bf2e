package io.fastsocket.asyncapi.pages;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.Map;

/** By what one of several possibilities is told from the others. */
final class Discriminator {

    private Discriminator() {}

    /**
     * A clause such as {@code kind is "card"}.
     *
     * @param among the schema that has the possibilities
     * @param one of them
     * @return null if nothing is known
     */
    static String of(JsonNode among, JsonNode one) {
        JsonNode said = among.path("discriminator");
        String name = said.isObject() ? said.path("propertyName").asText() : said.asText("");
        JsonNode value = one.path("properties").path(name).path("const");
        if (!value.isMissingNode()) {
            return name + " is " + JsonText.line(value, LimitWords.LONGEST);
        }
        for (Map.Entry<String, JsonNode> field : one.path("properties").properties()) {
            if (field.getValue().has("const")) {
                JsonNode only = field.getValue().get("const");
                return field.getKey() + " is " + JsonText.line(only, LimitWords.LONGEST);
            }
        }
        return null;
    }
}
