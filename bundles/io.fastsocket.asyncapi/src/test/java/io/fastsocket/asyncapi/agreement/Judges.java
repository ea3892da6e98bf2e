package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.derive.TypeSchemas;
import io.fastsocket.asyncapi.schema.QuickSchema;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Seen;
import io.fastsocket.asyncapi.schema.Tokens;
import io.fastsocket.asyncapi.schema.Truth;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.binding.Problems;
import io.fastsocket.registry.binding.Target;
import io.fastsocket.spi.transport.Payload;

/** Both, for one type. */
record Judges(Target target, SchemaCheck schema, Seen quick, JsonNode written) {

    static Judges of(Class<?> type, Codec codec) throws Exception {
        TypeSchemas types = new TypeSchemas();
        ObjectNode payload = new Messages(types).sent(type);
        ObjectNode root = Chance.NODES.objectNode();
        root.putArray("allOf").add(payload);
        root.putObject("components").set("schemas", types.schemas());
        return new Judges(
                codec.target(type, type, type),
                SchemaCheck.ofTraffic(root),
                QuickSchema.of(root),
                types.schemas().path(type.getSimpleName()));
    }

    Truth seen(Payload payload) {
        Tokens tokens = Tokens.of(payload.bytes(), 0, payload.length(), payload.attachments());
        return tokens == null ? Truth.UNKNOWN : quick.of(tokens, tokens.first(Tokens.ROOT));
    }

    Problems bound(Payload payload) {
        Problems problems = new Problems();
        target.bind(
                payload.bytes(),
                payload.offset(),
                payload.length(),
                payload.attachments(),
                problems);
        return problems;
    }
}
