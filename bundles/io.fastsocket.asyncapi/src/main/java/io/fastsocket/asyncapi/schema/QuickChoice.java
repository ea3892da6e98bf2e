package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** One of several values, or a single one. */
final class QuickChoice implements Seen {

    private final Set<String> texts = new LinkedHashSet<>();
    private final Set<Long> numbers = new HashSet<>();
    private final TextIndex index;

    /** A bit for each kind of tokens of which any is a choice. */
    private int right;

    /** The same for those that may be one: what it takes to know is the validator's. */
    private int perhaps;

    QuickChoice(Iterable<JsonNode> choices) {
        for (JsonNode choice : choices) {
            switch (choice.getNodeType()) {
                case STRING -> {
                    texts.add(choice.textValue());
                    perhaps |= 1 << Tokens.BINARY;
                }
                case NUMBER -> number(choice);
                case NULL -> right |= 1 << Tokens.NULL;
                case BOOLEAN -> right |= 1 << (choice.booleanValue() ? Tokens.TRUE : Tokens.FALSE);
                case OBJECT -> perhaps |= 1 << Tokens.OBJECT;
                case ARRAY -> perhaps |= 1 << Tokens.ARRAY;
                default -> perhaps = -1;
            }
        }
        index = new TextIndex(List.copyOf(texts));
    }

    /** The same number may be written in several ways. */
    private void number(JsonNode choice) {
        perhaps |= 1 << Tokens.NUMBER;
        if (choice.isIntegralNumber() && choice.canConvertToLong()) {
            numbers.add(choice.longValue());
        } else {
            perhaps |= 1 << Tokens.INTEGER;
        }
    }

    @Override
    public Truth of(Tokens tokens, int value) {
        int kind = tokens.kind(value);
        if (kind == Tokens.TEXT) {
            return Truth.of(tokens.find(index, value) >= 0);
        }
        if (kind == Tokens.ESCAPED) {
            return Truth.of(texts.contains(tokens.text(value)));
        }
        if (tokens.isShort(value) && numbers.contains(tokens.number(value))) {
            return Truth.YES;
        }
        boolean isLong = kind == Tokens.INTEGER && !tokens.isShort(value) && !numbers.isEmpty();
        return isLong || (perhaps & 1 << kind) != 0
                ? Truth.UNKNOWN
                : Truth.of((right & 1 << kind) != 0);
    }
}
