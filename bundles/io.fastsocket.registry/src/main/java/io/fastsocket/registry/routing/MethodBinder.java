package io.fastsocket.registry.routing;

import io.fastsocket.api.Ack;
import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.EventContext;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Json;
import io.fastsocket.api.NamespaceValue;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketServer;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.binding.MethodConstraints;
import io.fastsocket.registry.routing.Parameter.Kind;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Turns annotated methods into bound ones, once, at deploy. */
final class MethodBinder {

    private static final Map<Class<?>, Kind> SUPPLIED =
            Map.of(
                    Socket.class, Kind.SOCKET,
                    Handshake.class, Kind.HANDSHAKE,
                    SocketServer.class, Kind.SERVER,
                    EventContext.class, Kind.CONTEXT,
                    Ack.class, Kind.ACK,
                    DisconnectReason.class, Kind.REASON);

    private final Object handler;
    private final Codec codec;
    private final NamespacePattern namespace;

    MethodBinder(Object handler, Codec codec, NamespacePattern namespace) {
        this.handler = handler;
        this.codec = codec;
        this.namespace = namespace;
    }

    BoundMethod bind(Method method, Role role) throws UnboundException {
        if (Modifier.isPrivate(method.getModifiers())) {
            throw new UnboundException("is private; give it any other visibility");
        }
        if (Modifier.isStatic(method.getModifiers())) {
            throw new UnboundException("is static; make it an instance method");
        }
        List<Parameter> parameters = parameters(method, role);
        BoundMethod.Answer answer = answer(method, role, parameters);
        return new BoundMethod(
                handler,
                handler.getClass().getSimpleName() + "." + method.getName(),
                handle(method),
                parameters,
                prefixes(parameters),
                role == Role.EVENT ? constraints(method) : null,
                answer);
    }

    private MethodConstraints constraints(Method method) throws UnboundException {
        try {
            return codec.constraints(handler, method);
        } catch (IllegalArgumentException e) {
            throw new UnboundException(e.getMessage());
        }
    }

    private List<Parameter> parameters(Method method, Role role) throws UnboundException {
        List<Parameter> parameters = new ArrayList<>();
        int argument = 0;
        for (int i = 0; i < method.getParameterCount(); i++) {
            Parameter parameter = parameter(method, i, role, argument);
            if (parameter.argument() >= 0) {
                argument++;
            }
            if (parameter.kind() == Kind.ACK
                    && parameters.stream().anyMatch(p -> p.kind() == Kind.ACK)) {
                throw new UnboundException("has two Ack parameters; an event has one answer");
            }
            parameters.add(parameter);
        }
        return List.copyOf(parameters);
    }

    private Parameter parameter(Method method, int index, Role role, int argument)
            throws UnboundException {
        Class<?> type = method.getParameterTypes()[index];
        NamespaceValue value = method.getParameters()[index].getAnnotation(NamespaceValue.class);
        if (value != null) {
            return namespaceValue(value.value(), index, type);
        }
        Kind supplied = SUPPLIED.get(type);
        if (supplied != null) {
            if (role.supplies(supplied)) {
                return Parameter.of(supplied);
            }
            throw refused(index, type, "is not available to @" + name(role));
        }
        if (role == Role.ANY && type == String.class) {
            return Parameter.of(Kind.EVENT_NAME);
        }
        if (role == Role.ANY && type == Json.class) {
            return Parameter.of(Kind.ALL);
        }
        if (role == Role.EVENT) {
            return clientArgument(method, index, argument);
        }
        String meant =
                SUPPLIED.keySet().stream()
                        .filter(known -> known.getSimpleName().equals(type.getSimpleName()))
                        .map(known -> "; did you mean " + known.getName() + "?")
                        .findFirst()
                        .orElse("");
        throw refused(index, type, "is not available to @" + name(role) + meant);
    }

    private Parameter namespaceValue(String name, int index, Class<?> type)
            throws UnboundException {
        if (type != String.class) {
            throw refused(index, type, "@NamespaceValue is for a String");
        }
        int which = namespace.index(name);
        if (which < 0) {
            throw refused(
                    index,
                    type,
                    "namespace \"" + namespace.text() + "\" has no value {" + name + "}");
        }
        return Parameter.of(namespace, which);
    }

    private Parameter clientArgument(Method method, int index, int argument)
            throws UnboundException {
        Class<?> type = method.getParameterTypes()[index];
        if (type == Json.class) {
            return Parameter.of(Kind.RAW, null, argument);
        }
        if (type == Json[].class && method.isVarArgs()) {
            return Parameter.of(Kind.REST, null, argument);
        }
        try {
            return Parameter.of(
                    Kind.VALUE,
                    codec.target(
                            method.getGenericParameterTypes()[index],
                            handler.getClass(),
                            method.getDeclaringClass()),
                    argument);
        } catch (IllegalArgumentException e) {
            throw refused(index, type, e.getMessage());
        }
    }

    private static UnboundException refused(int index, Class<?> type, String why) {
        return new UnboundException(
                "parameter " + (index + 1) + " (" + type.getTypeName() + "): " + why);
    }

    private static String name(Role role) {
        return role.annotation().getSimpleName();
    }

    private static BoundMethod.Answer answer(Method method, Role role, List<Parameter> parameters)
            throws UnboundException {
        Class<?> type = method.getReturnType();
        boolean ack = parameters.stream().anyMatch(p -> p.kind() == Kind.ACK);
        if (ack && type != void.class) {
            throw new UnboundException(
                    "has an Ack parameter and returns "
                            + type.getSimpleName()
                            + "; answer by one of them");
        }
        if (ack) {
            return BoundMethod.Answer.BY_ACK;
        }
        if (type == void.class || type == Void.class) {
            return BoundMethod.Answer.NOTHING;
        }
        if (CompletionStage.class.isAssignableFrom(type)) {
            return BoundMethod.Answer.STAGE;
        }
        if (type.getName().startsWith("io.reactivex.rxjava3.") && rx(type)) {
            return BoundMethod.Answer.RX;
        }
        if (Future.class.isAssignableFrom(type)
                || type.getName().startsWith("io.reactivex.")
                || type.getName().startsWith("org.reactivestreams.")
                || type.getName().startsWith("java.util.concurrent.Flow")) {
            throw new UnboundException(
                    "returns "
                            + type.getName()
                            + ", which is no single answer; return a value, a CompletionStage or a"
                            + " Single");
        }
        return role == Role.EVENT ? BoundMethod.Answer.VALUE : BoundMethod.Answer.NOTHING;
    }

    private static boolean rx(Class<?> type) throws UnboundException {
        try {
            return RxReturns.awaited(type);
        } catch (NoClassDefFoundError e) {
            throw new UnboundException(
                    "returns " + type.getName() + ", but the server runs without RxJava");
        }
    }

    private MethodHandle handle(Method method) throws UnboundException {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup()
                    .unreflect(method)
                    .asFixedArity()
                    .bindTo(handler)
                    .asSpreader(Object[].class, method.getParameterCount())
                    .asType(MethodType.methodType(Object.class, Object[].class));
        } catch (IllegalAccessException | RuntimeException e) {
            throw new UnboundException("cannot be reached: " + e.getMessage());
        }
    }

    /** One argument needs no number; of several each has its own. */
    private static String[] prefixes(List<Parameter> parameters) {
        long arguments = parameters.stream().filter(p -> p.argument() >= 0).count();
        return parameters.stream()
                .map(
                        p -> {
                            if (p.argument() < 0) {
                                return null;
                            }
                            return arguments == 1 ? "" : "[" + p.argument() + "]";
                        })
                .toArray(String[]::new);
    }
}
