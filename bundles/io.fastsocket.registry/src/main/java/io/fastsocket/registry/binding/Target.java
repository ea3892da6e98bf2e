package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A type that values are bound to, with what is needed for it found beforehand. */
public final class Target {

    /** Stands for a value that could not be bound. */
    public static final Object UNBOUND = new Unbound();

    private final ObjectReader reader;
    private final JavaType type;
    private final Validation validation;
    private final boolean validated;
    private final UnknownFields unknown;

    /** Throws IllegalArgumentException if the type is wrongly constrained. */
    Target(ObjectReader reader, JavaType type, Validation validation, UnknownFields unknown) {
        this(reader, type, validation, validation.mayViolate(type), unknown);
    }

    private Target(
            ObjectReader reader,
            JavaType type,
            Validation validation,
            boolean validated,
            UnknownFields unknown) {
        this.unknown = unknown;
        this.reader = reader;
        this.type = type;
        this.validation = validation;
        this.validated = validated;
    }

    /** Members that were sent and that the type does not have. */
    public UnknownFields unknown() {
        return unknown;
    }

    /** The same, but nobody counts what the type does not have. */
    public Target uncounted() {
        ObjectReader uncounting = reader.withoutAttribute(UnknownFields.key());
        return new Target(uncounting, type, validation, validated, unknown);
    }

    private record Unbound() {}

    /** Whether a value is {@link #UNBOUND}. */
    public static boolean unbound(Object value) {
        return value instanceof Unbound;
    }

    /** Whether nothing at all is acceptable. */
    public boolean optional() {
        return type.getRawClass() == Optional.class;
    }

    /** What a missing value is bound to if that is acceptable. */
    public Object missing() {
        return Optional.empty();
    }

    /**
     * Binds and validates a value.
     *
     * @param json holds it
     * @param offset where it begins
     * @param length how many bytes it takes
     * @param binaries the packet's
     * @param problems takes what is wrong
     * @return the value, or {@link #UNBOUND}
     */
    public Object bind(
            byte[] json, int offset, int length, List<byte[]> binaries, Problems problems) {
        int before = problems.size();
        Object value = tried(json, offset, length, binaries, problems);
        if (problems.size() > before) {
            problems.bound(new PathOrder.Bound(type, reader.getTypeFactory()));
        }
        return value;
    }

    private Object tried(
            byte[] json, int offset, int length, List<byte[]> binaries, Problems problems) {
        Object value;
        try {
            value = read(with(binaries), json, offset, length);
        } catch (JsonProcessingException e) {
            collect(json, offset, length, binaries, problems);
            return UNBOUND;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (value == null) {
            problems.add("", "must not be null");
            return UNBOUND;
        }
        if (validated) {
            validation.validate(value, problems);
        }
        return value;
    }

    /** Binds again, now in order to learn all that is wrong. */
    private void collect(
            byte[] json, int offset, int length, List<byte[]> binaries, Problems problems) {
        int before = problems.size();
        try {
            Object value =
                    read(
                            with(binaries).withAttribute(Problems.key(), problems),
                            json,
                            offset,
                            length);
            if (validated && value != null) {
                validation.validateAround(value, problems);
            }
        } catch (StreamConstraintsException e) {
            problems.add(
                    "", "is nested too deep, or holds a name, string or number that is too long");
        } catch (IOException e) {
            if (problems.size() == before) {
                problems.add("", "is not valid");
            }
        }
        if (problems.size() == before) {
            problems.add("", "is not valid");
        }
    }

    private ObjectReader with(List<byte[]> binaries) {
        return binaries.isEmpty() ? reader : reader.withAttribute(BinaryReader.key(), binaries);
    }

    private static Object read(ObjectReader reader, byte[] json, int offset, int length)
            throws IOException {
        try (JsonParser p = reader.getFactory().createParser(json, offset, length)) {
            return reader.readValue(p);
        }
    }
}
