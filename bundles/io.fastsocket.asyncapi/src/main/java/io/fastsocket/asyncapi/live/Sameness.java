package io.fastsocket.asyncapi.live;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether two schemas mean the same, word by word; what is said for people does not count.
 *
 * @param ours schemas by name
 * @param theirs the same of the other document
 * @param seen pairs of names that are taken for the same, since schemas may contain themselves
 */
record Sameness(JsonNode ours, JsonNode theirs, Set<String> seen) {

    private static final String REF = "$ref";
    private static final Set<String> WORDS =
            Set.of("title", "description", "examples", "example", "$comment");

    /** Lists whose order says nothing. */
    private static final Set<String> SETS = Set.of("required", "enum", "type");

    Sameness(JsonNode ours, JsonNode theirs) {
        this(ours, theirs, new HashSet<>());
    }

    boolean of(List<? extends JsonNode> one, List<? extends JsonNode> other) {
        if (one == null || other == null || one.size() != other.size()) {
            return one == null && other == null;
        }
        for (int i = 0; i < one.size(); i++) {
            if (!of(one.get(i).path("payload"), other.get(i).path("payload"))) {
                return false;
            }
        }
        return true;
    }

    boolean of(JsonNode one, JsonNode other) {
        if (one.path(REF).isTextual() || other.path(REF).isTextual()) {
            String pair = one.path(REF).asText() + " " + other.path(REF).asText();
            return !seen.add(pair) || of(followed(one, ours), followed(other, theirs));
        }
        if (one.isObject() && other.isObject()) {
            Set<String> names = new HashSet<>();
            one.fieldNames().forEachRemaining(names::add);
            other.fieldNames().forEachRemaining(names::add);
            names.removeAll(WORDS);
            return names.stream().allMatch(name -> member(name, one.path(name), other.path(name)));
        }
        if (one.isArray() && other.isArray() && one.size() == other.size()) {
            for (int i = 0; i < one.size(); i++) {
                if (!of(one.get(i), other.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return one.equals(other);
    }

    private boolean member(String name, JsonNode one, JsonNode other) {
        if (SETS.contains(name) && one.isArray() && other.isArray()) {
            return elements(one).equals(elements(other));
        }
        return of(one, other);
    }

    private static Set<JsonNode> elements(JsonNode array) {
        Set<JsonNode> elements = new HashSet<>();
        array.forEach(elements::add);
        return elements;
    }

    private static JsonNode followed(JsonNode schema, JsonNode schemas) {
        String path = schema.path(REF).asText("");
        return path.isEmpty() ? schema : schemas.path(path.substring(path.lastIndexOf('/') + 1));
    }
}
