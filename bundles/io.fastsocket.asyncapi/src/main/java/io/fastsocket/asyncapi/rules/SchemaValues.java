package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.rules.Contract.Part;

import java.util.ArrayList;
import java.util.List;

/** 2.x: the default and the examples of a schema match it. */
final class SchemaValues implements Rule {

    @Override
    public void check(Contract contract) {
        Part root = contract.meant();
        List<Part> schemas = new ArrayList<>(root.at("components", "schemas").all());
        List<Part> messages = new ArrayList<>();
        for (Part operation : Operations2.everywhere(root)) {
            messages.add(operation.at("message"));
        }
        messages.addAll(root.at("components", "messages").all());
        messages.addAll(root.at("components", "messageTraits").all());
        for (Part message : messages) {
            if (!message.at("schemaFormat").exists()) {
                schemas.add(message.at("payload"));
            }
        }
        List<Part> holders = new ArrayList<>(root.at("components", "parameters").all());
        root.at("channels").all().forEach(c -> holders.addAll(c.at("parameters").all()));
        root.at("components", "channels")
                .all()
                .forEach(c -> holders.addAll(c.at("parameters").all()));
        holders.forEach(parameter -> schemas.add(parameter.at("schema")));
        schemas.forEach(schema -> check(contract, schema));
    }

    private static void check(Contract contract, Part schema) {
        if (schema.node().has("default")) {
            check(contract, "asyncapi2-schema-default", schema, List.of(schema.at("default")));
        }
        if (schema.at("examples").node().isArray()) {
            check(contract, "asyncapi2-schema-examples", schema, schema.at("examples").all());
        }
    }

    /** Texts are let pass, as AsyncAPI's own parser does. */
    private static void check(Contract contract, String rule, Part schema, List<Part> values) {
        Values judge = Values.of(contract, rule, schema, false);
        for (Part value : values) {
            if (judge != null && !value.node().isTextual()) {
                judge.check(value);
            }
        }
    }
}
