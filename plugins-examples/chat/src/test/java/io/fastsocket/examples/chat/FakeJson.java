package io.fastsocket.examples.chat;

import io.fastsocket.api.Json;

import java.util.List;

/** Holds a value as it is. */
record FakeJson(Object value) implements Json {

    @Override
    public String text() {
        return value.toString();
    }

    @Override
    public List<byte[]> attachments() {
        return List.of();
    }

    @Override
    public boolean isEmpty() {
        return false;
    }

    @Override
    public <T> T as(Class<T> type) {
        return type.cast(value);
    }
}
