package io.fastsocket.registry.binding;

import com.fasterxml.jackson.databind.JavaType;

import java.net.URI;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/** Which types a client's arguments may be bound to; anything else is refused at deploy. */
final class BindableTypes {

    /** Of the JDK's own classes, those that have an obvious form in JSON. */
    private static final Set<Class<?>> JDK =
            Set.of(
                    Object.class,
                    String.class,
                    CharSequence.class,
                    Number.class,
                    UUID.class,
                    URI.class,
                    Locale.class,
                    Currency.class,
                    java.util.Date.class);

    /** Words of the api that plugins mean when they import another class of the same name. */
    private static final Set<String> WORDS =
            Set.of("Socket", "SocketServer", "Handshake", "Ack", "Json", "EventContext");

    private BindableTypes() {}

    static void check(JavaType type) {
        Class<?> raw = type.getRawClass();
        if (WORDS.contains(raw.getSimpleName())) {
            throw new IllegalArgumentException(
                    raw.getName()
                            + ": did you mean io.fastsocket.api."
                            + raw.getSimpleName()
                            + "?");
        }
        if (type.isContainerType() || type.isReferenceType()) {
            if (type.getContentType() != null) {
                check(type.getContentType());
            }
            return;
        }
        if (raw.isPrimitive() || raw.isEnum() || JDK.contains(raw)) {
            return;
        }
        String name = raw.getName();
        if ((name.startsWith("java.lang.") && isWrapper(raw)) || name.startsWith("java.math.")) {
            return;
        }
        if (name.startsWith("java.time.")) {
            return;
        }
        refuse(raw);
    }

    private static boolean isWrapper(Class<?> raw) {
        return java.lang.invoke.MethodType.methodType(raw).unwrap().returnType().isPrimitive();
    }

    private static void refuse(Class<?> raw) {
        String name = raw.getName();
        if (name.startsWith("java.") || name.startsWith("javax.") || name.startsWith("org.osgi.")) {
            throw new IllegalArgumentException(
                    name + " cannot be bound from JSON; use a record of your own");
        }
        if (name.startsWith("io.reactivex.") || name.startsWith("org.reactivestreams.")) {
            throw new IllegalArgumentException(name + " is no argument of a single event");
        }
        if (!SealedTypes.isSealed(raw)
                && java.lang.reflect.Modifier.isAbstract(raw.getModifiers())
                && !name.equals("io.fastsocket.api.Json")
                && !raw.isAnnotationPresent(com.fasterxml.jackson.annotation.JsonTypeInfo.class)) {
            throw new IllegalArgumentException(
                    name + " is abstract; use a record, or seal it so that its records are known");
        }
    }
}
