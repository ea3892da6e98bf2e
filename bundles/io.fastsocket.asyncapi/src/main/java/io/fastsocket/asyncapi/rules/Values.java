package io.fastsocket.asyncapi.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.BoundedExpressions.ExhaustedError;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Violation;

import java.util.ArrayList;
import java.util.List;

/** Values in a document, examples and defaults, and the schema they stand for. */
final class Values {

    private final Contract contract;
    private final String rule;
    private final SchemaCheck check;

    private Values(Contract contract, String rule, SchemaCheck check) {
        this.contract = contract;
        this.rule = rule;
        this.check = check;
    }

    /**
     * Values for a schema in a document.
     *
     * @param schema may be missing: then anything goes
     * @param objects whether anything then means any object
     * @return null if it cannot be used; that, other rules say
     */
    static Values of(Contract contract, String rule, Part schema, boolean objects) {
        JsonNode node = schema.node();
        if (!schema.exists()) {
            ObjectNode anything = JsonNodeFactory.instance.objectNode();
            node = objects ? anything.put("type", "object") : anything;
        }
        if (!node.isObject() && !node.isBoolean()) {
            return null;
        }
        try {
            return new Values(contract, rule, SchemaCheck.ofDocument(node, contract.expressions()));
        } catch (BadSchemaException e) {
            return null;
        }
    }

    /** Says what is wrong with a value. */
    void check(Part value) {
        try {
            for (Violation violation : check.check(value.node())) {
                List<Object> path = new ArrayList<>(value.path());
                path.addAll(violation.path());
                contract.error(rule, path, violation.message());
            }
        } catch (BadSchemaException e) {
            // The schema cannot be used, which other rules say; or it contains itself.
        } catch (ExhaustedError e) {
            contract.error(
                    rule,
                    value,
                    "the pattern "
                            + Quote.of(e.getMessage())
                            + " takes too long on this: write it so that there are fewer ways to match");
        }
    }
}
