package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.LogControl;

/** How the log keeps up. */
final class LogMetrics {

    private static final Metric DROPPED =
            Metric.counter(
                    "fastsocket_log_lines_dropped",
                    "Lines left out because the log could not keep up or write.");

    private static final Metric FOLDED =
            Metric.counter(
                    "fastsocket_log_lines_folded", "Lines folded into \"repeated N times\".");

    private LogMetrics() {}

    static void add(Scrape scrape, LogControl log) {
        scrape.add(DROPPED, log.dropped());
        scrape.add(FOLDED, log.folded());
    }
}
