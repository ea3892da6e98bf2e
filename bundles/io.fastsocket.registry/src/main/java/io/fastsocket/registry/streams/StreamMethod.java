package io.fastsocket.registry.streams;

import io.fastsocket.api.OnStream;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.sockets.Scope;

import java.lang.invoke.MethodHandle;
import java.lang.reflect.Type;
import java.util.List;

/**
 * A method that takes a stream.
 *
 * @param scope the plugin's life it belongs to
 * @param name class and method, such as {@code Market.candles}
 * @param namespace of the events
 * @param options what its annotation says
 * @param element what it takes
 * @param output what it returns
 * @param handle takes the stream, and returns what the method returned
 * @param emits the events that it says it sends
 */
public record StreamMethod(
        Scope scope,
        String name,
        String namespace,
        OnStream options,
        Element element,
        Output output,
        MethodHandle handle,
        List<String> emits) {

    /**
     * What a stream is of.
     *
     * @param type what the client's argument is bound to
     * @param received whether elements come with who sent them
     * @param publisher whether the method takes the stream as a Flow.Publisher
     */
    public record Element(Type type, boolean received, boolean publisher) {}

    /**
     * What comes out.
     *
     * @param kind what the method returns
     * @param publisher whether that is a Flow.Publisher
     * @param event for {@link Kind#EVENTS}, the event's name
     * @param room for {@link Kind#EVENTS}, the room it goes to, or empty
     */
    record Output(Kind kind, boolean publisher, String event, String room) {

        /** What a method returns. */
        enum Kind {
            /** Nothing: it subscribes by itself. */
            NOTHING,
            /** When it is done. */
            COMPLETABLE,
            /** Payloads of one event. */
            EVENTS,
            /** What says itself what it is. */
            EMISSIONS
        }
    }

    /** The event's name. */
    public String event() {
        return options.value();
    }

    /** Logs as the plugin. */
    void about(Runnable logging) {
        LogContext.about(scope.origin().plugin(), namespace, null, event(), logging);
    }
}
