package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * 3.x, stricter than AsyncAPI: what a contract must say for a plugin to be held to it. Ours, so the
 * names of these rules begin with {@code fastsocket-}.
 */
final class Deployable implements Rule {

    static final String VERSION = "fastsocket-version";

    private static final String EXAMPLES = "fastsocket-message-examples";
    private static final String REPLY = "fastsocket-reply-messages-from-reply-channel";
    private static final String SECURITY = "fastsocket-security-defined";
    private static final String EXPLICIT = "fastsocket-operation-messages-explicit";
    private static final String ONE_EVENT = "fastsocket-one-event-per-direction";
    private static final String REF = "$ref";

    @Override
    public void check(Contract contract) {
        examples(contract);
        for (Part operation : contract.written().at("operations").all()) {
            explicit(contract, operation);
            reply(contract, operation);
            security(contract, operation);
        }
        contract.written().at("servers").all().forEach(server -> security(contract, server));
        events(contract);
    }

    private static void examples(Contract contract) {
        List<Part> messages = new ArrayList<>();
        Part root = contract.meant();
        root.at("channels").all().forEach(c -> messages.addAll(c.at("messages").all()));
        messages.addAll(root.at("components", "messages").all());
        for (Part message : messages) {
            if (!message.at("payload", "schemaFormat").exists()) {
                MessageExamples2.check(contract, EXAMPLES, message, "payload");
                MessageExamples2.check(contract, EXAMPLES, message, "headers");
            }
        }
    }

    private static void explicit(Contract contract, Part operation) {
        boolean listed = !operation.at("messages").node().isEmpty();
        if (!listed && !operation.at(REF).exists()) {
            contract.errorWritten(
                    EXPLICIT,
                    operation.at("messages"),
                    "an operation must list its messages: otherwise those that its channel gets later"
                            + " are its own as well");
        }
    }

    private static void reply(Contract contract, Part operation) {
        Part reply = operation.at("reply");
        String channel = reply.at("channel").text(REF);
        for (Part message : reply.at("messages").all()) {
            String reference = message.text(REF);
            if (reference != null
                    && (channel == null || !reference.startsWith(channel + "/messages/"))) {
                contract.errorWritten(
                        REPLY,
                        message,
                        channel == null
                                ? "the reply must say its channel, which this message belongs to"
                                : "the message must be one of the reply's channel: "
                                        + Quote.of(channel + "/messages/…"));
            }
        }
    }

    private static void security(Contract contract, Part holder) {
        for (Part scheme : holder.at("security").all()) {
            String reference = scheme.text(REF);
            if (reference == null || !reference.contains("#/components/securitySchemes/")) {
                contract.errorWritten(
                        SECURITY,
                        scheme,
                        "a security scheme must be one under #/components/securitySchemes/");
            }
        }
    }

    /** Of one channel and direction, an event is one operation's. */
    private static void events(Contract contract) {
        Map<List<Object>, Part> seen = new HashMap<>();
        for (Part operation : contract.meant().at("operations").all()) {
            String channel =
                    contract.written()
                            .at("operations")
                            .at(operation.name())
                            .at("channel")
                            .text(REF);
            for (Part message : operation.at("messages").all()) {
                String event = event(contract, operation, message);
                if (event == null || channel == null) {
                    continue;
                }
                String action = String.valueOf(operation.text("action"));
                Part other = seen.putIfAbsent(List.of(channel, action, event), operation);
                if (other != null) {
                    contract.errorWritten(
                            ONE_EVENT,
                            contract.written().at("operations").at(operation.name()),
                            "the operation %s has the event %s of this channel and direction already"
                                    .formatted(Quote.of(other.name()), Quote.of(event)));
                }
            }
        }
    }

    /** A message's name, or its key in its channel. */
    private static String event(Contract contract, Part operation, Part message) {
        String name = message.text("name");
        if (name != null) {
            return name;
        }
        String reference =
                contract.written()
                        .at("operations")
                        .at(operation.name())
                        .at("messages")
                        .at(message.path().getLast())
                        .text(REF);
        return reference == null ? null : reference.substring(reference.lastIndexOf('/') + 1);
    }
}
