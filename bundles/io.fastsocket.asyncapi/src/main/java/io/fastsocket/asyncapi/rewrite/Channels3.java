package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.spi.contract.PointOfView;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Channels and their operations, from 2.x to 3.0, where operations stand apart. */
final class Channels3 {

    private static final Set<String> MOVED =
            Set.of("publish", "subscribe", "servers", "parameters", "deprecated", "$ref");

    private final Local root;
    private final Parts3 parts;
    private final PointOfView view;
    private final ObjectNode channels = JsonNodeFactory.instance.objectNode();
    private final ObjectNode operations = JsonNodeFactory.instance.objectNode();

    Channels3(Local root, PointOfView view) {
        this.root = root;
        this.view = view;
        parts = new Parts3(root);
    }

    void convert() {
        for (Map.Entry<String, JsonNode> one : root.at("channels").properties()) {
            channel(one.getKey(), root.follow(one.getValue()));
        }
    }

    ObjectNode channels() {
        return channels;
    }

    ObjectNode operations() {
        return operations;
    }

    private void channel(String address, JsonNode old) {
        String key = Names.unique(Names.camelCase(address), channels::has);
        ObjectNode channel = channels.putObject(key);
        channel.put("address", address);
        ObjectNode messages = channel.putObject("messages");
        channel.setAll(Local.without(old, MOVED));
        Parts3.bindings(channel);
        old.path("servers")
                .forEach(
                        server ->
                                channel.withArray("servers")
                                        .add(Local.reference("servers", server.asText())));
        for (Map.Entry<String, JsonNode> one : old.path("parameters").properties()) {
            boolean referred = Local.isReference(one.getValue());
            object(channel, "parameters")
                    .set(one.getKey(), referred ? one.getValue() : parts.parameter(one.getValue()));
        }
        boolean asWritten = view == PointOfView.CLIENT;
        operation(key, messages, old.path("publish"), address, asWritten ? "receive" : "send");
        operation(key, messages, old.path("subscribe"), address, asWritten ? "send" : "receive");
    }

    private static ObjectNode object(ObjectNode holder, String name) {
        return holder.get(name) instanceof ObjectNode there ? there : holder.putObject(name);
    }

    private void operation(
            String channel, ObjectNode messages, JsonNode old, String address, String action) {
        if (!old.isObject()) {
            return;
        }
        String name =
                old.path("operationId")
                        .asText(
                                action
                                        + Character.toUpperCase(channel.charAt(0))
                                        + channel.substring(1));
        String unnamed = old.path("operationId").asText(address);
        ChannelMessages known = new ChannelMessages(root, parts, messages);
        List<String> plain = new ArrayList<>();
        List<JsonNode> found = new ArrayList<>();
        alternatives(old.path("message"), found);
        for (JsonNode message : found) {
            String key = known.add(message, unnamed);
            JsonNode ack = root.follow(message).path("x-ack");
            if (ack.isObject()) {
                ObjectNode operation = operation(name, channel, old, action, List.of(key));
                acknowledged(operation, channel, known.addAck(key, ack.path("args")));
            } else if (!plain.contains(key)) {
                plain.add(key);
            }
        }
        if (!plain.isEmpty() || found.isEmpty()) {
            operation(name, channel, old, action, plain);
        }
    }

    private ObjectNode operation(
            String name, String channel, JsonNode old, String action, List<String> messages) {
        ObjectNode operation = operations.putObject(Names.unique(name, operations::has));
        operation.put("action", action).set("channel", Local.reference("channels", channel));
        operation.setAll(parts.operation(old));
        operation.putArray("messages");
        messages.forEach(
                m ->
                        operation
                                .withArray("messages")
                                .add(Local.reference("channels", channel, "messages", m)));
        return operation;
    }

    private static void acknowledged(ObjectNode operation, String channel, String ack) {
        ObjectNode reply = operation.putObject("reply");
        reply.set("channel", Local.reference("channels", channel));
        reply.putArray("messages").add(Local.reference("channels", channel, "messages", ack));
    }

    private void alternatives(JsonNode message, List<JsonNode> found) {
        JsonNode meant = root.follow(message);
        if (meant.path("oneOf").isArray()) {
            meant.path("oneOf").forEach(one -> alternatives(one, found));
        } else if (meant.isObject()) {
            found.add(message);
        }
    }
}
