package io.fastsocket.registry.routing;

import io.fastsocket.api.EventStreams;
import io.fastsocket.api.Json;
import io.fastsocket.api.Overflow;
import io.fastsocket.api.Received;
import io.fastsocket.api.StreamSource;
import io.fastsocket.registry.routing.Parameter.Kind;
import io.fastsocket.registry.sockets.Names;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.registry.streams.Composed;
import io.fastsocket.registry.streams.StreamMethod;
import io.fastsocket.registry.streams.StreamSink;
import io.fastsocket.registry.streams.Subscribers;

import java.util.List;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Streams as one plugin composes them. Each subscriber is a component of its own, with one stream
 * that observes: it is in service when the revision is, and drained with it.
 */
public final class Subscriptions implements EventStreams {

    /** How they are called, for people. */
    private static final String NAME = "EventStreams";

    private final Revision revision;

    /**
     * For one bundle.
     *
     * @param revision its handlers
     */
    public Subscriptions(Revision revision) {
        this.revision = revision;
    }

    @Override
    @SuppressWarnings("unchecked") // elements are bound to that type
    public <T> Flow.Publisher<T> of(String namespace, String event, Class<T> type) {
        return (Flow.Publisher<T>) publisher(namespace, event, type, false, StreamSource.RECEIVED);
    }

    @Override
    @SuppressWarnings("unchecked") // elements are bound to that type
    public <T> Flow.Publisher<Received<T>> received(String namespace, String event, Class<T> type) {
        return (Flow.Publisher<Received<T>>)
                (Flow.Publisher<?>) publisher(namespace, event, type, true, StreamSource.RECEIVED);
    }

    @Override
    @SuppressWarnings("unchecked") // elements are bound to that type
    public <T> Flow.Publisher<T> emitted(String namespace, String event, Class<T> type) {
        return (Flow.Publisher<T>) publisher(namespace, event, type, false, StreamSource.EMITTED);
    }

    private Flow.Publisher<?> publisher(
            String namespace, String event, Class<?> type, boolean received, StreamSource source) {
        if (namespace == null || !namespace.startsWith("/")) {
            throw new IllegalArgumentException(
                    "namespace \"" + namespace + "\" must begin with a slash");
        }
        String wrong = Names.problem(event);
        if (wrong != null) {
            throw new IllegalArgumentException(wrong);
        }
        Scope life = revision.scope();
        Parameter element =
                type == Json.class
                        ? Parameter.of(Kind.RAW, null, 0)
                        : Parameter.of(
                                Kind.VALUE,
                                life.codec().target(type, Object.class, Object.class),
                                0);
        StreamMethod.Options options =
                new StreamMethod.Options(event, Overflow.BUFFER, BUFFER, true, source);
        StreamMethod.Element of = new StreamMethod.Element(type, received, false);
        return (Flow.Publisher<Object>)
                subscriber -> subscribe(life, namespace, options, of, element, subscriber);
    }

    private void subscribe(
            Scope life,
            String namespace,
            StreamMethod.Options options,
            StreamMethod.Element of,
            Parameter element,
            Flow.Subscriber<? super Object> subscriber) {
        HandlerService service =
                new HandlerService(new HandlerService.Found(NAME, namespace, 0, this), life);
        AtomicBoolean begun = new AtomicBoolean();
        StreamMethod stream =
                new StreamMethod(
                        life,
                        NAME + "." + options.event(),
                        namespace,
                        options,
                        of,
                        StreamMethod.Output.SUBSCRIBER,
                        // Once: a revision that comes back is not what the subscriber has seen end.
                        in ->
                                begun.compareAndSet(false, true)
                                        ? Subscribers.add(
                                                in, subscriber, () -> revision.leave(service))
                                        : null,
                        List.of());
        int number = service.streams().add(stream);
        StreamSink sink = new StreamSink(service::streams, List.of(stream), number);
        service.taps()
                .add(new Tap(stream, sink, StreamEvents.bound(this, stream.name(), element, sink)));
        revision.listen(service);
        Composed.add(service.gate()::close);
    }
}
