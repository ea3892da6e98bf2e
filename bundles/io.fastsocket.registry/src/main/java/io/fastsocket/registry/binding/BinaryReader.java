package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;

import java.io.IOException;
import java.util.List;

/** Binds {@code byte[]} from a Socket.IO placeholder, to the binary it stands for. */
final class BinaryReader extends StdDeserializer<byte[]> {

    private static final long serialVersionUID = 1L;
    private static final Object KEY = BinaryReader.class;
    private static final String EXPECTED = "must be a binary";

    BinaryReader() {
        super(byte[].class);
    }

    /** The attribute that holds the packet's binaries, a list of {@code byte[]}. */
    static Object key() {
        return KEY;
    }

    @Override
    public byte[] deserialize(JsonParser p, DeserializationContext context) throws IOException {
        if (p.currentToken() != JsonToken.START_OBJECT) {
            return Problems.report(context, p, EXPECTED, null);
        }
        String path = Problems.path(p);
        boolean marked = false;
        int number = -1;
        while (p.nextToken() == JsonToken.FIELD_NAME) {
            String name = p.currentName();
            JsonToken value = p.nextToken();
            if (name.equals("_placeholder")) {
                marked = value == JsonToken.VALUE_TRUE;
            } else if (name.equals("num") && value == JsonToken.VALUE_NUMBER_INT) {
                number = p.getValueAsInt(-1);
            }
            p.skipChildren();
        }
        List<?> binaries = (List<?>) context.getAttribute(KEY);
        if (marked && binaries != null && number >= 0 && number < binaries.size()) {
            return (byte[]) binaries.get(number);
        }
        Problems problems = Problems.of(context);
        if (problems == null) {
            return Problems.report(context, p, EXPECTED, null);
        }
        problems.add(path, EXPECTED);
        return null;
    }
}
