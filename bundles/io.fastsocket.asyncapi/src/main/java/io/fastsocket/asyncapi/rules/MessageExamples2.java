package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** 2.x: the examples of a message match its payload and headers. */
final class MessageExamples2 implements Rule {

    private static final String RULE = "asyncapi2-message-examples";

    @Override
    public void check(Contract contract) {
        List<Part> messages = new ArrayList<>(Operations2.allMessages(contract.meant()));
        messages.addAll(Operations2.messageTraits(contract.meant()));
        for (Part message : messages) {
            if (!message.at("schemaFormat").exists()) {
                check(contract, RULE, message, "payload");
                check(contract, RULE, message, "headers");
            }
        }
    }

    /** Checks the examples for one half of a message. */
    static void check(Contract contract, String rule, Part message, String half) {
        List<Part> examples =
                message.at("examples").all().stream()
                        .map(example -> example.at(half))
                        .filter(Part::exists)
                        .toList();
        if (!examples.isEmpty()) {
            Values values = Values.of(contract, rule, message.at(half), half.equals("headers"));
            if (values != null) {
                examples.forEach(values::check);
            }
        }
    }
}
