package io.fastsocket.registry.streams;

import io.fastsocket.api.Emits;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.Overflow;
import io.fastsocket.api.Received;
import io.fastsocket.api.StreamSource;
import io.fastsocket.registry.sockets.Scope;
import io.reactivex.rxjava3.core.Flowable;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.concurrent.Flow;

/** Turns a method with {@link OnStream} into what it means, or says why it cannot be. */
public final class StreamBinder {

    private static final int LARGEST = 1_000_000;

    private final Scope scope;
    private final Object handler;
    private final String namespace;
    private final boolean dynamic;

    /**
     * For the methods of a component.
     *
     * @param scope the plugin's life
     * @param handler the component
     * @param namespace of its events
     * @param dynamic whether that has values in its name
     */
    public StreamBinder(Scope scope, Object handler, String namespace, boolean dynamic) {
        this.scope = scope;
        this.handler = handler;
        this.namespace = namespace;
        this.dynamic = dynamic;
    }

    /**
     * Binds a method.
     *
     * @param method with the annotation
     * @return it
     * @throws IllegalArgumentException with the reason and the cure
     */
    public StreamMethod bind(Method method) {
        OnStream options = method.getAnnotation(OnStream.class);
        boolean emitted = options.from() == StreamSource.EMITTED;
        boolean observes = emitted || options.observe();
        check(method, options, observes);
        Emits[] emits = method.getAnnotationsByType(Emits.class);
        return new StreamMethod(
                scope,
                handler.getClass().getSimpleName() + "." + method.getName(),
                namespace,
                new StreamMethod.Options(
                        options.value(),
                        options.overflow(),
                        options.buffer(),
                        observes,
                        options.from()),
                element(method, emitted),
                OutputBinder.bind(method, emits, dynamic ? namespace : null),
                call(method),
                Arrays.stream(emits).map(Emits::event).toList());
    }

    private static void check(Method method, OnStream options, boolean observes) {
        if (Modifier.isPrivate(method.getModifiers())) {
            throw new IllegalArgumentException("is private; give it any other visibility");
        }
        if (Modifier.isStatic(method.getModifiers())) {
            throw new IllegalArgumentException("is static; make it an instance method");
        }
        if (options.buffer() < 1 || options.buffer() > LARGEST) {
            throw new IllegalArgumentException(
                    "buffer = " + options.buffer() + "; it must be from 1 to " + LARGEST);
        }
        if (observes && options.overflow() == Overflow.ERROR) {
            throw new IllegalArgumentException(
                    "observes, so that there is nobody to answer with an error; choose another"
                            + " overflow");
        }
    }

    private static StreamMethod.Element element(Method method, boolean emitted) {
        if (method.getParameterCount() != 1) {
            throw new IllegalArgumentException(
                    "has "
                            + method.getParameterCount()
                            + " parameters; a stream's method has one, the stream, and with"
                            + " Flowable<Received<T>> that knows who sent what");
        }
        Class<?> type = method.getParameterTypes()[0];
        if (type != Flowable.class && type != Flow.Publisher.class) {
            throw new IllegalArgumentException(
                    "parameter 1 ("
                            + type.getTypeName()
                            + ") is no stream: take a io.reactivex.rxjava3.core.Flowable or a"
                            + " java.util.concurrent.Flow.Publisher");
        }
        Type content = Generics.content(method.getGenericParameterTypes()[0]);
        if (content == null) {
            throw new IllegalArgumentException(
                    "parameter 1 does not say what the stream is of; write "
                            + type.getSimpleName()
                            + "<T>");
        }
        boolean received = Generics.raw(content) == Received.class;
        if (received && emitted) {
            throw new IllegalArgumentException(
                    "takes Received<T>, and what plugins emit has no sender; take a "
                            + type.getSimpleName()
                            + "<T>");
        }
        Type element = received ? Generics.content(content) : content;
        if (element == null) {
            throw new IllegalArgumentException(
                    "parameter 1 does not say what is received; write Received<T>");
        }
        return new StreamMethod.Element(element, received, type == Flow.Publisher.class);
    }

    private StreamMethod.Call call(Method method) {
        try {
            method.setAccessible(true);
            MethodHandle handle =
                    MethodHandles.lookup()
                            .unreflect(method)
                            .bindTo(handler)
                            .asType(MethodType.methodType(Object.class, Object.class));
            return stream -> handle.invokeExact(stream);
        } catch (IllegalAccessException | RuntimeException e) {
            throw new IllegalArgumentException("cannot be reached: " + e.getMessage(), e);
        }
    }
}
