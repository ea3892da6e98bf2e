package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A plugin with streams, dropped into the folder, with real clients. */
@NeedsNode
class StreamIT {

    private static final String NAME = "test.market";

    private static final String MARKET =
            """
            package test.market;

            import static java.util.concurrent.TimeUnit.MILLISECONDS;

            import io.fastsocket.api.*;
            import io.reactivex.rxjava3.core.*;
            import io.reactivex.rxjava3.schedulers.Schedulers;
            import jakarta.validation.constraints.*;
            import java.util.concurrent.Flow;
            import org.osgi.service.component.annotations.*;

            @Component
            @Namespace("/market")
            public final class Market implements EventHandlers {

                record Trade(@NotBlank String symbol, @Positive int price) {}
                record Sum(long trades, long total) {}

                @OnConnect void in(Socket socket) { socket.join("market"); }

                @OnStream(value = "trade", buffer = 500)
                @Emits(event = "sum", payload = Sum.class, to = "market")
                Flowable<Sum> sums(Flowable<Trade> trades) {
                    return trades.window(100, MILLISECONDS)
                            .flatMapSingle(w -> w.observeOn(Schedulers.computation())
                                    .reduce(new Sum(0, 0), (s, t) -> new Sum(s.trades + 1, s.total + t.price)))
                            .filter(sum -> sum.trades > 0);
                }

                @OnStream("trade")
                @Emits(event = "alert", payload = String.class)
                Flowable<Emission> alerts(Flowable<Received<Trade>> trades) {
                    return trades.filter(t -> t.element().price() > 1000)
                            .map(t -> Emission.of("alert", t.element().symbol()).to(t.socket()));
                }

                @OnStream("say")
                @Emits(event = "said", payload = String.class)
                Flow.Publisher<String> say(Flow.Publisher<String> said) { return said; }

                @OnStream(value = "trade", observe = true)
                Completable failing(Flowable<Json> trades) {
                    return trades.doOnNext(t -> { if (t.toString().contains("BAD")) throw new IllegalStateException("bad one"); })
                            .ignoreElements();
                }
            }
            """;

    /** Another plugin, which knows nothing of the market's classes. */
    private static final String BUSY =
            """
            package test.busy;

            import io.fastsocket.api.*;
            import io.reactivex.rxjava3.core.Flowable;
            import org.osgi.service.component.annotations.*;
            import org.reactivestreams.FlowAdapters;

            @Component(immediate = true)
            public final class Busy {

                @Activate
                public Busy(@Reference EventStreams streams, @Reference SocketServer server) {
                    Flowable.fromPublisher(FlowAdapters.toPublisher(streams.received("/market", "say", Json.class)))
                            .subscribe(said -> server.of("/market").emit("busy", said.element(), said.rooms().size()));
                }
            }
            """;

    private static Product product;
    private static NodeClient node;
    private static Path jar;

