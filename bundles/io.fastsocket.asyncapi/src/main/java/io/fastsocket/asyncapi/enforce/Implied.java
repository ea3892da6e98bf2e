package io.fastsocket.asyncapi.enforce;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Whether what a contract asks for holds anyway, since the types of the handler's parameters, with
 * their constraints, say as much. Rather says no than yes: then it is looked at once more.
 *
 * @param types schemas by name, derived
 * @param contract schemas by name, of the contract
 * @param seen pairs that are being looked at, since schemas may contain themselves
 */
record Implied(JsonNode types, JsonNode contract, Set<String> seen) {

    private static final String REF = "$ref";
    private static final Set<String> WORDS =
            Set.of(
                    "title",
                    "description",
                    "examples",
                    "example",
                    "default",
                    "$comment",
                    "nullable");

    Implied(JsonNode types, JsonNode contract) {
        this(types, contract, new HashSet<>());
    }

    /**
     * Whether a schema follows from another.
     *
     * @param type derived: what is known of a value
     * @param asked of the contract
     */
    boolean by(JsonNode type, JsonNode asked) {
        if (type.path(REF).isTextual() || asked.path(REF).isTextual()) {
            String pair = type.path(REF).asText() + " " + asked.path(REF).asText();
            return !seen.add(pair) || by(followed(type, types), followed(asked, contract));
        }
        if (!asked.isObject()) {
            return asked.asBoolean();
        }
        for (Map.Entry<String, JsonNode> word : asked.properties()) {
            if (!holds(word.getKey(), word.getValue(), type)) {
                return false;
            }
        }
        return true;
    }

    private static JsonNode followed(JsonNode schema, JsonNode schemas) {
        String path = schema.path(REF).asText("");
        return path.isEmpty() ? schema : schemas.path(path.substring(path.lastIndexOf('/') + 1));
    }

    private boolean holds(String word, JsonNode asked, JsonNode type) {
        if (WORDS.contains(word) || word.startsWith("x-")) {
            return true;
        }
        JsonNode known = type.path(word);
        return switch (word) {
            case "type" -> kinds(known, asked);
            case "required", "enum" ->
                    word.equals("enum") ? within(known, asked) : within(asked, known);
            case "properties" -> members(asked, type);
            case "items" -> known.isObject() && asked.isObject() && by(known, asked);
            // A character may be two of those that Java counts.
            case "minLength" -> asked.asInt() <= Math.min(1, known.asInt(0));
            case "minItems", "minProperties" -> known.asInt(0) >= asked.asInt();
            case "maxLength", "maxItems", "maxProperties" ->
                    known.isNumber() && known.asLong() <= asked.asLong();
            case "minimum" -> bound(type, "minimum", "exclusiveMinimum", asked, 1);
            case "maximum" -> bound(type, "maximum", "exclusiveMaximum", asked, -1);
            case "pattern" -> known.isTextual() && plain(known).equals(plain(asked));
            case "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "const" ->
                    known.equals(asked);
            case "additionalProperties" ->
                    asked.asBoolean() || (asked.isObject() && asked.isEmpty());
            default -> false;
        };
    }

    /** Each kind that the type allows is one that is asked for. */
    private static boolean kinds(JsonNode known, JsonNode asked) {
        Set<String> wanted = texts(asked);
        if (wanted.contains("number")) {
            wanted.add("integer");
        }
        return !known.isMissingNode() && wanted.containsAll(texts(known));
    }

    private static Set<String> texts(JsonNode oneOrMore) {
        Set<String> texts = new HashSet<>();
        if (oneOrMore.isTextual()) {
            texts.add(oneOrMore.textValue());
        }
        oneOrMore.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static boolean within(JsonNode few, JsonNode many) {
        Set<JsonNode> all = new HashSet<>();
        many.forEach(all::add);
        for (JsonNode one : few) {
            if (!all.contains(one)) {
                return false;
            }
        }
        return !few.isMissingNode();
    }

    private boolean members(JsonNode asked, JsonNode type) {
        for (Map.Entry<String, JsonNode> member : asked.properties()) {
            JsonNode known = type.path("properties").path(member.getKey());
            if (known.isMissingNode() || !by(known, member.getValue())) {
                return false;
            }
        }
        return true;
    }

    private static boolean bound(
            JsonNode type, String same, String exclusive, JsonNode asked, int direction) {
        JsonNode known = type.has(exclusive) ? type.get(exclusive) : type.path(same);
        return known.isNumber()
                && Integer.signum(known.decimalValue().compareTo(asked.decimalValue())) * direction
                        >= 0;
    }

    /** Without the brackets that a pattern of Java's is put in. */
    private static String plain(JsonNode pattern) {
        String text = pattern.asText();
        boolean wrapped = text.startsWith("^(?:") && text.endsWith(")$") && !text.contains("|");
        return wrapped ? "^" + text.substring(4, text.length() - 2) + "$" : text;
    }
}
