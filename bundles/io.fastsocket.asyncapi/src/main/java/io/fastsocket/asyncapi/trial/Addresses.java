package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.asyncapi.event.Namespace;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of namespaces that addresses with values in them stand for. */
final class Addresses {

    private static final Pattern VALUE = Pattern.compile("\\{([^{}]*)}");

    private Addresses() {}

    /** One: each value is the first that the contract names, or else called as it is. */
    static String of(Namespace namespace) {
        JsonNode parameters = namespace.channel().path("parameters");
        String name =
                VALUE.matcher(namespace.address())
                        .replaceAll(m -> Matcher.quoteReplacement(value(parameters, m.group(1))));
        return name.startsWith("/") ? name : "/" + name;
    }

    private static String value(JsonNode parameters, String name) {
        JsonNode own = parameters.path(name);
        JsonNode schema = own.path("schema");
        for (JsonNode of : List.of(own, schema)) {
            for (String key : List.of("default", "examples", "enum")) {
                JsonNode value = of.path(key).isArray() ? of.path(key).path(0) : of.path(key);
                if (value.isValueNode()) {
                    return value.asText();
                }
            }
        }
        return name;
    }
}
