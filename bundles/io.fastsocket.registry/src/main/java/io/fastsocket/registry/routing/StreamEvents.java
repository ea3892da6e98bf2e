package io.fastsocket.registry.routing;

import io.fastsocket.api.Json;
import io.fastsocket.registry.binding.Codec;
import io.fastsocket.registry.binding.Target;
import io.fastsocket.registry.routing.Parameter.Kind;
import io.fastsocket.registry.sockets.Names;
import io.fastsocket.registry.streams.StreamBinder;
import io.fastsocket.registry.streams.StreamMethod;
import io.fastsocket.registry.streams.StreamSink;
import io.fastsocket.spi.contract.HandledEvent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The streams of one component, as what its events go to: to the router, those that handle the same
 * event are one handler, and those that observe are called after it.
 */
final class StreamEvents {

    private static final MethodHandle ACCEPT;

    static {
        try {
            ACCEPT =
                    MethodHandles.lookup()
                            .findVirtual(
                                    StreamSink.class,
                                    "accept",
                                    MethodType.methodType(Object.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private final HandlerService service;
    private final Object handler;
    private final StreamBinder binder;
    private final Map<String, List<Found>> handling = new TreeMap<>();

    private record Found(Method method, StreamMethod stream, Parameter element) {}

    StreamEvents(HandlerService service, Object handler) {
        this.service = service;
        this.handler = handler;
        this.binder =
                new StreamBinder(
                        service.scope(),
                        handler,
                        service.namespace(),
                        NamespacePattern.of(service.namespace()).dynamic());
    }

    /** Throws IllegalArgumentException with the reason and the cure. */
    void add(Method method) {
        StreamMethod stream = binder.bind(method);
        String wrong = Names.problem(stream.event());
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        Parameter element = element(method, stream);
        if (stream.options().observe()) {
            StreamSink sink = sink(List.of(stream));
            BoundMethod bound = bound(handler, stream.name(), element, sink);
            service.taps().add(new Tap(stream, sink, bound));
            return;
        }
        List<Found> same = handling.computeIfAbsent(stream.event(), e -> new ArrayList<>());
        if (!same.isEmpty()
                && !same.getFirst().stream().element().type().equals(stream.element().type())) {
            throw new IllegalArgumentException(
                    "event \""
                            + stream.event()
                            + "\" has another stream in this class, of another type; use one type,"
                            + " or let one observe (observe = true)");
        }
        same.add(new Found(method, stream, element));
    }

    /** All methods have been added: events are the service's. Returns what is wrong. */
    List<String> finish() {
        List<String> problems = new ArrayList<>();
        handling.forEach(
                (event, found) -> {
                    if (service.events().stream().anyMatch(e -> e.event().equals(event))) {
                        problems.add(
                                found.getFirst().stream().name()
                                        + ": event \""
                                        + event
                                        + "\" has a method in this class that handles it; let the"
                                        + " stream observe (observe = true)");
                    } else {
                        handle(event, found);
                    }
                });
        return problems;
    }

    private void handle(String event, List<Found> found) {
        StreamSink sink = sink(found.stream().map(Found::stream).toList());
        Method method = found.getFirst().method();
        BoundMethod bound = bound(handler, names(found), found.getFirst().element(), sink);
        HandledEvent handled =
                new HandledEvent(
                        service.namespace(),
                        event,
                        List.of(method.getParameters()[0]),
                        null,
                        () -> HandlerScanner.unknownFields(bound));
        service.events().add(new EventMethod(service, handled, bound, true, false, 0));
    }

    private static String names(List<Found> found) {
        return found.stream().map(f -> f.stream().name()).collect(Collectors.joining(", "));
    }

    private StreamSink sink(List<StreamMethod> streams) {
        int first = 0;
        for (int i = 0; i < streams.size(); i++) {
            int number = service.streams().add(streams.get(i));
            first = i == 0 ? number : first;
        }
        return new StreamSink(service::streams, streams, first);
    }

    /** A method that brings the element into its streams. */
    static BoundMethod bound(Object handler, String name, Parameter element, StreamSink sink) {
        List<Parameter> parameters = new ArrayList<>();
        parameters.add(element);
        if (sink.wantsSender()) {
            parameters.add(Parameter.of(Kind.SOCKET));
            parameters.add(Parameter.of(Kind.CONTEXT));
        }
        String[] prefixes = new String[parameters.size()];
        prefixes[0] = "";
        return new BoundMethod(
                handler,
                name,
                ACCEPT.bindTo(sink),
                List.copyOf(parameters),
                prefixes,
                null,
                BoundMethod.Answer.STREAM);
    }

    private Parameter element(Method method, StreamMethod stream) {
        if (stream.element().type() == Json.class) {
            return Parameter.of(Kind.RAW, null, 0);
        }
        Codec codec = service.scope().codec();
        try {
            Target target =
                    codec.target(
                            stream.element().type(),
                            handler.getClass(),
                            method.getDeclaringClass());
            return Parameter.of(Kind.VALUE, target, 0);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "stream of " + stream.element().type().getTypeName() + ": " + e.getMessage(),
                    e);
        }
    }
}
