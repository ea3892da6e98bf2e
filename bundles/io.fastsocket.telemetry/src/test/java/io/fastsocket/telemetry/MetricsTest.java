package io.fastsocket.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginLoad;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.observe.StreamState;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which figures become which samples. */
class MetricsTest {

    private static final String EVENT =
            "{namespace=\"/chat\",event=\"say\",plugin=\"chat\",version=\"1.0.0\"";
    private static final String STREAM =
            "{namespace=\"/room-{id}\",event=\"trade\",stream=\"Market.candles\","
                    + "plugin=\"market\",version=\"1.0.0\"";

    private final Scrape scrape = new Scrape();

    private List<String> lines() {
        return Exposition.of(scrape.families(), Format.TEXT)
                .lines()
                .filter(line -> !line.startsWith("#"))
                .toList();
    }

    private static EventInfo event(String namespace, Duration p99) {
        return new EventInfo(
                namespace, "say", "Chat.say", "chat", "1.0.0", EventState.ACTIVE, 10, 3, 2, p99);
    }

    @Test
    void events() {
        EventMetrics.add(scrape, List.of(event("/chat", Duration.ofMillis(250))));

        assertThat(lines())
                .containsExactly(
                        "fastsocket_event_duration_seconds" + EVENT + ",quantile=\"0.99\"} 0.25",
                        "fastsocket_event_duration_seconds_count" + EVENT + "} 10",
                        "fastsocket_event_violations_total" + EVENT + "} 2",
                        "fastsocket_events_failed_total" + EVENT + "} 3",
                        "fastsocket_events_handled_total" + EVENT + "} 10");
    }

    @Test
    void aCanaryOfTheSameVersionIsCountedInWithTheSlowerTime() {
        EventMetrics.add(
                scrape,
                List.of(
                        event("/chat", Duration.ofMillis(250)),
                        event("/chat", Duration.ofMillis(500)),
                        event("/chat", Duration.ZERO)));

        assertThat(lines())
                .contains(
                        "fastsocket_event_duration_seconds" + EVENT + ",quantile=\"0.99\"} 0.5",
                        "fastsocket_event_duration_seconds_count" + EVENT + "} 30",
                        "fastsocket_events_handled_total" + EVENT + "} 30");
    }

    @Test
    void nothingMeasuredIsNoTime() {
        EventMetrics.add(scrape, List.of(event("/chat", Duration.ZERO)));

        assertThat(lines().getFirst()).endsWith("quantile=\"0.99\"} NaN");
    }

    @Test
    void streams() {
        StreamMetrics.add(scrape, List.of(stream("/room-7", StreamState.RESTARTING)), rooms());

        assertThat(lines())
                .containsExactly(
                        "fastsocket_stream_buffer_capacity" + STREAM + "} 1024",
                        "fastsocket_stream_dropped_total" + STREAM + "} 6",
                        "fastsocket_stream_emitted_total" + STREAM + "} 5",
                        "fastsocket_stream_looping_total" + STREAM + "} 3",
                        "fastsocket_stream_not_sent_total" + STREAM + "} 1",
                        "fastsocket_stream_received_total" + STREAM + "} 100",
                        "fastsocket_stream_restarts_total" + STREAM + "} 7",
                        "fastsocket_stream_state" + STREAM + ",state=\"running\"} 0",
                        "fastsocket_stream_state" + STREAM + ",state=\"restarting\"} 1",
                        "fastsocket_stream_state" + STREAM + ",state=\"ended\"} 0",
                        "fastsocket_stream_subscriber_demand" + STREAM + "} 30",
                        "fastsocket_stream_subscriber_dropped" + STREAM + "} 80",
                        "fastsocket_stream_subscriber_sent" + STREAM + "} 90",
                        "fastsocket_stream_subscribers" + STREAM + "} 20",
                        "fastsocket_stream_subscribers_waiting" + STREAM + "} 8",
                        "fastsocket_stream_unfit_total" + STREAM + "} 2",
                        "fastsocket_stream_waiting" + STREAM + "} 4");
    }

    /** A plugin may subscribe by hand to each room, and twice to one. */
    @Test
    void streamsOfOneNameAreOneSeries() {
        StreamMetrics.add(
                scrape,
                List.of(
                        stream("/room-7", StreamState.RUNNING),
                        stream("/room-8", StreamState.ENDED),
                        stream("/gone", StreamState.ENDED)),
                rooms());

        assertThat(lines())
                .contains("fastsocket_stream_received_total" + STREAM + "} 200")
                .contains("fastsocket_stream_state" + STREAM + ",state=\"ended\"} 1")
                .anyMatch(line -> line.contains("received_total{namespace=\"other\""));
    }

    private static Namespaces rooms() {
        return new Namespaces(
                new EventCatalog() {
                    @Override
                    public List<EventInfo> events() {
                        return List.of();
                    }

                    @Override
                    public Optional<String> declared(String namespace) {
                        return Optional.of("/room-{id}")
                                .filter(any -> namespace.startsWith("/room-"));
                    }
                });
    }

