package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.Map;

/** Security, from 2.x to 3.0: where schemes were named, they are referred to. */
final class Security3 {

    private final Local root;

    Security3(Local root) {
        this.root = root;
    }

    /** Puts what a server or operation needs into its new form. */
    void convert(JsonNode requirements, ObjectNode holder) {
        ArrayNode schemes = JsonNodeFactory.instance.arrayNode();
        for (JsonNode requirement : requirements) {
            for (Map.Entry<String, JsonNode> one : requirement.properties()) {
                schemes.add(scheme(one.getKey(), one.getValue()));
            }
        }
        if (!schemes.isEmpty()) {
            holder.set("security", schemes);
        }
    }

    /** Scopes belong to the scheme now, so one with some must be written down. */
    private JsonNode scheme(String name, JsonNode scopes) {
        JsonNode scheme = root.at("components", "securitySchemes", name);
        if (scopes.isEmpty() || !scheme.isObject()) {
            return Local.reference("components", "securitySchemes", name);
        }
        ObjectNode own = (ObjectNode) scheme(scheme);
        own.set("scopes", scopes);
        return own;
    }

    /** A scheme of components. */
    static JsonNode scheme(JsonNode scheme) {
        JsonNode copy = scheme.deepCopy();
        if (copy instanceof ObjectNode whole && whole.has("scopes")) {
            whole.set("x-scopes", whole.remove("scopes")); // 2.x had none, and let them pass
        }
        copy.path("flows")
                .forEach(
                        flow -> {
                            if (flow instanceof ObjectNode one && one.has("scopes")) {
                                one.set("availableScopes", one.remove("scopes"));
                            }
                        });
        return copy;
    }
}
