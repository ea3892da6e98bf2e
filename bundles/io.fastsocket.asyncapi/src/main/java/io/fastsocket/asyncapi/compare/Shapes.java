package io.fastsocket.asyncapi.compare;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The shapes of one document's schemas. The same schemas give the same object, so that a pair of
 * them can be recognised: there are only so many, also where schemas contain themselves.
 */
final class Shapes {

    private final Map<JsonNode, JsonNode> cycles;
    private final IdentityHashMap<JsonNode, Integer> numbers = new IdentityHashMap<>();
    private final Map<List<Integer>, Shape> known = new HashMap<>();

    /**
     * @param cycles what references lead to that the document still has, by identity
     */
    Shapes(Map<JsonNode, JsonNode> cycles) {
        this.cycles = cycles;
    }

    /** Values that keep to all of some schemas. */
    Shape of(Collection<JsonNode> schemas) {
        return extended(List.of(), List.of(), schemas, List.of());
    }

    /** Values that keep to a schema. */
    Shape of(JsonNode schema) {
        return of(List.of(schema));
    }

    /**
     * A shape with more to keep to.
     *
     * @param parts those it has
     * @param unions those it has
     * @param more further schemas
     * @param excluded what its values do not keep to
     */
    Shape extended(
            List<JsonNode> parts,
            List<Shape.Union> unions,
            Collection<JsonNode> more,
            List<JsonNode> excluded) {
        Map<Integer, JsonNode> all = new LinkedHashMap<>();
        parts.forEach(part -> all.put(number(part), part));
        Set<Shape.Union> choices = new LinkedHashSet<>(unions);
        more.forEach(schema -> flatten(schema, all, choices));
        List<Integer> key = new ArrayList<>(all.keySet());
        key.sort(null);
        key.add(-1);
        choices.stream().map(union -> number(union.branches())).sorted().forEach(key::add);
        key.add(-1);
        excluded.stream().map(this::number).distinct().sorted().forEach(key::add);
        return known.computeIfAbsent(
                key,
                k ->
                        new Shape(
                                this,
                                List.copyOf(all.values()),
                                List.copyOf(choices),
                                List.copyOf(excluded)));
    }

    /** Takes apart {@code allOf} and what references lead to. */
    private void flatten(JsonNode schema, Map<Integer, JsonNode> parts, Set<Shape.Union> unions) {
        JsonNode target = schema.has("$ref") ? cycles.get(schema) : null;
        if (target != null) {
            flatten(target, parts, unions);
            return;
        }
        boolean something = schema.isObject() || (schema.isBoolean() && !schema.booleanValue());
        if (!something || parts.putIfAbsent(number(schema), schema) != null) {
            return;
        }
        schema.path("allOf").forEach(one -> flatten(one, parts, unions));
        for (String keyword : List.of("oneOf", "anyOf")) {
            if (schema.path(keyword).isArray()) {
                unions.add(new Shape.Union(schema, keyword));
            }
        }
    }

    private Integer number(JsonNode node) {
        return numbers.computeIfAbsent(node, n -> numbers.size());
    }
}
