package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.compare.SchemaMutation.Edit;
import io.fastsocket.asyncapi.compare.SchemaMutation.Effect;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/** Edits of schemas that are about the same, with what they do to the values that are allowed. */
abstract class EditGroup {

    private final String group;
    private final List<Edit> edits = new ArrayList<>();

    EditGroup(String group) {
        this.group = group;
    }

    final List<Edit> edits() {
        return edits;
    }

    final void edit(
            String name,
            Effect effect,
            Predicate<ObjectNode> where,
            BiConsumer<ObjectNode, Random> change) {
        edits.add(new Edit(group, name, effect, where, change));
    }

    /** A number that is made larger, or smaller. */
    final void moved(String keyword, Effect up, Effect down) {
        Predicate<ObjectNode> where = s -> s.has(keyword);
        edit(keyword + " raised", up, where, (s, r) -> s.put(keyword, s.get(keyword).asInt() + 1));
        edit(keyword + " lowered", down, where, (s, r) -> lowered(s, keyword));
        edit(keyword + " dropped", Effect.MORE, where, (s, r) -> s.remove(keyword));
    }

    private static void lowered(ObjectNode schema, String keyword) {
        if (keyword.equals("minLength") || keyword.equals("minItems")) {
            schema.put(keyword, 0);
        } else {
            schema.put(keyword, schema.get(keyword).asInt() - 1);
        }
    }

    static boolean is(ObjectNode schema, String type) {
        return schema.path("type").asText().equals(type);
    }

    static void typed(ObjectNode schema, String... types) {
        ArrayNode list = schema.putArray("type");
        List.of(types).forEach(list::add);
    }
}
