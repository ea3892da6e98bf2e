package io.fastsocket.asyncapi.rules;

import io.fastsocket.asyncapi.document.Quote;
import io.fastsocket.asyncapi.rules.Contract.Part;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.Violation;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** 2.x: a payload is a valid schema of its format. */
final class PayloadSchemas implements Rule {

    private static final String RULE = "asyncapi2-schemas";

    private static final Pattern JSON_SCHEMA =
            Pattern.compile(
                    "application/(schema(\\+json|\\+yaml)?;version=draft-07"
                            + "|vnd\\.aai\\.asyncapi(\\+json|\\+yaml)?;version=[23]\\.\\d\\.0)");
    private static final Pattern OPENAPI =
            Pattern.compile(
                    "application/vnd\\.oai\\.openapi(\\+json|\\+yaml)?;version=3\\.0\\.[0-3]");
    private static final Pattern AVRO =
            Pattern.compile(
                    "application/vnd\\.apache\\.avro(\\+json|\\+yaml)?;version=1\\.\\d+\\.\\d+");

    /** Kept and shown, but not looked into. */
    private static final Pattern OTHERS =
            Pattern.compile(
                    "application/(raml\\+yaml;version=1\\.0|vnd\\.google\\.protobuf;version=[23])");

    @Override
    public void check(Contract contract) throws IOException {
        for (Part message : Operations2.allMessages(contract.meant())) {
            Part payload = message.at("payload");
            if (!payload.exists() || payload.node().isNull()) {
                continue;
            }
            String format = message.text("schemaFormat");
            String definition = definition(format);
            if (definition != null) {
                check(contract, payload, definition);
            } else if (!OTHERS.matcher(format).matches()) {
                contract.warning(
                        RULE,
                        message.at("schemaFormat"),
                        Quote.of(format)
                                + " is a format that nothing here knows: payloads are not checked");
            }
        }
    }

    /** What the official schemas call schemas of a format; null if they know nothing of it. */
    private static String definition(String format) {
        if (format == null || JSON_SCHEMA.matcher(format).matches()) {
            return "schema";
        }
        if (OPENAPI.matcher(format).matches()) {
            return "openapiSchema_3_0";
        }
        return AVRO.matcher(format).matches() ? "avroSchema_v1" : null;
    }

    private static void check(Contract contract, Part payload, String definition)
            throws IOException {
        try {
            for (Violation violation :
                    contract.schemas().part(contract.version(), definition).check(payload.node())) {
                List<Object> path = new ArrayList<>(payload.path());
                path.addAll(violation.path());
                contract.error(RULE, path, violation.message());
            }
        } catch (BadSchemaException e) {
            throw new IllegalStateException("a schema of AsyncAPI's own", e);
        }
    }
}
