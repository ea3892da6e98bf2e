package io.fastsocket.asyncapi.document;

import com.fasterxml.jackson.databind.JsonNode;

/** Pieces of documents in messages: in quotes, on one line, and not too long. */
public final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    /** A text in quotes. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        int length = Math.min(text.length(), LONGEST);
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            quoted.append(Character.isISOControl(c) || Character.isSurrogate(c) ? '?' : c);
        }
        return quoted.append(length < text.length() ? "…\"" : "\"").toString();
    }

    /** A value as JSON, if it is a scalar; else what kind of value it is. */
    public static String of(JsonNode value) {
        if (value.isTextual()) {
            return of(value.textValue());
        }
        return value.isContainerNode() ? kind(value) : value.asText();
    }

    /** What kind of value it is, for people. */
    public static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case OBJECT -> "an object";
            case ARRAY -> "an array";
            case STRING -> "a text";
            case NUMBER -> "a number";
            case BOOLEAN -> "true or false";
            default -> "null";
        };
    }
}
