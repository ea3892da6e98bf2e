package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** 3.x: what refers to channels, servers and messages refers to those that are in use. */
final class References3 implements Rule {

    private static final String REF = "$ref";

    @Override
    public void check(Contract contract) {
        Part root = contract.written();
        for (Part operation : root.at("operations").all()) {
            String channel = operation.at("channel").text(REF);
            if (channel != null && !channel.contains("#/channels/")) {
                contract.errorWritten(
                        "asyncapi3-required-operation-channel-unambiguity",
                        operation.at("channel", REF),
                        "an operation's channel must be one under #/channels/");
            }
        }
        List<Part> operations = new ArrayList<>(root.at("operations").all());
        operations.addAll(root.at("components", "operations").all());
        operations.forEach(operation -> checkMessages(contract, operation));
        for (Part channel : root.at("channels").all()) {
            for (Part server : channel.at("servers").all()) {
                String reference = server.text(REF);
                if (reference != null && !reference.contains("#/servers/")) {
                    contract.errorWritten(
                            "asyncapi3-required-channel-servers-unambiguity",
                            server.at(REF),
                            "a channel's server must be one under #/servers/");
                }
            }
        }
    }

    private static void checkMessages(Contract contract, Part operation) {
        String channel = operation.at("channel").text(REF);
        for (Part message : operation.at("messages").all()) {
            String reference = message.text(REF);
            if (reference != null && !reference.startsWith(channel + "/messages")) {
                contract.errorWritten(
                        "asyncapi3-operation-messages-from-referred-channel",
                        message,
                        channel == null
                                ? "a message without a channel that it belongs to"
                                : "the message must be one of the operation's channel: "
                                        + Quote.of(channel + "/messages/…"));
            }
        }
    }
}
