package io.fastsocket.registry.routing;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.registry.sockets.Names;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Finds the annotated methods of a handler, in its class and above, and binds them. */
final class HandlerScanner {

    private static final String ENDLESS =
            "has a type that holds itself and is another each time, such as T<List<A>> within T<A>; a"
                    + " type may hold itself only as it is";

    private final HandlerService service;
    private final Object instance;
    private final MethodBinder binder;
    private StreamEvents streams;

    private HandlerScanner(HandlerService service, Object instance, Scope scope) {
        this.service = service;
        this.instance = instance;
        this.binder =
                new MethodBinder(instance, scope.codec(), NamespacePattern.of(service.namespace()));
    }

    /** Never throws: what is wrong is among the service's problems. */
    static HandlerService scan(HandlerService.Found found, Scope scope) {
        HandlerService service = new HandlerService(found, scope);
        String reserved = Reserved.problem(service, found.instance());
        if (reserved != null) {
            service.problems().add(reserved);
        }
        if (found.instance() instanceof EventHandlers) {
            new HandlerScanner(service, found.instance(), scope).scan();
        }
        return service;
    }

    private void scan() {
        Class<?> type = instance.getClass();
        String wrong = NamespacePattern.of(service.namespace()).problem();
        if (wrong != null) {
            problem(type.getSimpleName(), "namespace \"" + service.namespace() + "\" " + wrong);
        }
        emits(type.getSimpleName(), type.getAnnotationsByType(Emits.class));
        Set<String> overridden = new HashSet<>();
        for (Class<?> c = type; c != null && c != Object.class; c = c.getSuperclass()) {
            for (Method method : methods(c)) {
                boolean visible = !Modifier.isPrivate(method.getModifiers());
                if (!visible || overridden.add(signature(method))) {
                    scan(method);
                }
            }
        }
        if (streams != null) {
            service.problems().addAll(streams.finish());
        }
    }

    /** In an order that does not change from run to run. */
    private static List<Method> methods(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(m -> !m.isSynthetic())
                .sorted(Comparator.comparing(HandlerScanner::signature))
                .toList();
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    private void scan(Method method) {
        String name = instance.getClass().getSimpleName() + "." + method.getName();
        emits(name, method.getAnnotationsByType(Emits.class));
        if (method.isAnnotationPresent(OnStream.class)) {
            stream(name, method);
        }
        for (Role role : Role.values()) {
            if (!method.isAnnotationPresent(role.annotation())) {
                continue;
            }
            try {
                add(role, method, binder.bind(method, role));
            } catch (UnboundException e) {
                problem(name, e.getMessage());
            } catch (StackOverflowError e) {
                problem(name, ENDLESS);
            } catch (RuntimeException | LinkageError e) {
                problem(name, "cannot be bound: " + e);
            }
        }
    }

    private void stream(String name, Method method) {
        try {
            if (streams == null) {
                streams = new StreamEvents(service, instance);
            }
            streams.add(method);
        } catch (NoClassDefFoundError e) {
            problem(name, "takes a stream, but the server runs without RxJava");
        } catch (IllegalArgumentException e) {
            problem(name, e.getMessage());
        } catch (StackOverflowError e) {
            problem(name, ENDLESS);
        } catch (RuntimeException | LinkageError e) {
            problem(name, "cannot be bound: " + e);
        }
    }

    private void add(Role role, Method method, BoundMethod bound) throws UnboundException {
        switch (role) {
            case EVENT -> event(method, method.getAnnotation(OnEvent.class), bound);
            case ANY -> service.observers().add(bound);
            case ADMISSION -> service.admissions().add(bound);
            case CONNECT -> connect(method.getAnnotation(OnConnect.class), bound);
            case DISCONNECT -> service.disconnects().add(bound);
        }
    }

    private void connect(OnConnect on, BoundMethod bound) {
        service.connects().add(bound);
        if (on.replay()) {
            service.replays().add(bound);
        }
    }

    private void event(Method method, OnEvent on, BoundMethod bound) throws UnboundException {
        String wrong = Names.problem(on.value());
        if (wrong != null) {
            throw new UnboundException(wrong);
        }
        if (service.events().stream().anyMatch(e -> e.event().equals(on.value()))) {
            throw new UnboundException(
                    "event \"" + on.value() + "\" has another method in this class; keep one");
        }
        long timeout = TimeLimit.nanos(on.timeout());
        if (on.inline()) {
            inlineAllowed(on, bound);
        }
        service.events()
                .add(
                        new EventMethod(
                                service,
                                handled(method, on.value(), bound),
                                bound,
                                on.ordered(),
                                on.inline(),
                                timeout));
    }

    private HandledEvent handled(Method method, String event, BoundMethod bound) {
        List<java.lang.reflect.Parameter> arguments = new ArrayList<>();
        java.lang.reflect.Parameter[] all = method.getParameters();
        for (int i = 0; i < all.length; i++) {
            if (bound.parameters().get(i).argument() >= 0) {
                arguments.add(all[i]);
            }
        }
        return new HandledEvent(
                service.namespace(),
                event,
                arguments,
                AnswerType.of(method, bound),
                () -> unknownFields(bound));
    }

    static Map<String, Long> unknownFields(BoundMethod bound) {
        Map<String, Long> all = new TreeMap<>();
        for (Parameter parameter : bound.parameters()) {
            if (parameter.target() != null) {
                parameter.target().unknown().counts().forEach((f, n) -> all.merge(f, n, Long::sum));
            }
        }
        return all;
    }

    private static void inlineAllowed(OnEvent on, BoundMethod bound) throws UnboundException {
        String but = null;
        if (bound.answer() == BoundMethod.Answer.STAGE || bound.answer() == BoundMethod.Answer.RX) {
            but = "returns later";
        } else if (!on.ordered()) {
            but = "says ordered = false";
        } else if (!on.timeout().isEmpty()) {
            but = "has a time limit";
        }
        if (but != null) {
            throw new UnboundException(
                    "is inline and " + but + "; leave out one, since the event loop never waits");
        }
    }

    private void emits(String place, Emits[] declared) {
        for (Emits emits : declared) {
            String wrong = Names.problem(emits.event());
            if (wrong != null) {
                problem(place, "@Emits: " + wrong);
            } else {
                service.emits()
                        .add(
                                new EmittedEvent(
                                        service.namespace(),
                                        emits.event(),
                                        emits.payload(),
                                        emits.to()));
            }
        }
    }

    private void problem(String place, String reason) {
        service.problems().add(place + ": " + reason);
    }
}
