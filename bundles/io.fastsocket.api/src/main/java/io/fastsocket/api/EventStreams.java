package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.util.concurrent.Flow;

/**
 * Streams of events to be composed by hand, for what one method with {@link OnStream} cannot say:
 * several events, events of other namespaces, or events that are known only when the plugin runs.
 * An OSGi service ({@code @Reference EventStreams streams}); each bundle gets its own instance.
 *
 * <pre>{@code
 * Flowable<Message> messages =
 *         Flowable.fromPublisher(
 *                 FlowAdapters.toPublisher(streams.of("/chat", "message", Message.class)));
 * }</pre>
 *
 * <p>A subscriber {@linkplain OnStream#observe() observes}: it gets events that their handler has
 * accepted, whichever plugin that belongs to, bound to a type of its own. It does so while its
 * plugin's revision is in service: {@code onSubscribe} is called when that begins, {@code
 * onComplete} when it ends, so that in a swap each event goes to one revision. Each subscriber has
 * a thread, and a buffer of {@value #BUFFER} events; what comes when it is full is dropped and
 * counted. Events that do not fit the type are left out and counted.
 */
@ProviderType
public interface EventStreams {

    /** How many events may wait for a subscriber. */
    int BUFFER = 1024;

    /**
     * The stream of an event.
     *
     * @param <T> what elements are bound to
     * @param namespace where it is handled; beginning with a slash
     * @param event its name
     * @param type what the client's first argument is bound to
     * @return the stream; anything may subscribe to it, any number of times
     * @throws IllegalArgumentException if the namespace does not begin with a slash, the event is
     *     one of Socket.IO's own, or nothing can be bound to the type
     */
    <T> Flow.Publisher<T> of(String namespace, String event, Class<T> type);

    /**
     * The same with who sent the event, and when.
     *
     * @param <T> as above
     * @param namespace as above
     * @param event as above
     * @param type as above
     * @return as above
     * @throws IllegalArgumentException as above
     */
    <T> Flow.Publisher<Received<T>> received(String namespace, String event, Class<T> type);

    /**
     * The stream of an event that plugins emit, as {@link StreamSource#EMITTED} says.
     *
     * @param <T> as above
     * @param namespace where it is sent; beginning with a slash
     * @param event as above
     * @param type as above
     * @return as above
     * @throws IllegalArgumentException as above
     */
    <T> Flow.Publisher<T> emitted(String namespace, String event, Class<T> type);
}
