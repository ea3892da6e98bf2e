package io.fastsocket.asyncapi.enforce;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.BoundedExpressions;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Violation;
import io.fastsocket.spi.transport.Payload;

import java.util.List;

/** A payload's schema, ready to be held against arguments. */
final class CompiledPayload {

    private final SchemaCheck check;
    private final boolean several;

    private CompiledPayload(SchemaCheck check, boolean several) {
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
        return new CompiledPayload(
                SchemaCheck.ofTraffic(root), payload.path(Messages.ARGUMENTS).asBoolean());
    }

    /** What arguments have that is not allowed. */
    List<Detail> check(Payload payload) {
        ArrayNode arguments = Arguments.of(payload);
        if (!several && arguments.isEmpty()) {
            return List.of(new Detail("", "is missing"));
        }
        JsonNode value = several ? arguments : arguments.get(0);
        try {
            if (check.allows(value)) {
                return List.of();
            }
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
