package io.fastsocket.registry.binding;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.deser.DefaultDeserializationContext;
import com.fasterxml.jackson.databind.json.JsonMapper;

import io.fastsocket.api.EventException;
import io.fastsocket.api.Json;
import io.fastsocket.spi.transport.Payload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Binds and encodes for one revision of a plugin, and holds all that is remembered about its
 * classes. Usable from any thread.
 */
public final class Codec implements AutoCloseable {

    private final LongAdder ignored = new LongAdder();
    private final JsonMapper mapper;
    private final ObjectWriter writer;
    private final Validation validation;
    private final ConcurrentMap<Class<?>, Target> targets = new ConcurrentHashMap<>();

    /**
     * Makes the codec of a revision.
     *
     * @param loader the plugin's class loader
     */
    public Codec(ClassLoader loader) {
        mapper = Mappers.mapper(loader, this, ignored);
        writer = mapper.writer();
        validation = new Validation(loader);
    }

    JsonFactory factory() {
        return mapper.getFactory();
    }

    /** How many members and arguments were ignored because nothing takes them. */
    public long ignored() {
        return ignored.sum();
    }

    /**
     * Counts arguments that nothing takes.
     *
     * @param count how many
     */
    public void ignore(int count) {
        ignored.add(count);
    }

    /**
     * Prepares binding to a type.
     *
     * @param type as the method declares it
     * @param owner the class of the handler, which may fill in type variables
     * @param declaring the class that declares the method
     * @return the target
     * @throws IllegalArgumentException if nothing can be bound to the type, with the reason
     */
    public Target target(Type type, Class<?> owner, Class<?> declaring) {
        var types = mapper.getTypeFactory();
        JavaType declarer = types.constructType(owner).findSuperType(declaring);
        return target(types.resolveMemberType(type, declarer.getBindings()));
    }

    private Target target(JavaType type) {
        BindableTypes.check(type);
        try {
            DefaultDeserializationContext context =
                    ((DefaultDeserializationContext) mapper.getDeserializationContext())
                            .createDummyInstance(mapper.getDeserializationConfig());
            context.findRootValueDeserializer(type);
        } catch (JsonMappingException e) {
            throw new IllegalArgumentException(e.getOriginalMessage(), e);
        }
        UnknownFields unknown = new UnknownFields();
        return new Target(
                mapper.readerFor(type).withAttribute(UnknownFields.key(), unknown),
                type,
                validation,
                unknown);
    }

    /**
     * Prepares validation of a method's parameters by their own constraints.
     *
     * @param handler whose method it is
     * @param method the method
     * @return what checks them, or null if none has any
     * @throws IllegalArgumentException if a constraint is wrong where it stands, with the reason
     */
    public MethodConstraints constraints(Object handler, Method method) {
        return validation.constraints(handler, method);
    }

    /**
     * Binds one value.
     *
     * @param <T> the type wanted
     * @param json the value
     * @param type the type wanted
     * @return the value, null for JSON null
     * @throws EventException validation, if it does not fit
     */
    @SuppressWarnings("unchecked") // bound to the very class; primitives cannot use Class.cast
    public <T> T bind(RawJson json, Class<T> type) {
        if (type == Json.class) {
            return (T) json;
        }
        if (json.length() == 4 && json.bytes()[json.offset()] == 'n') {
            return null;
        }
        Target target = targets.computeIfAbsent(type, t -> target(mapper.constructType(t)));
        Problems problems = new Problems();
        Object value =
                target.bind(
                        json.bytes(), json.offset(), json.length(), json.attachments(), problems);
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return (T) value;
    }

    /**
     * A range of a payload as JSON.
     *
     * @param payload holds it
     * @param offset where it begins
     * @param length how many bytes it takes
     * @return the value
     */
    public Json raw(Payload payload, int offset, int length) {
        return new RawJson(payload.bytes(), offset, length, payload.attachments(), this);
    }

    /**
     * Encodes one value.
     *
     * @param value anything; null is JSON null
     * @return its payload
     * @throws IllegalArgumentException if it cannot be encoded
     */
    public Payload encode(Object value) {
        // What came from the wire without binaries is well-formed and goes out as it is.
        return value instanceof RawJson raw && raw.attachments().isEmpty()
                ? new Payload(raw.bytes(), raw.offset(), raw.length(), List.of())
                : encode(null, value);
    }

    /**
     * Encodes the arguments of an event or answer.
     *
     * @param event the event's name, which comes first, or null
     * @param values the arguments
     * @return their payload
     * @throws IllegalArgumentException if one cannot be encoded
     */
    public Payload encode(String event, Object... values) {
        Sink sink = new Sink();
        try (JsonGenerator out = mapper.getFactory().createGenerator(sink)) {
            if (event != null) {
                out.writeString(event);
            }
            for (Object value : values) {
                writer.writeValue(out, value);
            }
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("cannot be encoded: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return payload(event, sink);
    }

    private static Payload payload(String event, Sink sink) {
        try {
            return sink.payload();
        } catch (IllegalArgumentException e) {
            throw event == null ? e : new IllegalArgumentException(event + " " + e.getMessage(), e);
        }
    }

    /** Lets go of validation's factory; the rest goes with this object. */
    @Override
    public void close() {
        validation.close();
        targets.clear();
    }
}
