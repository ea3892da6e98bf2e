package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.PluginLoad;

import java.util.List;

/** What plugins in service take of the server, and what is refused for it. */
final class LoadMetrics {

    private static final String PLUGIN = "plugin";
    private static final String VERSION = "version";
    private static final String HANDLER = "handler";

    private static final Metric RUNNING =
            Metric.gauge(
                    "fastsocket_plugin_running", "Calls of handlers under way.", PLUGIN, VERSION);

    private static final Metric WAITING =
            Metric.gauge(
                    "fastsocket_plugin_waiting",
                    "Events that wait for a call of the plugin to end.",
                    PLUGIN,
                    VERSION);

    private static final Metric REFUSED =
            Metric.counter(
                    "fastsocket_plugin_refused",
                    "Events refused because too many waited for the plugin, or one for too long.",
                    PLUGIN,
                    VERSION);

    private static final Metric OVERRUNNING =
            Metric.gauge(
                    "fastsocket_plugin_overrunning",
                    "Calls that go on past their time limit although interrupted.",
                    PLUGIN,
                    VERSION);

    private static final Metric BUSY =
            Metric.gauge(
                    "fastsocket_plugin_busy",
                    "Calls that compute without a pause.",
                    PLUGIN,
                    VERSION);

    private static final Metric HELD =
            Metric.gauge(
                    "fastsocket_plugin_held",
                    "1 while handlers of the plugin wait since it sends or allocates more than its"
                            + " limit; only limits that hold up some are shown.",
                    PLUGIN,
                    VERSION,
                    "limit");

    private static final Metric BREAKER =
            Metric.gauge(
                    "fastsocket_breaker_state",
                    "1 for the state that a handler's breaker is in, 0 for the others; only those that"
                            + " have been open are shown.",
                    PLUGIN,
                    VERSION,
                    HANDLER,
                    "state");

    private static final Metric BREAKER_REFUSED =
            Metric.counter(
                    "fastsocket_breaker_refused",
                    "Events refused because the handler's breaker was open.",
                    PLUGIN,
                    VERSION,
                    HANDLER);

    private static final List<String> STATES = List.of("closed", "half-open", "open");

    private LoadMetrics() {}

    static void add(Scrape scrape, List<PluginLoad> loads) {
        scrape.declare(
                RUNNING, WAITING, REFUSED, OVERRUNNING, BUSY, HELD, BREAKER, BREAKER_REFUSED);
        for (PluginLoad load : loads) {
            String[] labels = {load.plugin(), load.version()};
            scrape.add(RUNNING, load.running(), labels);
            scrape.add(WAITING, load.waiting(), labels);
            scrape.add(REFUSED, load.refused(), labels);
            scrape.add(OVERRUNNING, load.overrunning(), labels);
            scrape.add(BUSY, load.busy(), labels);
            load.heldBy()
                    .forEach(limit -> scrape.add(HELD, 1, load.plugin(), load.version(), limit));
            load.breakers().forEach(breaker -> add(scrape, load, breaker));
        }
    }

    private static void add(Scrape scrape, PluginLoad load, PluginLoad.Breaker breaker) {
        for (String state : STATES) {
            // One that is open says for how long, too.
            boolean in = breaker.state().equals(state) || breaker.state().startsWith(state + " ");
            scrape.add(
                    BREAKER, in ? 1 : 0, load.plugin(), load.version(), breaker.handler(), state);
        }
        scrape.add(
                BREAKER_REFUSED,
                breaker.refused(),
                load.plugin(),
                load.version(),
                breaker.handler());
    }
}
