package io.fastsocket.telemetry;

/** A text that metrics are written in. */
enum Format {
    /** Prometheus' own. */
    TEXT("text/plain", "0.0.4"),
    /** OpenMetrics 1.0. */
    OPEN_METRICS("application/openmetrics-text", "1.0.0");

    private final String type;
    private final String version;

    Format(String type, String version) {
        this.type = type;
        this.version = version;
    }

    /** Its media type, without parameters. */
    String type() {
        return type;
    }

    String version() {
        return version;
    }

    /** What {@code Content-Type} says of it. */
    String contentType() {
        return type + "; version=" + version + "; charset=utf-8";
    }
}
