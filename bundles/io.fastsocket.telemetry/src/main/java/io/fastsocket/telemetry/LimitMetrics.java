package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.LimitInfo;

import java.util.List;

/** What clients may not exceed. */
final class LimitMetrics {

    private static final Metric LIMIT =
            Metric.gauge(
                    "fastsocket_limit",
                    "A limit of clients that is in force, in its setting's unit; 0 for none.",
                    "limit");

    private static final Metric USED =
            Metric.gauge(
                    "fastsocket_limit_used",
                    "How much of a limit all clients together take up, if it is one of all together.",
                    "limit");

    private static final Metric EXCEEDED =
            Metric.counter("fastsocket_limit_exceeded", "How often a limit was exceeded.", "limit");

    private LimitMetrics() {}

    static void add(Scrape scrape, List<LimitInfo> limits) {
        scrape.declare(LIMIT, USED, EXCEEDED);
        for (LimitInfo limit : limits) {
            scrape.add(LIMIT, limit.limit(), limit.name());
            if (limit.used() >= 0) {
                scrape.add(USED, limit.used(), limit.name());
            }
            scrape.add(EXCEEDED, limit.exceeded(), limit.name());
        }
    }
}
