package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.EventInfo;

import java.time.Duration;
import java.util.List;

/** What is handled. */
final class EventMetrics {

    private static final double NANOS = 1e9;

    private static final String[] LABELS = {"namespace", "event", "plugin", "version"};

    private static final Metric HANDLED =
            Metric.counter(
                    "fastsocket_events_handled",
                    "Events whose handling has ended, with an error or without.",
                    LABELS);

    private static final Metric FAILED =
            Metric.counter(
                    "fastsocket_events_failed",
                    "Events that were answered with an error; they are among those handled.",
                    LABELS);

    private static final Metric VIOLATIONS =
            Metric.counter(
                    "fastsocket_event_violations",
                    "Arguments and acknowledgements that were not as the plugin's contract says,"
                            + " refused or not.",
                    LABELS);

    private static final Metric DURATION =
            Metric.summary(
                    "fastsocket_event_duration_seconds",
                    "How long the handling of an event took at most, for 99 of 100 of the last minute"
                            + " or two; NaN if there were none. The count is of all.",
                    LABELS);

    private EventMetrics() {}

    static void add(Scrape scrape, List<EventInfo> events) {
        scrape.declare(HANDLED, FAILED, VIOLATIONS, DURATION);
        for (EventInfo event : events) {
            String[] labels = {event.namespace(), event.event(), event.plugin(), event.version()};
            scrape.add(HANDLED, event.calls(), labels);
            scrape.add(FAILED, event.errors(), labels);
            scrape.add(VIOLATIONS, event.violations(), labels);
            scrape.quantile(DURATION, "0.99", seconds(event.p99()), labels);
            scrape.count(DURATION, event.calls(), labels);
        }
    }

    /** Zero means that there was nothing to measure. */
    private static double seconds(Duration p99) {
        return p99.isZero() ? Double.NaN : p99.toNanos() / NANOS;
    }
}
