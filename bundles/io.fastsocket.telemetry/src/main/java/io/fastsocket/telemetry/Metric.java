package io.fastsocket.telemetry;

import java.util.List;

/**
 * A family of metrics. Units are seconds and bytes, which then end the name.
 *
 * @param name without what its kind adds to it
 * @param kind what its figures are
 * @param help a sentence
 * @param labels their names, always in this order
 */
record Metric(String name, Kind kind, String help, List<String> labels) {

    static Metric counter(String name, String help, String... labels) {
        return new Metric(name, Kind.COUNTER, help, List.of(labels));
    }

    static Metric gauge(String name, String help, String... labels) {
        return new Metric(name, Kind.GAUGE, help, List.of(labels));
    }

    static Metric info(String name, String help, String... labels) {
        return new Metric(name, Kind.INFO, help, List.of(labels));
    }

    static Metric summary(String name, String help, String... labels) {
        return new Metric(name, Kind.SUMMARY, help, List.of(labels));
    }

    /** Seconds, bytes, or empty. */
    String unit() {
        if (name.endsWith("_seconds")) {
            return "seconds";
        }
        return name.endsWith("_bytes") ? "bytes" : "";
    }
}
