package io.fastsocket.registry.streams;

import io.fastsocket.api.Overflow;
import io.fastsocket.api.StreamSource;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.sockets.Scope;

import java.lang.reflect.Type;
import java.util.List;

/**
 * A method that takes a stream.
 *
 * @param scope the plugin's life it belongs to
 * @param name class and method, such as {@code Market.candles}
 * @param namespace of the events
 * @param options which event, and how
 * @param element what it takes
 * @param output what it returns
 * @param call calls the method
 * @param emits the events that it says it sends
 */
public record StreamMethod(
        Scope scope,
        String name,
        String namespace,
        Options options,
        Element element,
        Output output,
        Call call,
        List<String> emits) {

    /** Takes the stream, and returns what the method returned. */
    public interface Call {

        /**
         * Calls the method.
         *
         * @param stream a Flowable, or a Flow.Publisher
         * @return what it returned; null for nothing
         * @throws Throwable what it threw
         */
        Object with(Object stream) throws Throwable;
    }

    /**
     * Which event, and how it is taken.
     *
     * @param event its name
     * @param overflow what happens to what is too much
     * @param buffer how many elements may wait
     * @param observe whether it only looks on
     * @param source whose events they are; if plugins', it only looks on
     */
    public record Options(
            String event, Overflow overflow, int buffer, boolean observe, StreamSource source) {}

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
    public record Output(Kind kind, boolean publisher, String event, String room) {

        /** What somebody has subscribed to who looks after all else. */
        public static final Output SUBSCRIBER = new Output(Kind.SUBSCRIBER, false, "", "");

        /** What a method returns. */
        public enum Kind {
            /** Nothing: it subscribes by itself. */
            NOTHING,
            /** Nothing; errors are the subscriber's own. */
            SUBSCRIBER,
            /** When it is done. */
            COMPLETABLE,
            /** Payloads of one event. */
            EVENTS,
            /** What says itself what it is. */
            EMISSIONS
        }
    }

    /** Whether its elements are what plugins send. */
    public boolean emitted() {
        return options.source() == StreamSource.EMITTED;
    }

    /** The event's name. */
    public String event() {
        return options.event();
    }

    /** Logs as the plugin. */
    void about(Runnable logging) {
        LogContext.about(scope.origin().plugin(), namespace, null, event(), logging);
    }
}
