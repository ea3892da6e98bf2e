package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.util.AccessPattern;

import java.io.IOException;

/**
 * Binds one scalar type from its own kind of token only, where Jackson's own deserializers would
 * convert.
 *
 * @param <T> the type; for a primitive its wrapper
 */
final class StrictScalar<T> extends StdScalarDeserializer<T> implements ContextualDeserializer {

    private static final long serialVersionUID = 1L;

    private final transient Reading<T> reading;
    private final String expected;
    private final transient T zero;
    private final String property;

    /**
     * Reads a value.
     *
     * @param <T> its type
     */
    @FunctionalInterface
    interface Reading<T> {

        /**
         * Reads the current token.
         *
         * @return the value, or null if the token does not fit
         * @throws IOException if the parser cannot read it
         */
        T read(JsonParser p) throws IOException;
    }

    /** Zero is the stand-in for a primitive, and null says that the type may be null. */
    StrictScalar(Class<?> type, T zero, String expected, Reading<T> reading) {
        this(type, zero, expected, reading, "");
    }

    private StrictScalar(
            Class<?> type, T zero, String expected, Reading<T> reading, String property) {
        super(type);
        this.zero = zero;
        this.expected = expected;
        this.reading = reading;
        this.property = property;
    }

    @Override
    public T deserialize(JsonParser p, DeserializationContext context) throws IOException {
        T value;
        try {
            value = reading.read(p);
        } catch (InputCoercionException e) {
            value = null;
        }
        return value != null ? value : Problems.report(context, p, expected, zero);
    }

    @Override
    public T getNullValue(DeserializationContext context) throws JsonMappingException {
        return zero == null ? null : Problems.reportMissing(context, "", "must not be null", zero);
    }

    @Override
    public Object getAbsentValue(DeserializationContext context) throws JsonMappingException {
        return zero == null ? null : Problems.reportMissing(context, property, "is missing", zero);
    }

    @Override
    public AccessPattern getNullAccessPattern() {
        return zero == null ? AccessPattern.ALWAYS_NULL : AccessPattern.DYNAMIC;
    }

    @Override
    public JsonDeserializer<?> createContextual(
            DeserializationContext context, BeanProperty member) {
        return zero == null || member == null
                ? this
                : new StrictScalar<>(handledType(), zero, expected, reading, member.getName());
    }
}
