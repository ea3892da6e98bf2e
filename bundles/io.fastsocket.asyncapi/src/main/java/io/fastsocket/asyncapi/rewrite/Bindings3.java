package io.fastsocket.asyncapi.rewrite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.schema.BadSchemaException;
import io.fastsocket.asyncapi.schema.OfficialSchemas;
import io.fastsocket.asyncapi.schema.Violation;

import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * Bindings that 3.0 looks into, and 2.x did not. One that is not as it should be becomes an
 * extension: what it says is kept, and nobody is misled.
 */
final class Bindings3 {

    private static final Set<String> SECTIONS =
            Set.of("serverBindings", "channelBindings", "operationBindings", "messageBindings");

    private Bindings3() {}

    static void repair(ObjectNode document, OfficialSchemas schemas) throws IOException {
        try {
            for (Violation violation : schemas.written("3.0.0").check(document)) {
                repair(document, violation.path());
            }
        } catch (BadSchemaException e) {
            throw new IllegalStateException("a schema of AsyncAPI's own", e);
        }
    }

    private static void repair(JsonNode document, List<Object> path) {
        JsonNode node = document;
        int name = 0;
        for (int i = 0; i < path.size(); i++) {
            String step = path.get(i).toString();
            if (name > 0 && i == name) {
                rename(node, step);
                return;
            }
            if (step.equals("bindings")) {
                name = i + 1;
            } else if (i == 1 && SECTIONS.contains(step)) {
                name = i + 2;
            }
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
    }

    private static void rename(JsonNode bindings, String name) {
        if (bindings instanceof ObjectNode holder && holder.has(name) && !name.startsWith("x-")) {
            holder.set("x-" + name, holder.remove(name));
        }
    }
}
