package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;

import io.fastsocket.api.Json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Serializers for what JSON has no form of its own for: binaries, and JSON itself. */
final class Writers {

    private Writers() {}

    static void addTo(SimpleModule module) {
        module.addSerializer(byte[].class, new BinaryWriter());
        module.addSerializer(Json.class, new RawWriter());
    }

    /** Writes a placeholder, and puts the binary beside the text. */
    private static final class BinaryWriter extends StdSerializer<byte[]> {

        private static final long serialVersionUID = 1L;

        BinaryWriter() {
            super(byte[].class);
        }

        @Override
        public void serialize(byte[] value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeStartObject();
            out.writeBooleanField("_placeholder", true);
            out.writeNumberField("num", binary(value, sink(out)));
            out.writeEndObject();
        }
    }

    /** Writes JSON as it is, its binaries numbered anew. */
    private static final class RawWriter extends StdSerializer<Json> {

        private static final long serialVersionUID = 1L;

        RawWriter() {
            super(Json.class);
        }

        @Override
        public void serialize(Json value, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeRawValue(new RawText(bytes(value, sink(out))));
        }
    }

    private static int binary(byte[] value, Sink sink) {
        return sink.placed(sink.attach(value));
    }

    private static byte[] bytes(Json value, Sink sink) {
        if (!(value instanceof RawJson raw)) {
            JsonCheck.check(value.text());
            return renumbered(value.text().getBytes(StandardCharsets.UTF_8), value, sink);
        }
        if (raw.attachments().isEmpty()) {
            return Arrays.copyOfRange(raw.bytes(), raw.offset(), raw.offset() + raw.length());
        }
        return Placeholders.renumber(
                raw.bytes(), raw.offset(), raw.length(), numbers(raw.attachments(), sink)::of);
    }

    private static byte[] renumbered(byte[] text, Json value, Sink sink) {
        List<byte[]> attachments = value.attachments();
        return attachments.isEmpty()
                ? text
                : Placeholders.renumber(text, 0, text.length, numbers(attachments, sink)::of);
    }

    private static Numbers numbers(List<byte[]> attachments, Sink sink) {
        return new Numbers(attachments, sink, new HashMap<>());
    }

    private static Sink sink(JsonGenerator out) {
        return (Sink) out.getOutputTarget();
    }

    /** From a binary's number as it came to its number as it goes; each goes once. */
    private record Numbers(List<byte[]> attachments, Sink sink, Map<Integer, Integer> given) {

        int of(int number) {
            return number >= attachments.size()
                    ? -1
                    : sink.placed(
                            given.computeIfAbsent(number, n -> sink.attach(attachments.get(n))));
        }
    }
}