    private static StreamInfo stream(String namespace, StreamState state) {
        return new StreamInfo(
                namespace,
                "trade",
                "Market.candles",
                "market",
                "1.0.0",
                false,
                false,
                state,
                new StreamInfo.Elements(100, 10, 5, 0.5, 1, 2, 3),
                new StreamInfo.Buffer(4, 1024, "buffer", 6),
                7,
                "",
                List.of("candle"),
                new StreamInfo.Subscribers(20, 30, 8, 90, 80));
    }

    @Test
    void limits() {
        LimitMetrics.add(
                scrape,
                List.of(
                        new LimitInfo("maxPayload", 1000, -1, 2),
                        new LimitInfo("maxConnections", 10, 3, 0)));

        assertThat(lines())
                .containsExactly(
                        "fastsocket_limit{limit=\"maxPayload\"} 1000",
                        "fastsocket_limit{limit=\"maxConnections\"} 10",
                        "fastsocket_limit_exceeded_total{limit=\"maxPayload\"} 2",
                        "fastsocket_limit_exceeded_total{limit=\"maxConnections\"} 0",
                        "fastsocket_limit_used{limit=\"maxConnections\"} 3");
    }

    @Test
    void loads() {
        LoadMetrics.add(
                scrape,
                List.of(
                        new PluginLoad(
                                "chat",
                                "1.0.0",
                                1,
                                2,
                                3,
                                4,
                                5,
                                List.of("emitLimit"),
                                Map.of(),
                                List.of(
                                        new PluginLoad.Breaker("Chat.say", "open for 5 ms more", 6),
                                        new PluginLoad.Breaker("Chat.hear", "half-open", 0)))));

        String chat = "{plugin=\"chat\",version=\"1.0.0\"";
        String say = chat + ",handler=\"Chat.say\"";
        assertThat(lines())
                .contains(
                        "fastsocket_plugin_running" + chat + "} 1",
                        "fastsocket_plugin_waiting" + chat + "} 2",
                        "fastsocket_plugin_refused_total" + chat + "} 3",
                        "fastsocket_plugin_overrunning" + chat + "} 4",
                        "fastsocket_plugin_busy" + chat + "} 5",
                        "fastsocket_plugin_held" + chat + ",limit=\"emitLimit\"} 1",
                        "fastsocket_breaker_refused_total" + say + "} 6",
                        "fastsocket_breaker_state" + say + ",state=\"closed\"} 0",
                        "fastsocket_breaker_state" + say + ",state=\"half-open\"} 0",
                        "fastsocket_breaker_state" + say + ",state=\"open\"} 1",
                        "fastsocket_breaker_state"
                                + chat
                                + ",handler=\"Chat.hear\",state=\"half-open\"} 1");
    }

    @Test
    void plugins() {
        PluginMetrics.add(
                scrape,
                List.of(
                        plugin("chat", "1.0.0", PluginState.ACTIVE),
                        plugin("chat", "2.0.0", PluginState.QUARANTINED),
                        plugin("chat", "2.0.0", PluginState.QUARANTINED)));

        assertThat(lines())
                .containsExactly(
                        "fastsocket_plugin_info{plugin=\"chat\",version=\"1.0.0\",state=\"active\"}"
                                + " 1",
                        "fastsocket_plugin_info{plugin=\"chat\",version=\"2.0.0\","
                                + "state=\"quarantined\"} 1",
                        "fastsocket_plugins{state=\"active\"} 1",
                        "fastsocket_plugins{state=\"waiting\"} 0",
                        "fastsocket_plugins{state=\"quarantined\"} 2",
                        "fastsocket_plugins{state=\"canary\"} 0");
    }

    private static PluginInfo plugin(String name, String version, PluginState state) {
        return new PluginInfo(
                name, version, state, "", name + ".jar", "", Instant.EPOCH, 1, List.of());
    }

    @Test
    void theProcessAndTheJvmHaveTheUsualNames() {
        ProcessMetrics.add(scrape, "1.2.3");
        JvmMetrics.add(scrape);

        Set<String> names =
                lines().stream()
                        .map(line -> line.replaceFirst("[{ ].*", ""))
                        .collect(Collectors.toSet());
        assertThat(lines()).contains("fastsocket_build_info{version=\"1.2.3\"} 1");
        assertThat(names)
                .contains(
                        "process_cpu_seconds_total",
                        "process_open_fds",
                        "process_max_fds",
                        "process_start_time_seconds",
                        "jvm_memory_used_bytes",
                        "jvm_memory_committed_bytes",
                        "jvm_gc_collection_seconds_count",
                        "jvm_gc_collection_seconds_sum",
                        "jvm_threads_current",
                        "jvm_info");
    }
}
