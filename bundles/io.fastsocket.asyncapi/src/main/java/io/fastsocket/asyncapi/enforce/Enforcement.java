package io.fastsocket.asyncapi.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.derive.TypeSchemas;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.PayloadCheck;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Makes the checks of one revision of a plugin out of its own document. */
public final class Enforcement {

    private static final Logger LOG = LoggerFactory.getLogger(Enforcement.class);

    /** Formats that are JSON Schema of draft-07, or close to it. */
    private static final Pattern JSON_SCHEMA =
            Pattern.compile(
                    "application/(schema(\\+json|\\+yaml)?;version=draft-07"
                            + "|vnd\\.aai\\.asyncapi(\\+json|\\+yaml)?;version=[23]\\.\\d\\.0)");

    private final String plugin;
    private final String version;
    private final ObjectNode schemas;
    private final LiveModes modes;

    /**
     * For a revision.
     *
     * @param plugin symbolic name of its bundle
     * @param version of its bundle
     * @param schemas of its document, by name
     * @param modes say what is done
     */
    public Enforcement(String plugin, String version, ObjectNode schemas, LiveModes modes) {
        this.plugin = plugin;
        this.version = version;
        this.schemas = schemas;
        this.modes = modes;
    }

    /**
     * What is to be looked at in an event that comes in.
     *
     * @param event as it is handled
     * @param payload as the document has it
     * @return null if there is nothing
     */
    public PayloadCheck received(HandledEvent event, JsonNode payload) {
        JsonNode schema = schema(payload);
        TypeSchemas types = new TypeSchemas();
        JsonNode known = new Messages(types).received(event.arguments());
        boolean alike =
                known.path(Messages.ARGUMENTS).asBoolean()
                        == schema.path(Messages.ARGUMENTS).asBoolean();
        if (alike && new Implied(types.schemas(), schemas).by(known, schema)) {
            return null;
        }
        String what = what(event.namespace(), event.event(), "received");
        return check(what, schema, () -> modes.of(plugin).inbound());
    }

    /**
     * What is to be looked at in an acknowledgement.
     *
     * @param event as it is handled
     * @param payloads of the replies that the document has
     * @return null if there is nothing
     */
    public PayloadCheck answered(HandledEvent event, List<JsonNode> payloads) {
        if (payloads.isEmpty()) {
            return null;
        }
        String what = what(event.namespace(), event.event(), "its acknowledgement");
        return check(what, either(payloads), () -> modes.of(plugin).outbound());
    }

    /**
     * What is to be looked at in an event that is sent.
     *
     * @param namespace as the document has it
     * @param event its name
     * @param payload as the document has it
     * @return null if there is nothing
     */
    public PayloadCheck sent(String namespace, String event, JsonNode payload) {
        String what = what(namespace, event, "sent");
        return check(what, schema(payload), () -> modes.of(plugin).outbound());
    }

    private String what(String namespace, String event, String how) {
        return "%s %s: event %s of namespace %s, %s,"
                .formatted(plugin, version, event, namespace, how);
    }

    private PayloadCheck check(String what, JsonNode schema, Supplier<Mode> mode) {
        try {
            CompiledPayload compiled = CompiledPayload.of(schema, schemas);
            return compiled == null ? null : new TrafficCheck(what, compiled, mode);
        } catch (BadSchemaException e) {
            LOG.warn("{} is not looked at: its schema cannot be used: {}", what, e.getMessage());
            return null;
        }
    }

    /** Of several replies one must fit; nothing is said where they differ in what they are. */
    private static JsonNode either(List<JsonNode> payloads) {
        if (payloads.size() == 1) {
            return schema(payloads.getFirst());
        }
        ObjectNode either = JsonNodeFactory.instance.objectNode();
        for (JsonNode payload : payloads) {
            JsonNode schema = schema(payload);
            if (!schema.isObject() || schema.path(Messages.ARGUMENTS).asBoolean()) {
                return JsonNodeFactory.instance.objectNode();
            }
            either.withArray("anyOf").add(schema);
        }
        return either;
    }

    /** The schema of a payload; one that allows everything for formats that are not enforced. */
    private static JsonNode schema(JsonNode payload) {
        if (!payload.has("schemaFormat")) {
            return payload;
        }
        boolean known = JSON_SCHEMA.matcher(payload.path("schemaFormat").asText()).matches();
        return known ? payload.path("schema") : JsonNodeFactory.instance.objectNode();
    }
}
