package io.fastsocket.registry;

import static io.fastsocket.api.StreamSource.EMITTED;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Emission;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventStreams;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.Overflow;
import io.fastsocket.api.Received;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketServer;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.routing.Subscriptions;
import io.fastsocket.spi.observe.StreamInfo;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;

import jakarta.validation.constraints.Positive;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.FlowAdapters;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Streams of what plugins emit: chained, and never in a circle. */
class EmittedStreamsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final FakeTransport transport = new FakeTransport();
    private final Queue<String> seen = new ConcurrentLinkedQueue<>();

    @BeforeEach
    void begin() {
        registry.transports().set(transport);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private StreamInfo info(String name) {
        return registry.streams().stream()
                .filter(stream -> stream.stream().equals(name))
                .findFirst()
                .orElseThrow();
    }

    record Candle(String symbol, int close) {}

    static final class Market implements EventHandlers {

        @OnEvent("quote")
        void quote(int close, Socket socket, SocketServer server) {
            server.of("/").to("market").emit("candle", new Candle("A", close));
            socket.emit("candle", new Candle("B", close));
        }

        @OnStream("trade")
        @Emits(event = "candle", payload = Candle.class)
        Flowable<Candle> candles(Flowable<Integer> trades) {
            return trades.map(price -> new Candle("C", price));
        }
    }

    /** Its own idea of the same event. */
    record Close(@Positive int close) {}

    static final class Averages implements EventHandlers {
        @OnStream(value = "candle", from = EMITTED)
        @Emits(event = "sum", payload = Integer.class)
        Flowable<Integer> sums(Flowable<Close> candles) {
            return candles.map(Close::close).scan(Integer::sum);
        }
    }

    static final class Alerts implements EventHandlers {

        final Queue<Integer> sums = new ConcurrentLinkedQueue<>();

        @OnStream(value = "sum", from = EMITTED)
        Completable alerts(Flowable<Integer> sums) {
            return sums.doOnNext(this.sums::add).ignoreElements();
        }
    }

    @Test
    void whatAnyPluginSendsFeedsTheStreamsOfOthersBoundToTheirOwnTypes() {
        Alerts alerts = new Alerts();
        new Plugins.Fake(registry, "market", false).add(new Market());
        new Plugins.Fake(registry, "averages", false).add(new Averages());
        new Plugins.Fake(registry, "alerts", false).add(alerts);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("quote", "1");
        client.call("quote", "-1");
        client.call("trade", "10");

        Await.until("summed up", () -> alerts.sums.size() == 3);
        assertThat(alerts.sums).containsExactly(1, 2, 12);
        assertThat(info("Averages.sums").elements().unfit()).isEqualTo(2);
        assertThat(info("Averages.sums").emitted()).isTrue();
        assertThat(transport.broadcasts).hasSize(6);
        assertThat(client.emitted).hasSize(2);
    }

    @Test
    void whatClientsSendIsNoneOfTheirs() {
        Plugins.serving(registry, new Market(), new Averages());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        assertThat(client.call("candle", "{\"close\":1}")).contains("4004");
        assertThat(info("Averages.sums").elements().received()).isZero();
        assertThat(registry.events()).noneMatch(event -> event.event().equals("candle"));
    }

    @Test
    void theyAreComposedByHandToo() {
        Plugins.Fake plugin = Plugins.serving(registry, new Market());
        EventStreams streams = new Subscriptions(plugin.revision);
        var unused =
                Flowable.fromPublisher(
                                FlowAdapters.toPublisher(
                                        streams.emitted("/", "candle", Close.class)))
                        .subscribe(candle -> seen.add("" + candle.close()));
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("trade", "7");

        Await.until("seen", () -> seen.contains("7"));
    }

    private List<String> problems(String plugin, EventHandlers... handlers) {
        return Plugins.staged(registry, plugin, (Object[]) handlers).revision.problems(null);
    }

    static final class Back implements EventHandlers {
        @OnStream(value = "sum", from = EMITTED)
        @Emits(event = "candle", payload = Candle.class)
        Flowable<Candle> back(Flowable<Integer> sums) {
            return sums.map(sum -> new Candle("D", sum));
        }
    }

    static final class Self implements EventHandlers {
        @OnStream(value = "x", from = EMITTED)
        @Emits(event = "x", payload = Integer.class)
        Flowable<Integer> again(Flowable<Integer> numbers) {
            return numbers;
        }
    }

    @Test
    void circlesAreRefusedByName() {
        new Plugins.Fake(registry, "market", false).add(new Market());
        assertThat(problems("alone", new Back())).isEmpty();
        assertThat(problems("self", new Self()))
                .singleElement()
                .asString()
                .contains("in a circle, \"x\" -> Self.again -> \"x\"; have one of them emit");

        new Plugins.Fake(registry, "averages", false).add(new Averages());

        assertThat(problems("back", new Back()))
                .containsExactly(
                        "Back.back: streams of namespace / would feed each other in a circle,"
                                + " \"sum\" -> Back.back -> \"candle\" -> Averages.sums of plugin"
                                + " averages -> \"sum\"; have one of them emit an event of another"
                                + " name");
        assertThat(problems("both", new Back(), new Self())).hasSize(2);
    }

    @Test
    void aCircleWithoutADeployerDoesNotComeIntoService() {
        Plugins.serving(registry, new Averages(), new Back());

        assertThat(registry.streams())
                .extracting(StreamInfo::stream)
                .containsExactly("Averages.sums");
    }

    static final class Undeclared implements EventHandlers {

        @OnEvent("begin")
        void begin(SocketServer server) {
            server.of("/").emit("a", 1);
        }

        @OnStream(value = "a", from = EMITTED)
        Flowable<Emission> a(Flowable<Integer> numbers) {
            return numbers.map(n -> Emission.of("b", n + 1));
        }
    }

    static final class ByHand implements EventHandlers {

        final SocketServer server;

        ByHand(SocketServer server) {
            this.server = server;
        }

        @OnStream(value = "b", from = EMITTED)
        void b(Flowable<Integer> numbers) {
            var unused =
                    numbers.delay(1, TimeUnit.MILLISECONDS, Schedulers.computation())
                            .subscribe(n -> server.of("/").emit("a", n + 1));
        }
    }

    @Test
    void aCircleThatNobodyDeclaresEnds() {
        Plugins.Fake other = new Plugins.Fake(registry, "other", false);
        other.add(new ByHand(other.revision.scope().server()));
        Plugins.serving(registry, new Undeclared());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("begin", "");

        Await.until(
                "it was found out",
                () ->
                        info("Undeclared.a").elements().looping()
                                        + info("ByHand.b").elements().looping()
                                == 1);
        assertThat(transport.broadcasts).hasSize(34);
        client.call("begin", "");
        Await.until(
                "each is cut at the first round",
                () ->
                        info("Undeclared.a").elements().looping()
                                        + info("ByHand.b").elements().looping()
                                == 2);
        assertThat(transport.broadcasts).hasSizeLessThanOrEqualTo(37);
    }

    @SuppressWarnings({"UnusedMethod", "UnusedVariable"})
    static final class Bad implements EventHandlers {

        @OnStream(value = "a", from = EMITTED)
        void sender(Flowable<Received<String>> texts) {}

        @OnStream(value = "b", from = EMITTED, overflow = Overflow.ERROR)
        void nobodyToAnswer(Flowable<String> texts) {}
    }

    @Test
    void whatNeedsASenderIsRefused() {
        assertThat(problems("bad", new Bad()))
                .hasSize(2)
                .anyMatch(p -> p.startsWith("Bad.sender: takes Received<T>, and what plugins emit"))
                .anyMatch(p -> p.startsWith("Bad.nobodyToAnswer: observes, so that"));
    }
}
