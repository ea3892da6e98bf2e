package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;

import io.fastsocket.asyncapi.document.Nearest;
import io.fastsocket.asyncapi.document.Quote;

import java.util.ArrayList;
import java.util.List;

/** What a schema does not allow, in words for people. */
final class Wording {

    /** So many choices are listed. */
    private static final int CHOICES = 12;

    private Wording() {}

    /**
     * A violation out of a validator's error.
     *
     * @param root the whole schema
     */
    static Violation of(Error error, JsonNode root) {
        List<Object> path = new ArrayList<>(Steps.of(error.getInstanceLocation()));
        String keyword = error.getKeyword();
        String property = error.getProperty();
        boolean tooMuch = keyword.equals("additionalProperties") && property != null;
        String message = message(error, root);
        if (tooMuch) {
            path.add(property);
        }
        return new Violation(path, keyword, property, message);
    }

    private static String message(Error error, JsonNode root) {
        JsonNode wanted = error.getSchemaNode();
        JsonNode found = error.getInstanceNode();
        return switch (error.getKeyword()) {
            case "type" -> "must be " + kinds(wanted) + ", and is " + Quote.kind(found);
            case "required" -> Quote.of(error.getProperty()) + " is missing";
            case "additionalProperties" -> unknown(error, root);
            case "enum" -> "must be one of " + list(wanted) + ", and is " + Quote.of(found);
            case "const" -> "must be " + Quote.of(wanted) + ", and is " + Quote.of(found);
            case "pattern" -> Quote.of(found) + " must match " + wanted.asText();
            case "format" -> Quote.of(found) + " must have the format " + wanted.asText();
            case "minLength" -> "must have at least " + wanted.asText() + " characters";
            case "maxLength" -> "must have at most " + wanted.asText() + " characters";
            case "minItems" -> "must have at least " + wanted.asText() + " elements";
            case "maxItems" -> "must have at most " + wanted.asText() + " elements";
            case "uniqueItems" -> "must not have the same element twice";
            case "minProperties" -> "must have at least " + wanted.asText() + " members";
            case "maxProperties" -> "must have at most " + wanted.asText() + " members";
            case "minimum" -> Quote.of(found) + " must be " + wanted.asText() + " or more";
            case "maximum" -> Quote.of(found) + " must be " + wanted.asText() + " or less";
            case "exclusiveMinimum" -> Quote.of(found) + " must be more than " + wanted.asText();
            case "exclusiveMaximum" -> Quote.of(found) + " must be less than " + wanted.asText();
            case "multipleOf" -> Quote.of(found) + " must be a multiple of " + wanted.asText();
            case "oneOf" -> "must be exactly one of the things that are possible here";
            case "anyOf" -> "must be one of the things that are possible here";
            case "not" -> "is just what must not be here";
            default -> error.getMessage();
        };
    }

    private static String kinds(JsonNode types) {
        List<String> kinds = new ArrayList<>();
        for (JsonNode type : types.isArray() ? types : List.of(types)) {
            kinds.add(
                    switch (type.asText()) {
                        case "object" -> "an object";
                        case "array" -> "an array";
                        case "string" -> "a text";
                        case "number" -> "a number";
                        case "integer" -> "a whole number";
                        case "boolean" -> "true or false";
                        default -> type.asText();
                    });
        }
        return String.join(" or ", kinds);
    }

    private static String list(JsonNode choices) {
        List<String> list = new ArrayList<>();
        for (JsonNode choice : choices) {
            if (list.size() == CHOICES) {
                list.add("…");
                break;
            }
            list.add(Quote.of(choice));
        }
        return String.join(", ", list);
    }

    private static String unknown(Error error, JsonNode root) {
        String name = error.getProperty();
        JsonNode parent = parent(error, root);
        List<String> known = new ArrayList<>();
        parent.path("properties").fieldNames().forEachRemaining(known::add);
        String nearest = Nearest.to(name, known);
        String hint = "";
        if (nearest != null) {
            hint = "; did you mean " + Quote.of(nearest) + "?";
        } else if (parent.path("patternProperties").toString().contains("^x-")) {
            hint = "; an extension begins with x-";
        }
        return Quote.of(name) + " is not known here" + hint;
    }

    /** The schema that the keyword stands in. */
    private static JsonNode parent(Error error, JsonNode root) {
        List<String> path = Steps.of(error.getSchemaLocation().getFragment());
        JsonNode node = root;
        for (String step : path.subList(0, Math.max(0, path.size() - 1))) {
            node = node.isArray() ? node.path(Integer.parseInt(step)) : node.path(step);
        }
        return node;
    }
}
