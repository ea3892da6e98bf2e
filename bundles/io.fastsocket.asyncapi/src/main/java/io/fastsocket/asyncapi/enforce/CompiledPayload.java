package io.fastsocket.asyncapi.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.BoundedExpressions;
import io.fastsocket.asyncapi.schema.QuickSchema;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Seen;
import io.fastsocket.asyncapi.schema.Tokens;
import io.fastsocket.asyncapi.schema.Truth;
import io.fastsocket.asyncapi.schema.Violation;
import io.fastsocket.spi.transport.Payload;

import java.util.List;

/** A payload's schema, ready to be held against arguments. */
final class CompiledPayload {

    /** Sees most of what is valid to be so; all else is checked. */
    private final Seen quick;

    private final SchemaCheck check;
    private final boolean several;

    private CompiledPayload(Seen quick, SchemaCheck check, boolean several) {
        this.quick = quick;
        this.check = check;
        this.several = several;
    }

    /**
     * Compiles one.
     *
     * @param payload of a message
     * @param schemas that it may refer to
     * @return null if it allows everything
     * @throws BadSchemaException if it cannot be used
     */
    static CompiledPayload of(JsonNode payload, ObjectNode schemas) throws BadSchemaException {
        if (!payload.isObject() || payload.isEmpty()) {
            return null;
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        Discriminators discriminators = new Discriminators(schemas);
        root.putArray("allOf").add(discriminators.in(payload));
        root.putObject("components").set("schemas", discriminators.in(schemas));
        SchemaCheck check = SchemaCheck.ofTraffic(root);
        boolean several = payload.path(Messages.ARGUMENTS).asBoolean();
        return new CompiledPayload(QuickSchema.of(root), check, several);
    }

    /** What arguments have that is not allowed. */
    List<Detail> check(Payload payload) {
        if (isSeen(payload)) {
            return List.of();
        }
        ArrayNode arguments = Arguments.of(payload);
        return arguments == null
                ? List.of(new Detail("", "has a number of too many digits, or nests too deeply"))
                : judged(arguments);
    }

    private boolean isSeen(Payload payload) {
        Tokens tokens =
                Tokens.of(
                        payload.bytes(), payload.offset(), payload.length(), payload.attachments());
        if (tokens == null || (!several && tokens.size(Tokens.ROOT) == 0)) {
            return false;
        }
        int value = several ? Tokens.ROOT : tokens.first(Tokens.ROOT);
        return quick.of(tokens, value) == Truth.YES;
    }

    private List<Detail> judged(ArrayNode arguments) {
        if (!several && arguments.isEmpty()) {
            return List.of(new Detail("", "is missing"));
        }
        JsonNode value = several ? arguments : arguments.get(0);
        try {
            return check.check(value).stream().map(v -> detail(v, value)).distinct().toList();
        } catch (BoundedExpressions.ExhaustedError e) {
            return List.of(new Detail("", "takes too long to compare with a pattern"));
        } catch (BadSchemaException e) {
            throw new IllegalStateException("the schema was compiled", e);
        }
    }

    private static Detail detail(Violation violation, JsonNode value) {
        StringBuilder path = new StringBuilder();
        JsonNode node = value;
        List<Object> steps = violation.path();
        for (Object step : steps) {
            if (node.isArray()) {
                path.append('[').append(step).append(']');
                node = node.path(Integer.parseInt(step.toString()));
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step);
                node = node.path(step.toString());
            }
        }
        if (violation.keyword().equals("required")) {
            path.append(path.isEmpty() ? "" : ".").append(violation.property());
            return new Detail(path.toString(), "is missing");
        }
        return new Detail(path.toString(), violation.message());
    }
}
