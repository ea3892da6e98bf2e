package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

import io.fastsocket.api.Json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Binds {@link Json} inside a record to the bytes it came in. */
final class RawReader extends StdDeserializer<Json> {

    private static final long serialVersionUID = 1L;

    private final transient Codec codec;

    RawReader(Codec codec) {
        super(Json.class);
        this.codec = codec;
    }

    @Override
    public Json deserialize(JsonParser p, DeserializationContext context) throws IOException {
        List<byte[]> binaries = binaries(context);
        JsonLocation from = p.currentTokenLocation();
        Object source = from.contentReference().getRawContent();
        if (!(source instanceof byte[] bytes) || from.getByteOffset() < 0) {
            return copied(p, binaries);
        }
        int base = from.contentReference().contentOffset();
        p.finishToken();
        p.skipChildren();
        int start = base + (int) from.getByteOffset();
        int end = base + (int) p.currentLocation().getByteOffset();
        return new RawJson(bytes, start, end - start, binaries, codec);
    }

    /** For members of a deduced type, whose tokens Jackson has buffered. */
    private Json copied(JsonParser p, List<byte[]> binaries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (JsonGenerator generator = codec.factory().createGenerator(out)) {
            generator.copyCurrentStructure(p);
        }
        byte[] bytes = out.toByteArray();
        return new RawJson(bytes, 0, bytes.length, binaries, codec);
    }

    @Override
    public Json getNullValue(DeserializationContext context) {
        byte[] text = "null".getBytes(StandardCharsets.UTF_8);
        return new RawJson(text, 0, text.length, List.of(), codec);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) {
        return null;
    }

    @SuppressWarnings("unchecked") // set by Codec alone
    private static List<byte[]> binaries(DeserializationContext context) {
        Object binaries = context.getAttribute(BinaryReader.key());
        return binaries == null ? List.of() : (List<byte[]>) binaries;
    }
}
