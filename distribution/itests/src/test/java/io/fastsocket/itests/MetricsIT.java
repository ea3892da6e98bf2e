package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.itests.MetricsText.Family;
import io.fastsocket.itests.MetricsText.Sample;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code /metrics} of a running product, read by curl, with what real clients have done. */
@NeedsNode
class MetricsIT {

    private static final String NAME = "test.metered";
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0";

    /** A row of the table on the page: name, type, labels, what it is. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `(\\w+)` \\| (\\w+) \\| (.*?) \\| (.*) \\|$", Pattern.MULTILINE);

    /** What the page's alerts and examples ask for. */
    private static final Pattern USED = Pattern.compile("(fastsocket|process|jvm)_\\w+");

    private static final String METERED =
            """
            package test.metered;

            import io.fastsocket.api.*;
            import io.reactivex.rxjava3.core.Flowable;
            import org.osgi.service.component.annotations.*;

            @Component
            @Namespace("/metered")
            public final class Metered implements EventHandlers {

                @OnEvent("hit") int hit(int n) { return n; }

                @OnEvent("odd \\"name\\"") int odd() { return 1; }

                @OnEvent("bad") void bad() { throw new EventException(10001, "bad"); }

                @OnStream(value = "put", buffer = 77)
                @Emits(event = "tick", payload = Integer.class)
                Flowable<Integer> ticks(Flowable<Integer> numbers) { return numbers.filter(n -> n > 2); }
            }
            """;

    private static final String ROOM =
            """
            package test.metered;

            import io.fastsocket.api.*;
            import org.osgi.service.component.annotations.*;

            @Component
            @Namespace("/room-{id}")
            public final class Room implements EventHandlers {
                @OnConnect void in(Socket socket) {}
            }
            """;

