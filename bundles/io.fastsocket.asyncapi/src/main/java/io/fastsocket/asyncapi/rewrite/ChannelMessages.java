package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.event.Acknowledgements;
import io.fastsocket.asyncapi.event.Messages;

/** The messages of a channel of 3.0, where each has a key; an event keeps the name it had. */
final class ChannelMessages {

    private final Local root;
    private final Parts3 parts;
    private final ObjectNode messages;

    ChannelMessages(Local root, Parts3 parts, ObjectNode messages) {
        this.root = root;
        this.parts = parts;
        this.messages = messages;
    }

    /**
     * Adds a message that the channel may have already.
     *
     * @param message as 2.x has it, perhaps a reference
     * @param unnamed what its event is called if it says nothing itself
     * @return its key
     */
    String add(JsonNode message, String unnamed) {
        JsonNode meant = root.follow(message);
        String name = name(meant);
        String id = meant.path("messageId").textValue();
        String event = name != null ? name : id != null ? id : unnamed;
        String wanted = id == null ? event : id;
        boolean referred = Local.isReference(message);
        if (referred && message.equals(messages.get(wanted))) {
            return wanted;
        }
        String key = Names.unique(wanted, messages::has);
        boolean named = name != null || key.equals(event);
        if (referred && named) {
            messages.set(key, message);
        } else {
            ObjectNode own = parts.message(meant);
            messages.set(key, named ? own : own.put("name", event));
        }
        return key;
    }

    private String name(JsonNode message) {
        String name = message.path("name").textValue();
        for (JsonNode trait : message.path("traits")) {
            String own = Messages.name(root.follow(trait));
            name = own == null ? name : own;
        }
        return message.path("name").isTextual() ? message.path("name").textValue() : name;
    }

    /** Adds what is acknowledged. */
    String addAck(String message, JsonNode args) {
        String key = Names.unique(message + "Ack", messages::has);
        messages.putObject(key).set("payload", Acknowledgements.arguments(args));
        return key;
    }
}
