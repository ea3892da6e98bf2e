package io.fastsocket.asyncapi.drift;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The part of an AsyncAPI document that would cover what was seen of one plugin. */
final class DriftPatch {

    private final ObjectNode root = JsonNodeFactory.instance.objectNode();

    ObjectNode root() {
        return root;
    }

    void event(Undeclared event) {
        String key = key(event.namespace());
        ObjectNode message = message(event.namespace(), event.event());
        message.set("payload", event.shape());
        boolean received = event.what().equals("received");
        ObjectNode operation =
                root.withObjectProperty("operations")
                        .withObjectProperty(
                                key + "." + (received ? "receive." : "send.") + event.event());
        operation.put("action", received ? "receive" : "send");
        operation.putObject("channel").put("$ref", "#/channels/" + key);
        operation
                .putArray("messages")
                .addObject()
                .put("$ref", "#/channels/" + key + "/messages/" + event.event());
    }

    /** A member of a class, such as {@code Order.note}; its kind is not known. */
    void field(String field) {
        int dot = field.indexOf('.');
        if (dot > 0) {
            root.withObjectProperty("components")
                    .withObjectProperty("schemas")
                    .withObjectProperty(field.substring(0, dot))
                    .withObjectProperty("properties")
                    .withObjectProperty(field.substring(dot + 1));
        }
    }

    private ObjectNode message(String namespace, String event) {
        ObjectNode channel = root.withObjectProperty("channels").withObjectProperty(key(namespace));
        return channel.put("address", namespace)
                .withObjectProperty("messages")
                .withObjectProperty(event)
                .put("name", event);
    }

    private static String key(String namespace) {
        String key = namespace.replaceAll("[{}]", "").replaceFirst("^/", "").replace('/', '.');
        return key.isEmpty() ? "root" : key;
    }
}