    private static Product product;
    private static Scraper scraper;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        product = Product.start("metrics");
        scraper = new Scraper(product);
        deploy("1.0.0");
        node = NodeClient.start();
    }

    private static void deploy(String version) {
        PluginJar jar = PluginJar.named(NAME, version);
        product.deploy(jar.source("Metered", METERED).source("Room", ROOM).build(), "metered.jar");
        Scraper.await(
                "in service",
                () -> scraper.has("fastsocket_stream_received_total", "version", version));
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    private static JsonNode command(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--json", "--home", product.home().toString()));
        Command command = Product.command(all.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.text()).isZero();
        return Product.json(command.out());
    }

    @Test
    void countsAreWhatClientsHaveDone() {
        double hits = scraper.sum("fastsocket_events_handled_total", "event", "hit");
        double bad = scraper.sum("fastsocket_events_failed_total", "event", "bad");
        try (ClientSocket ada = node.connect(product.url() + "/metered");
                ClientSocket ben = node.connect(product.url() + "/metered")) {
            scraper.awaitSum(2, "fastsocket_sockets", "namespace", "/metered");
            scraper.awaitSum(2, "fastsocket_connections");
            for (int i = 0; i < 7; i++) {
                ada.call("hit", i);
            }
            for (int i = 0; i < 3; i++) {
                ben.call("bad");
            }
            ben.call("hit", "no number");
            ben.call("odd \"name\"");

            scraper.awaitSum(hits + 8, "fastsocket_events_handled_total", "event", "hit");
            scraper.awaitSum(bad + 3, "fastsocket_events_failed_total", "event", "bad");
            assertThat(scraper.sum("fastsocket_events_handled_total", "event", "bad"))
                    .isEqualTo(scraper.sum("fastsocket_events_failed_total", "event", "bad"));
            assertThat(scraper.sum("fastsocket_events_handled_total", "event", "odd \\\"name\\\""))
                    .isPositive();
            Map<Sample, Double> durations =
                    scraper.metrics().get("fastsocket_event_duration_seconds").samples();
            assertThat(durations)
                    .anySatisfy(
                            (sample, value) -> {
                                assertThat(sample.labels())
                                        .containsEntry("event", "hit")
                                        .containsEntry("plugin", NAME)
                                        .containsEntry("quantile", "0.99");
                                assertThat(value).isBetween(0.000_001, 60.0);
                            });
        }
        scraper.awaitSum(0, "fastsocket_sockets", "namespace", "/metered");
        scraper.awaitSum(0, "fastsocket_connections");
    }

    @Test
    void bothFormatsSayTheSame() {
        String open = scraper.curl("--header", "Accept: " + OPEN_METRICS + ", */*;q=0.1");
        Map<String, Family> openMetrics = MetricsText.parse(open, true);
        Map<String, Family> text = scraper.metrics();

        assertThat(samples(openMetrics)).isEqualTo(samples(text));
        assertThat(openMetrics.get("process_cpu_seconds").unit()).isEqualTo("seconds");
        assertThat(scraper.curl("--include").toLowerCase(java.util.Locale.ROOT).replace(" ", ""))
                .contains("content-type:text/plain;version=0.0.4;charset=utf-8");
        assertThat(scraper.curl("--include", "--header", "Host: rebound.example"))
                .contains(" 421 ");
    }

    private static Set<Sample> samples(Map<String, Family> families) {
        Set<Sample> all = new HashSet<>();
        families.values().forEach(family -> all.addAll(family.samples().keySet()));
        return all;
    }

    @Test
    void aSwapBeginsNewSeries() {
        try (ClientSocket ada = node.connect(product.url() + "/metered")) {
            ada.call("hit", 1);
            deploy("2.0.0");
            ada.call("hit", 2);
            scraper.awaitSum(
                    1, "fastsocket_events_handled_total", "event", "hit", "version", "2.0.0");
            assertThat(scraper.has("fastsocket_events_handled_total", "version", "1.0.0"))
                    .isFalse();
            assertThat(
                            scraper.sum(
                                    "fastsocket_plugin_info",
                                    "plugin",
                                    NAME,
                                    "version",
                                    "2.0.0",
                                    "state",
                                    "active"))
                    .isEqualTo(1);
        } finally {
            product.delete("metered.jar");
            Scraper.await("gone", () -> !scraper.has("fastsocket_plugin_info", "plugin", NAME));
            deploy("1.0.0");
        }
    }

    @Test
    void streamsAreAsTheCommandSays() {
        try (ClientSocket ada = node.connect(product.url() + "/metered")) {
            ada.call("stream:subscribe", "tick", Map.of("policy", "drop", "credits", 2));
            for (int i = 0; i < 6; i++) {
                assertThat(ada.callAll("put", i)).isEmpty();
            }
            scraper.awaitSum(3, "fastsocket_stream_emitted_total", "stream", "Metered.ticks");
            scraper.awaitSum(1, "fastsocket_stream_subscriber_dropped", "stream", "Metered.ticks");

            JsonNode info = command("stream", "info", "Metered.ticks").get(0);
            Map<String, String> figures = new TreeMap<>();
            figures.put("received_total", "in");
            figures.put("emitted_total", "out");
            figures.put("not_sent_total", "notSent");
            figures.put("unfit_total", "unfit");
            figures.put("looping_total", "looping");
            figures.put("dropped_total", "dropped");
            figures.put("restarts_total", "restarts");
            figures.put("waiting", "waiting");
            figures.put("buffer_capacity", "buffer");
            figures.put("subscribers", "subscribers");
            figures.put("subscriber_demand", "demand");
            figures.put("subscribers_waiting", "subscribersWaiting");
            figures.put("subscriber_sent", "sentToSubscribers");
            figures.put("subscriber_dropped", "droppedForSubscribers");
            figures.forEach(
                    (metric, field) -> {
                        assertThat(info.has(field)).as(field).isTrue();
                        assertThat(
                                        scraper.sum(
                                                "fastsocket_stream_" + metric,
                                                "stream",
                                                "Metered.ticks"))
                                .as(metric)
                                .isEqualTo(info.path(field).asDouble());
                    });
            assertThat(info.path("buffer").asInt()).isEqualTo(77);
            assertThat(info.path("sentToSubscribers").asInt()).isEqualTo(2);
            assertThat(
                            scraper.sum(
                                    "fastsocket_stream_state",
                                    "stream",
                                    "Metered.ticks",
                                    "state",
                                    info.path("state").asText()))
                    .isEqualTo(1);
        }
    }

    @Test
    void roomsThatClientsNameAreOneSeries() {
        List<ClientSocket> sockets = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            sockets.add(node.connect(product.url() + "/room-" + i));
        }
        scraper.awaitSum(5, "fastsocket_sockets", "namespace", "/room-{id}");
        assertThat(scraper.curl()).doesNotContain("room-1");
        sockets.forEach(ClientSocket::close);
        // Not to be left for the test that compares two scrapes.
        scraper.awaitSum(0, "fastsocket_sockets", "namespace", "/room-{id}");
    }

    @Test
    void whoIsStoppedTakesOnlyItsOwnAway() {
        Set<String> all = scraper.metrics().keySet();
        takesAway(all, "logging", "fastsocket_log_");
        takesAway(all, "plugins", "fastsocket_plugin_info|fastsocket_plugins|fastsocket_revisions");
        takesAway(all, "transport", "fastsocket_connections|fastsocket_sockets|fastsocket_limit");
        // Without the registry there is nobody to deploy to, and no port.
        takesAway(
                all,
                "registry",
                "fastsocket_(event|stream|breaker|plugin|revision|connection|socket|limit)");
        bundle("stop", "telemetry");
        assertThat(scraper.curl("--include")).contains(" 404 ");
        bundle("start", "telemetry");
        Scraper.await("back", () -> scraper.curl("--include").contains(" 200 "));
    }

    private static void takesAway(Set<String> all, String bundle, String beginnings) {
        Set<String> left = new HashSet<>(all);
        assertThat(left.removeIf(name -> name.matches("(" + beginnings + ").*"))).isTrue();
        bundle("stop", bundle);
        try {
            Scraper.await(bundle + " is gone", () -> scraper.metrics().keySet().equals(left));
        } finally {
            bundle("start", bundle);
        }
        Scraper.await(bundle + " is back", () -> scraper.metrics().keySet().equals(all));
    }

    private static void bundle(String what, String name) {
        command("bundle", what, name);
    }

    /** The page's table: what is served, with types and labels, in the words of {@code # HELP}. */
    @Test
    void thePageNamesWhatIsServed() throws IOException {
        Map<String, String> shown = new TreeMap<>();
        Map<String, String> labels = new TreeMap<>();
        String page = Files.readString(Setup.docs().resolve("metrics.md"));
        Matcher row = ROW.matcher(page);
        while (row.find()) {
            shown.put(row.group(1), row.group(2) + " " + row.group(4));
            labels.put(row.group(1), row.group(3).replace("`", ""));
        }
        Map<String, String> served = new TreeMap<>();
        scraper.metrics()
                .forEach((name, family) -> served.put(name, family.type() + " " + family.help()));

        assertThat(shown).isEqualTo(served);
        Matcher used = USED.matcher(page);
        while (used.find()) {
            assertThat(served).containsKey(used.group());
        }
        scraper.metrics()
                .forEach(
                        (name, family) -> {
                            if (!family.samples().isEmpty()) {
                                assertThat(Set.of(labels.get(name).split(", ")))
                                        .as(name)
                                        .isEqualTo(
                                                family.labels().isEmpty()
                                                        ? Set.of("–")
                                                        : family.labels());
                            }
                        });
    }
}
