package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.observe.StreamState;

import java.util.List;

/** What goes through streams, and who has subscribed to what they emit. */
final class StreamMetrics {

    private static final Metric RECEIVED =
            counter("received", "Elements that the stream was given.");

    private static final Metric EMITTED = counter("emitted", "Events that the stream has sent.");

    private static final Metric NOT_SENT =
            counter(
                    "not_sent",
                    "Events of the stream that could not be sent: they cannot be encoded, or the"
                            + " contract does not allow them.");

    private static final Metric UNFIT =
            counter("unfit", "Events that do not fit the type of a stream that observes.");

    private static final Metric LOOPING =
            counter("looping", "Elements left out because they came round in a circle of streams.");

    private static final Metric DROPPED =
            counter("dropped", "Elements lost or refused because too many waited.");

    private static final Metric RESTARTS =
            counter("restarts", "How often the stream has begun anew after an error.");

    private static final Metric WAITING = gauge("waiting", "Elements that wait for the stream.");

    private static final Metric CAPACITY =
            gauge("buffer_capacity", "How many elements may wait for the stream.");

    private static final Metric STATE =
            Metric.gauge(
                    "fastsocket_stream_state",
                    "1 for the state that the stream is in, 0 for the others.",
                    "namespace",
                    "event",
                    "stream",
                    "plugin",
                    "version",
                    "state");

    private static final Metric SUBSCRIBERS =
            gauge("subscribers", "Subscriptions to what the stream emits, at a pace of their own.");

    private static final Metric DEMAND =
            gauge(
                    "subscriber_demand",
                    "How many events subscribers may be sent without asking for more.");

    private static final Metric SUBSCRIBERS_WAITING =
            gauge("subscribers_waiting", "Subscribers without demand for whom an event waits.");

    private static final Metric SENT =
            gauge(
                    "subscriber_sent",
                    "Events sent to subscribers, for as long as there has been one; it falls when the"
                            + " last leaves.");

    private static final Metric LEFT_OUT =
            gauge(
                    "subscriber_dropped",
                    "Events not sent to subscribers because they lacked demand, for as long as there"
                            + " has been one; it falls when the last leaves.");

    private StreamMetrics() {}

    private static Metric counter(String name, String help) {
        return of(Kind.COUNTER, name, help);
    }

    private static Metric gauge(String name, String help) {
        return of(Kind.GAUGE, name, help);
    }

    private static Metric of(Kind kind, String name, String help) {
        return new Metric(
                "fastsocket_stream_" + name,
                kind,
                help,
                List.of("namespace", "event", "stream", "plugin", "version"));
    }

    static void add(Scrape scrape, List<StreamInfo> streams, Namespaces namespaces) {
        scrape.declare(RECEIVED, EMITTED, NOT_SENT, UNFIT, LOOPING, DROPPED, RESTARTS);
        scrape.declare(WAITING, CAPACITY, STATE);
        scrape.declare(SUBSCRIBERS, DEMAND, SUBSCRIBERS_WAITING, SENT, LEFT_OUT);
        for (StreamInfo stream : streams) {
            add(scrape, stream, namespaces.label(stream.namespace()));
        }
    }

    private static void add(Scrape scrape, StreamInfo stream, String namespace) {
        String event = stream.event();
        String[] labels = {namespace, event, stream.stream(), stream.plugin(), stream.version()};
        StreamInfo.Elements elements = stream.elements();
        scrape.add(RECEIVED, elements.received(), labels);
        scrape.add(EMITTED, elements.emitted(), labels);
        scrape.add(NOT_SENT, elements.failed(), labels);
        scrape.add(UNFIT, elements.unfit(), labels);
        scrape.add(LOOPING, elements.looping(), labels);
        scrape.add(DROPPED, stream.buffer().dropped(), labels);
        scrape.add(RESTARTS, stream.restarts(), labels);
        scrape.add(WAITING, stream.buffer().waiting(), labels);
        scrape.add(CAPACITY, stream.buffer().capacity(), labels);
        for (StreamState state : StreamState.values()) {
            scrape.add(
                    STATE,
                    state == stream.state() ? 1 : 0,
                    namespace,
                    event,
                    stream.stream(),
                    stream.plugin(),
                    stream.version(),
                    state.toString());
        }
        StreamInfo.Subscribers subscribers = stream.subscribers();
        scrape.add(SUBSCRIBERS, subscribers.count(), labels);
        scrape.add(DEMAND, subscribers.credits(), labels);
        scrape.add(SUBSCRIBERS_WAITING, subscribers.waiting(), labels);
        scrape.add(SENT, subscribers.sent(), labels);
        scrape.add(LEFT_OUT, subscribers.dropped(), labels);
    }
}
