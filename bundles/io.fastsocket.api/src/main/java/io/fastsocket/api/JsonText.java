package io.fastsocket.api;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/** What {@link Json#of} returns. */
record JsonText(String text) implements Json {

    private static final Set<String> EMPTY = Set.of("null", "{}", "[]", "\"\"");

    JsonText {
        Objects.requireNonNull(text, "text");
    }

    @Override
    public List<byte[]> attachments() {
        return List.of();
    }

    @Override
    public boolean isEmpty() {
        return EMPTY.contains(text.strip());
    }

    @Override
    public <T> T as(Class<T> type) {
        throw new UnsupportedOperationException(
                "Json.of(...) makes values to send; only what a client sent can be bound");
    }

    @Override
    public String toString() {
        return text;
    }
}
