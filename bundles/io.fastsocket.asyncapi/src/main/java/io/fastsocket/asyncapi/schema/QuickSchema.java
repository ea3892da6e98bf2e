package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sees whether values are as a schema of draft-07 wants them, in a fraction of the time that a
 * validator takes. What schemas say that is not known here is the validator's to judge, and so is
 * what is wrong. Used by one thread while it is made; what comes of it, by any.
 */
public final class QuickSchema {

    /** Words that say nothing about values. */
    private static final Set<String> SILENT =
            Set.of(
                    "title",
                    "description",
                    "examples",
                    "example",
                    "default",
                    "deprecated",
                    "readOnly",
                    "writeOnly",
                    "discriminator",
                    "$comment",
                    "$schema",
                    "components",
                    "definitions",
                    "then",
                    "else",
                    "additionalItems");

    /** Formats that are remarks to a validator of draft-07. */
    private static final Set<String> REMARKS =
            Set.of("int32", "int64", "float", "double", "binary", "password");

    private final JsonNode root;
    private final Map<String, Seen[]> references = new HashMap<>();

    private QuickSchema(JsonNode root) {
        this.root = root;
    }

    /**
     * What is seen of the values of a schema.
     *
     * @param root the schema, which refers to nothing outside
     */
    public static Seen of(JsonNode root) {
        return new QuickSchema(root).seen(root);
    }

    /** What is seen of the values of a part; of a missing part of all. */
    Seen seen(JsonNode schema) {
        if (schema.isMissingNode()) {
            return Seen.ALWAYS;
        }
        if (schema.isBoolean()) {
            return schema.booleanValue() ? Seen.ALWAYS : Seen.WRONG;
        }
        if (schema.has("$ref")) {
            // What stands beside a reference does not count, or does: that depends.
            return schema.size() == 1 ? reference(schema.path("$ref").asText()) : Seen.NEVER;
        }
        if (!schema.isObject()) {
            return Seen.NEVER;
        }
        List<Seen> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> word : schema.properties()) {
            all.add(word(word.getKey(), word.getValue(), schema));
        }
        all.addAll(QuickContainers.members(schema, this));
        return Seen.all(all);
    }

    /** A schema may contain itself: then its outcome is there when the first value is looked at. */
    private Seen reference(String to) {
        Seen[] known = references.get(to);
        if (known == null) {
            Seen[] made = new Seen[1];
            references.put(to, made);
            JsonNode target =
                    to.startsWith("#/") && to.indexOf('%') < 0
                            ? root.at(to.substring(1))
                            : MissingNode.getInstance();
            made[0] = target.isMissingNode() ? Seen.NEVER : seen(target);
            return made[0];
        }
        return known[0] == null ? (tokens, value) -> known[0].of(tokens, value) : known[0];
    }

    private Seen word(String word, JsonNode said, JsonNode schema) {
        if (SILENT.contains(word)
                || word.startsWith("x-")
                || QuickContainers.WORDS.contains(word)) {
            return Seen.ALWAYS;
        }
        return switch (word) {
            case "allOf" -> Seen.all(each(said));
            case "anyOf" -> Seen.any(each(said));
            case "oneOf" -> Seen.one(each(said));
            case "not" -> seen(said).not();
            case "if" -> seen(said).choose(seen(schema.path("then")), seen(schema.path("else")));
            case "format" -> REMARKS.contains(said.asText()) ? Seen.ALWAYS : Seen.NEVER;
            default -> QuickWords.of(word, said);
        };
    }

    private List<Seen> each(JsonNode schemas) {
        List<Seen> all = new ArrayList<>();
        schemas.forEach(schema -> all.add(seen(schema)));
        return all;
    }
}
