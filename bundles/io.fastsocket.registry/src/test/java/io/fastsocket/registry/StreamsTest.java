package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.Emission;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.Received;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.observe.StreamState;
import io.fastsocket.spi.transport.Broadcast;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Flowable;

import jakarta.validation.constraints.Positive;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Flow;

/** What goes into streams, and what comes out of them. */
class StreamsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final FakeTransport transport = new FakeTransport();

    @BeforeEach
    void begin() {
        registry.transports().set(transport);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    record Trade(String symbol, @Positive int price) {}

    record Sum(int price) {}

    static final class Market implements EventHandlers {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @OnStream("trade")
        @Emits(event = "sum", payload = Sum.class, to = "market")
        Flowable<Sum> sums(Flowable<Trade> trades) {
            return trades.map(Trade::price).buffer(2).map(p -> new Sum(p.get(0) + p.get(1)));
        }

        @OnStream("trade")
        Flowable<Emission> echoes(Flowable<Received<Trade>> trades) {
            return trades.map(
                    t ->
                            Emission.of("echo", t.element().symbol(), t.rooms().contains("vip"))
                                    .to(t.socket()));
        }

        @OnStream("note")
        Completable notes(Flowable<Json> notes) {
            return notes.doOnNext(note -> seen.add("json " + note)).ignoreElements();
        }

        @OnStream("word")
        void words(Flowable<String> words) {
            var unused = words.subscribe(word -> seen.add("word " + word));
        }

        @OnStream("flow")
        @Emits(event = "flowed", payload = String.class)
        Flow.Publisher<String> flow(Flow.Publisher<String> texts) {
            return texts;
        }

        @OnStream("both")
        Completable both(Flowable<String> texts) {
            return Completable.mergeArray(
                    texts.doOnNext(t -> seen.add("one " + t)).ignoreElements(),
                    texts.doOnNext(t -> seen.add("two " + t)).ignoreElements());
        }
    }

    private List<String> sent() {
        return transport.broadcasts.stream().map(b -> b.event().toString()).toList();
    }

    private StreamInfo info(String name) {
        return registry.streams().stream()
                .filter(stream -> stream.stream().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void elementsAreAcknowledgedAndResultsGoWhereTheMethodSays() {
        Plugins.serving(registry, new Market());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.rooms.add("vip");

        assertThat(client.call("trade", "{\"symbol\":\"A\",\"price\":1}")).isEmpty();
        assertThat(client.call("trade", "{\"symbol\":\"B\",\"price\":2}")).isEmpty();

        Await.until("all sent", () -> transport.broadcasts.size() == 3);
        assertThat(sent())
                .containsExactlyInAnyOrder(
                        "\"echo\",\"A\",true", "\"echo\",\"B\",true", "\"sum\",{\"price\":3}");
        for (Broadcast each : transport.broadcasts) {
            boolean sum = each.event().toString().startsWith("\"sum\"");
            assertThat(each.rooms()).isEqualTo(Set.of(sum ? "market" : client.id()));
        }
        assertThat(info("Market.sums").elements().received()).isEqualTo(2);
        Await.until("counted", () -> info("Market.sums").elements().emitted() == 1);
        assertThat(info("Market.sums").emits()).containsExactly("sum");
        assertThat(info("Market.sums").state()).isEqualTo(StreamState.RUNNING);
    }

    @Test
    void whatDoesNotFitIsAnsweredAndNeverEnters() {
        Plugins.serving(registry, new Market());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        assertThat(client.call("trade", "{\"symbol\":\"A\",\"price\":0}"))
                .contains("4001", "\"path\":\"price\"");
        assertThat(client.call("trade", "")).contains("4001");
        assertThat(client.call("trade", "\"A\"")).contains("4001");

        assertThat(info("Market.sums").elements().received()).isZero();
        EventInfo event =
                registry.events().stream()
                        .filter(e -> e.event().equals("trade"))
                        .findFirst()
                        .orElseThrow();
        assertThat(event.handler()).isEqualTo("Market.echoes, Market.sums");
        assertThat(event.errors()).isEqualTo(3);
    }

    @Test
    void everyFormOfAMethodIsTaken() {
        Market market = new Market();
        Plugins.serving(registry, market);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("note", "{\"a\": 1}");
        client.call("word", "\"w\"");
        client.call("flow", "\"f\"");
        client.call("both", "\"b\"");

        Await.until("all seen", () -> market.seen.size() == 4);
        assertThat(market.seen)
                .containsExactlyInAnyOrder("json {\"a\": 1}", "word w", "one b", "two b");
        Await.until("flowed", () -> sent().contains("\"flowed\",\"f\""));
    }

    static final class Watcher implements EventHandlers {

        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @OnStream(value = "say", observe = true)
        Completable said(Flowable<String> said) {
            return said.doOnNext(seen::add).ignoreElements();
        }

        @OnStream(value = "trade", observe = true)
        Completable trades(Flowable<Received<Json>> trades) {
            return trades.doOnNext(t -> seen.add(t.element().toString())).ignoreElements();
        }
    }

    static final class Speaker implements EventHandlers {
        @OnEvent("say")
        String say(Json what) {
            if (what.toString().equals("\"bad\"")) {
                throw new EventException(10001, "bad");
            }
            return "heard";
        }
    }

    @Test
    void observersGetWhatOthersHaveAcceptedAndClientsNoticeNothing() {
        Watcher watcher = new Watcher();
        Plugins.serving(registry, watcher);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("say", "\"early\"")).contains("4004");
        new Plugins.Fake(registry, "other", false).add(new Speaker());
        new Plugins.Fake(registry, "market", false).add(new Market());

        assertThat(client.call("say", "\"good\"")).isEqualTo("\"heard\"");
        assertThat(client.call("say", "\"bad\"")).contains("10001");
        assertThat(client.call("say", "7")).isEqualTo("\"heard\"");
        client.call("trade", "{\"symbol\":\"A\",\"price\":0}");
        client.call("trade", "{\"symbol\":\"A\",\"price\":1}");

        Await.until("seen", () -> watcher.seen.size() == 2);
        assertThat(watcher.seen)
                .containsExactlyInAnyOrder("good", "{\"symbol\":\"A\",\"price\":1}");
        assertThat(info("Watcher.said").elements().unfit()).isEqualTo(1);
        assertThat(info("Watcher.said").observing()).isTrue();
        assertThat(registry.events()).noneMatch(e -> e.handler().contains("Watcher"));
    }

    static final class Broken implements EventHandlers {
        @OnStream("x")
        Flowable<Emission> x(Flowable<String> texts) {
            return texts.map(t -> Emission.of(t.equals("odd") ? "connect" : "y", t));
        }
    }

    @Test
    void whatCannotBeSentIsCountedAndTheStreamGoesOn() {
        Plugins.serving(registry, new Broken());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        client.call("x", "\"odd\"");
        client.call("x", "\"even\"");

        Await.until("sent", () -> sent().equals(List.of("\"y\",\"even\"")));
        assertThat(info("Broken.x").elements().failed()).isEqualTo(1);
        assertThat(info("Broken.x").restarts()).isZero();
    }
}
