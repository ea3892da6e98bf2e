package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.DelegatingDeserializer;
import com.fasterxml.jackson.databind.jsontype.TypeDeserializer;

import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Lets one of Jackson's deserializers see only the kind of token it is for, and turns its failures
 * into problems, so that binding can go on behind them.
 */
final class Guard extends DelegatingDeserializer {

    private static final long serialVersionUID = 1L;

    private static final int UUID_LENGTH = 36;
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9.]+");

    private final Shape shape;
    private final String invalid;

    /** What a value is written as. */
    enum Shape {
        /** An object. */
        OBJECT(JsonToken.START_OBJECT, "must be an object"),
        /** An array. */
        ARRAY(JsonToken.START_ARRAY, "must be an array"),
        /** A string. */
        STRING(JsonToken.VALUE_STRING, "must be a string"),
        /** A string for a moment, which Jackson would take for a count of seconds if it is one. */
        MOMENT(JsonToken.VALUE_STRING, "must be a string"),
        /** A string for a UUID, which Jackson would also take in Base64. */
        UUID(JsonToken.VALUE_STRING, "must be a string");

        private final JsonToken token;
        private final String expected;

        Shape(JsonToken token, String expected) {
            this.token = token;
            this.expected = expected;
        }

        boolean fits(JsonToken found) {
            // Of a type that is one of several the object may come with its first name read
            // already, or with its end, if it only says which of them it is.
            return found == token
                    || (this == OBJECT
                            && (found == JsonToken.FIELD_NAME || found == JsonToken.END_OBJECT));
        }

        boolean allows(String text) {
            return switch (this) {
                case MOMENT -> !NUMBER.matcher(text).matches();
                case UUID -> text.length() == UUID_LENGTH;
                default -> true;
            };
        }
    }

    /** Invalid is what is said of a value of the right shape that the delegate refuses. */
    Guard(JsonDeserializer<?> delegate, Shape shape, String invalid) {
        super(delegate);
        this.shape = shape;
        this.invalid = invalid;
    }

    @Override
    protected JsonDeserializer<?> newDelegatingInstance(JsonDeserializer<?> delegate) {
        return new Guard(delegate, shape, invalid);
    }

    @Override
    public Object deserialize(JsonParser p, DeserializationContext context) throws IOException {
        if (!shape.fits(p.currentToken())) {
            return Problems.report(context, p, shape.expected, null);
        }
        if (p.currentToken() == JsonToken.VALUE_STRING && !shape.allows(p.getText())) {
            return Problems.report(context, p, invalid, null);
        }
        Problems problems = Problems.of(context);
        if (problems == null) {
            return super.deserialize(p, context);
        }
        return collecting(problems, p, context);
    }

    @SuppressWarnings("ReferenceEquality") // a place in the document, not what is there
    private Object collecting(Problems problems, JsonParser p, DeserializationContext context)
            throws IOException {
        JsonStreamContext outside = p.getParsingContext();
        if (p.currentToken() != JsonToken.VALUE_STRING
                && p.currentToken() != JsonToken.END_OBJECT) {
            outside = outside.getParent();
        }
        String path = Problems.path(p);
        int before = problems.size();
        try {
            return super.deserialize(p, context);
        } catch (JsonMappingException e) {
            // Stand-ins may well have broken a constructor: that is no problem of its own.
            if (problems.size() == before) {
                problems.add(path, invalid);
            }
            while (p.getParsingContext() != outside && p.nextToken() != null) {
                p.skipChildren();
            }
            return null;
        }
    }

    @Override
    public Object deserializeWithType(
            JsonParser p, DeserializationContext context, TypeDeserializer type)
            throws IOException {
        return getDelegatee().deserializeWithType(p, context, type);
    }
}
