package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** The operations and messages of a 2.x document. */
final class Operations2 {

    private static final List<String> KINDS = List.of("subscribe", "publish");

    private Operations2() {}

    /** Those of the channels. */
    static List<Part> of(Part root) {
        return inChannels(root.at("channels"));
    }

    /** Those of the channels and of components' channels. */
    static List<Part> everywhere(Part root) {
        List<Part> found = of(root);
        found.addAll(inChannels(root.at("components", "channels")));
        return found;
    }

    private static List<Part> inChannels(Part channels) {
        List<Part> found = new ArrayList<>();
        for (Part channel : channels.all()) {
            for (String kind : KINDS) {
                Part operation = channel.at(kind);
                if (operation.node().isObject()) {
                    found.add(operation);
                }
            }
        }
        return found;
    }

    /** The messages of operations: each of several. */
    static List<Part> messages(List<Part> operations) {
        List<Part> found = new ArrayList<>();
        for (Part operation : operations) {
            Part message = operation.at("message");
            if (message.at("oneOf").node().isArray()) {
                message.at("oneOf").all().stream()
                        .filter(one -> one.node().isObject())
                        .forEach(found::add);
            } else if (message.node().isObject()) {
                found.add(message);
            }
        }
        return found;
    }

    /** All messages that there are, those of components too. */
    static List<Part> allMessages(Part root) {
        List<Part> found = messages(everywhere(root));
        found.addAll(root.at("components", "messages").all());
        return found;
    }

    /** The traits of messages, those of components too. */
    static List<Part> messageTraits(Part root) {
        List<Part> found = new ArrayList<>();
        allMessages(root).forEach(message -> found.addAll(message.at("traits").all()));
        found.addAll(root.at("components", "messageTraits").all());
        return found;
    }
}