    @BeforeAll
    static void start() {
        product = Product.start("streams");
        product.configure("io.fastsocket.plugins", "collectTime=300\n");
        jar = PluginJar.named(NAME, "1.0.0").source("Market", MARKET).build();
        product.deploy(jar, "market.jar");
        node = NodeClient.start();
        Await.until("in service", NodeClient.PATIENCE, () -> command("stream", "list").size() == 4);
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    private static int streamsOf(String plugin) {
        int found = 0;
        for (JsonNode stream : command("stream", "list")) {
            found += stream.path("plugin").asText().equals(plugin) ? 1 : 0;
        }
        return found;
    }

    private static JsonNode command(String... words) {
        String[] all = java.util.Arrays.copyOf(words, words.length + 3);
        all[words.length] = "--json";
        all[words.length + 1] = "--home";
        all[words.length + 2] = product.home().toString();
        Command command = Product.command(all);
        assertThat(command.exitCode()).as(command.text()).isZero();
        return Product.json(command.out());
    }

    private static Map<String, Object> trade(String symbol, int price) {
        return Map.of("symbol", symbol, "price", price);
    }

    @Test
    void clientsSeeWhatStreamsMakeOfWhatTheySend() {
        try (ClientSocket ada = node.connect(product.url() + "/market");
                ClientSocket ben = node.connect(product.url() + "/market")) {
            assertThat(ben.callAll("say", "hello")).isEmpty();
            assertThat(ada.callAll("trade", trade("A", 5))).isEmpty();
            assertThat(ada.call("trade", trade("", 0)).at("/error/code").asInt()).isEqualTo(4001);

            JsonNode sum = ben.take("sum", 1).at("/0/0");
            assertThat(sum.toString()).isEqualTo("{\"trades\":1,\"total\":5}");
            ada.emit("trade", trade("B", 2000));
            assertThat(ada.take("alert", 1).at("/0/0").asText()).isEqualTo("B");
            // Not to be left for whoever is there next.
            assertThat(ben.take("sum", 1).at("/0/0/total").asInt()).isEqualTo(2000);
            assertThat(ada.take("said", 1).at("/0/0").asText()).isEqualTo("hello");
        }
    }

    @Test
    void otherPluginsComposeTheirOwn() {
        product.deploy(
                PluginJar.named("test.busy", "1.0.0").source("Busy", BUSY).build(), "busy.jar");
        Await.until("subscribed", NodeClient.PATIENCE, () -> streamsOf("test.busy") == 1);
        try (ClientSocket ada = node.connect(product.url() + "/market")) {
            ada.callAll("say", "hello");
            JsonNode busy = ada.take("busy", 1).get(0);
            assertThat(busy.toString()).isEqualTo("[\"hello\",2]");
        }
        product.delete("busy.jar");
        Await.until("gone", NodeClient.PATIENCE, () -> streamsOf("test.busy") == 0);
    }

    /** Takes an event that plugins emit in the market, and emits another. */
    private static Path chained(String name, String event, String emits) {
        String source =
                """
                package test.%1$s;

                import io.fastsocket.api.*;
                import io.reactivex.rxjava3.core.Flowable;
                import org.osgi.service.component.annotations.*;

                @Component
                @Namespace("/market")
                public final class Chained implements EventHandlers {

                    record Total(long total) {}

                    @OnStream(value = "%2$s", from = StreamSource.EMITTED)
                    @Emits(event = "%3$s", payload = Total.class)
                    Flowable<Total> totals(Flowable<Total> sums) {
                        return sums.map(sum -> new Total(sum.total * 2));
                    }
                }
                """
                        .formatted(name, event, emits);
        return PluginJar.named("test." + name, "1.0.0").source("Chained", source).build();
    }

    @Test
    void streamsFeedThoseOfOtherPluginsAndNeverInACircle() {
        product.deploy(chained("doubled", "sum", "doubled"), "doubled.jar");
        Await.until("in service", NodeClient.PATIENCE, () -> streamsOf("test.doubled") == 1);
        try (ClientSocket ada = node.connect(product.url() + "/market")) {
            ada.callAll("trade", trade("C", 21));
            assertThat(ada.take("doubled", 1).at("/0/0/total").asInt()).isEqualTo(42);
        }
        assertThat(command("stream", "info", "Chained.totals").at("/0/from").asText())
                .isEqualTo("plugins");

        product.deploy(chained("again", "doubled", "sum"), "again.jar");
        Await.until(
                "refused",
                NodeClient.PATIENCE,
                () ->
                        command("plugin", "info", "test.again")
                                .toString()
                                .contains(
                                        "-> Chained.totals -> \\\"sum\\\" -> Chained.totals of"
                                                + " plugin test.doubled"));
        product.delete("again.jar");
        product.delete("doubled.jar");
        Await.until("gone", NodeClient.PATIENCE, () -> streamsOf("test.doubled") == 0);
    }

    @Test
    void aListIsOfOnePluginByTheLastPartOfItsName() {
        int all = command("stream", "list").size();
        JsonNode first = command("stream", "list").get(0);
        String name = first.path("plugin").asText();
        String last = name.substring(name.lastIndexOf('.') + 1);
        assertThat(command("stream", "list", "--plugin", last)).hasSize(streamsOf(name));
        assertThat(streamsOf(name)).isBetween(1, all);
        Command unknown =
                Product.command(
                        "stream", "list", "--plugin", "nope", "--home", product.home().toString());
        assertThat(unknown.err()).contains("no plugin is named nope");
        assertThat(unknown.exitCode()).isEqualTo(1);
    }

    @Test
    void commandsTellWhatStreamsDo() {
        try (ClientSocket ada = node.connect(product.url() + "/market")) {
            ada.call("trade", trade("BAD", 5));
            assertThat(ada.take("sum", 1).at("/0/0/total").asInt()).isEqualTo(5);
        }
        Await.until(
                "restarted",
                NodeClient.PATIENCE,
                () -> command("stream", "info", "Market.failing").at("/0/restarts").asInt() > 0);

        JsonNode failing = command("stream", "info", "Market.failing").get(0);
        assertThat(failing.path("role").asText()).isEqualTo("observes");
        assertThat(failing.path("lastError").asText()).contains("bad one");
        JsonNode sums = command("stream", "info", "Market.sums").get(0);
        assertThat(sums.path("in").asInt()).isPositive();
        assertThat(sums.path("emits").toString()).isEqualTo("[\"sum\"]");
        assertThat(command("stream", "info", "sum").at("/0/stream").asText())
                .isEqualTo("Market.sums");
        assertThat(sums.path("buffer").asInt()).isEqualTo(500);
        assertThat(sums.path("state").asText()).isEqualTo("running");
        // The log is written by a thread of its own.
        Await.until(
                "in the log",
                NodeClient.PATIENCE,
                () -> product.log().contains("The stream Market.failing has failed"));
    }

    @Test
    void theLiveContractKnowsThem() {
        String contract = product.http("/asyncapi.json").body();
        JsonNode document = Product.json(contract);

        JsonNode trade = document.at("/components/schemas/Trade/properties/price");
        assertThat(trade.path("exclusiveMinimum").asInt(-1)).as(contract).isZero();
        assertThat(document.at("/components/schemas/Sum/properties/total/type").asText())
                .isEqualTo("integer");
        assertThat(contract).contains("\"sum\"", "\"alert\"", "\"said\"");
    }

    @Test
    void aSwapLosesNothingAndLeavesNothing() throws IOException {
        long total = 0;
        long seen = 0;
        try (ClientSocket ada = node.connect(product.url() + "/market");
                ClientSocket ben = node.connect(product.url() + "/market")) {
            ben.callAll("say", "here");
            for (int round = 1; round <= 3; round++) {
                Files.write(product.plugin("market.jar"), PluginJar.variant(jar, "r" + round));
                for (int i = 1; i <= 1000; i++) {
                    ada.emit("trade", trade("S", i % 9 + 1));
                    total += i % 9 + 1;
                }
                ada.callAll("trade", trade("S", 1));
                total += 1;
            }
            while (seen < total) {
                seen += ben.take("sum", 1).at("/0/0/total").asLong();
            }
        }
        assertThat(seen).isEqualTo(total);
        Await.until("all are collected", NodeClient.PATIENCE, StreamIT::allAreCollected);
    }

    private static boolean allAreCollected() {
        JsonNode gone = command("plugin", "info", NAME).at("/0/outOfService");
        for (JsonNode revision : gone) {
            if (revision.path("collectedAfterMillis").isNull()) {
                return false;
            }
        }
        return gone.size() > 0;
    }
}
