package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;

import java.io.IOException;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;

/** Binds {@code int[]} and the like element by element, as strictly as a single one. */
final class PrimitiveArray extends StdDeserializer<Object> {

    private static final long serialVersionUID = 1L;

    private final Class<?> element;
    private final StrictScalar<?> reading;

    private PrimitiveArray(Class<?> element, StrictScalar<?> reading) {
        super(element.arrayType());
        this.element = element;
        this.reading = reading;
    }

    static void addTo(SimpleModule module, Class<?> element, StrictScalar<?> reading) {
        @SuppressWarnings("unchecked") // what it returns is of the array's type
        Class<Object> type = (Class<Object>) element.arrayType();
        module.addDeserializer(type, new PrimitiveArray(element, reading));
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        if (p.currentToken() != JsonToken.START_ARRAY) {
            return Problems.report(context, p, "must be an array", null);
        }
        List<Object> values = new ArrayList<>();
        while (p.nextToken() != JsonToken.END_ARRAY) {
            values.add(
                    p.currentToken() == JsonToken.VALUE_NULL
                            ? reading.getNullValue(context)
                            : reading.deserialize(p, context));
        }
        Object array = Array.newInstance(element, values.size());
        for (int i = 0; i < values.size(); i++) {
            Array.set(array, i, values.get(i));
        }
        return array;
    }
}
