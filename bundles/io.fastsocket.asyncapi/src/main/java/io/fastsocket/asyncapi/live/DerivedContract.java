package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.derive.TypeSchemas;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.ServedPlugin;

import java.util.ArrayList;
import java.util.List;

/** What a plugin's code says, if it brings no document of its own. */
final class DerivedContract {

    private final TypeSchemas types = new TypeSchemas();
    private final Messages messages = new Messages(types);

    private DerivedContract() {}

    static Said of(ServedPlugin plugin) {
        return new DerivedContract().said(plugin);
    }

    private Said said(ServedPlugin plugin) {
        List<Part> parts = new ArrayList<>();
        plugin.handled().forEach(event -> parts.add(handled(event)));
        plugin.emitted().forEach(event -> parts.add(emitted(event)));
        return new Said(object().put("contract", "derived"), parts, types.schemas());
    }

    private Part handled(HandledEvent event) {
        ObjectNode reply = object().put("name", event.event() + "Ack");
        reply.set("payload", messages.answered(event.answer()));
        return part(
                event.namespace(),
                Part.RECEIVE,
                event.event(),
                messages.received(event.arguments()),
                List.of(reply),
                object());
    }

    private Part emitted(EmittedEvent event) {
        ObjectNode operation = object();
        if (!event.room().isEmpty()) {
            operation.putObject("x-socketio").put("room", event.room());
        }
        return part(
                event.namespace(),
                Part.SEND,
                event.event(),
                messages.sent(event.payload()),
                null,
                operation);
    }

    private static Part part(
            String namespace,
            String action,
            String event,
            ObjectNode payload,
            List<ObjectNode> replies,
            ObjectNode operation) {
        ObjectNode message = object().put("name", event);
        message.set("payload", payload);
        return new Part(namespace, action, event, message, replies, object(), operation);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }
}
