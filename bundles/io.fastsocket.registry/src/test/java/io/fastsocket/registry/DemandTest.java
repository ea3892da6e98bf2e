package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.SocketServer;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.transport.Payload;
import io.reactivex.rxjava3.core.Flowable;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Clients that set the pace at which they get an event. */
class DemandTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Plugins.Fake plugin = Plugins.staged(registry, "ticker", new Ticker());
    private final SocketServer server = plugin.revision.scope().server();

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Ticker implements EventHandlers {
        @OnStream("in")
        @Emits(event = "tick", payload = Integer.class, to = "room")
        @Emits(event = "tock", payload = Integer.class)
        void ticks(Flowable<Integer> numbers) {
            var unused = numbers.subscribe();
        }
    }

    /** In the room. */
    private FakeClient[] clients(int count) {
        plugin.revision.commit(null);
        FakeClient[] clients = new FakeClient[count];
        for (int i = 0; i < count; i++) {
            clients[i] = FakeClient.join(registry.dispatcher(), "/", i);
            clients[i].rooms.add("room");
        }
        registry.transports().set(new FakeTransport(clients));
        return clients;
    }

    private void tick(int... numbers) {
        IntStream.of(numbers).forEach(number -> server.of("/").to("room").emit("tick", number));
    }

    private static List<String> got(FakeClient client) {
        List<String> got = new ArrayList<>();
        for (Queue<Payload> queue : List.of(client.broadcasts, client.emitted)) {
            queue.forEach(event -> got.add(event.toString().replace("\"tick\",", "")));
        }
        return got;
    }

    private StreamInfo.Subscribers subscribers() {
        return registry.streams().getFirst().subscribers();
    }

    @Test
    void nobodyGetsMoreThanItsCreditsAndTheNewestWaits() {
        FakeClient[] clients = clients(2);
        FakeClient slow = clients[0];
        assertThat(slow.call("stream:subscribe", "\"tick\",{\"credits\":2}"))
                .isEqualTo("{\"credits\":2}");

        tick(1, 2, 3, 4, 5);

        assertThat(got(slow)).containsExactly("1", "2");
        assertThat(got(clients[1])).containsExactly("1", "2", "3", "4", "5");
        assertThat(subscribers()).isEqualTo(new StreamInfo.Subscribers(1, 0, 1, 2, 2));
        assertThat(slow.call("stream:request", "\"tick\",2")).isEqualTo("{\"credits\":1}");
        assertThat(got(slow)).containsExactly("1", "2", "5");
        tick(6, 7);
        assertThat(got(slow)).containsExactlyInAnyOrder("1", "2", "5", "6");
    }

    /** An engine sends what waits before it sends an answer. */
    @Test
    void whatComesBeforeTheAnswerUsesNoCredit() {
        FakeClient client = clients(1)[0];
        List<String> before = new ArrayList<>();
        client.beforeAck =
                () -> {
                    tick(1, 2);
                    before.addAll(got(client));
                };
        assertThat(client.call("stream:subscribe", "\"tick\",{\"credits\":1}"))
                .isEqualTo("{\"credits\":1}");
        assertThat(before).isEmpty();
        assertThat(got(client)).containsExactly("2");
    }

    @Test
    void dropKeepsNothing() {
        FakeClient client = clients(1)[0];
        client.call("stream:subscribe", "\"tick\",{\"policy\":\"drop\",\"credits\":1}");

        tick(1, 2, 3);
        client.call("stream:request", "\"tick\",1");
        tick(4, 5);

        assertThat(got(client)).containsExactly("1", "4");
        assertThat(subscribers()).isEqualTo(new StreamInfo.Subscribers(1, 0, 0, 2, 3));
    }

    @Test
    void aSampleIsTheNewestOfEachInterval() {
        FakeClient client = clients(1)[0];
        client.call(
                "stream:subscribe", "\"tick\",{\"policy\":\"sample\",\"sample\":50,\"credits\":2}");

        tick(1, 2, 3);
        Await.until("the second one", () -> got(client).size() == 2);
        tick(4, 5);
        client.call("stream:request", "\"tick\",1");
        Await.until("the third one", () -> got(client).size() == 3);

        // Whichever was the newest when the first interval was over.
        assertThat(got(client)).first().isEqualTo("1");
        assertThat(got(client).get(1)).isIn("2", "3");
        assertThat(got(client)).last().isEqualTo("5");
        assertThat(subscribers().credits()).isZero();
    }

    @Test
    void anHourHasOneSample() {
        FakeClient client = clients(1)[0];
        client.call(
                "stream:subscribe",
                "\"tick\",{\"policy\":\"sample\",\"sample\":3600000,\"credits\":100}");

        tick(1, 2, 3);

        assertThat(got(client)).containsExactly("1");
        assertThat(subscribers()).isEqualTo(new StreamInfo.Subscribers(1, 99, 1, 1, 1));
    }

    @Test
    void roomsAndSocketsAreChosenAsEver() {
        FakeClient[] clients = clients(2);
        clients[1].rooms.clear();
        for (FakeClient client : clients) {
            client.call("stream:subscribe", "\"tick\",{\"credits\":10}");
        }

        tick(1);
        server.of("/").socket(clients[1].id).orElseThrow().emit("tick", 2);
        server.of("/").socket(clients[1].id).orElseThrow().emit("tock", 3);

        assertThat(got(clients[0])).containsExactly("1");
        assertThat(got(clients[1])).containsExactly("2", "\"tock\",3");
        assertThat(subscribers().credits()).isEqualTo(18);
    }

    @Test
    void itSurvivesTheSwapAndEndsWithTheSocketOrBefore() {
        FakeClient[] clients = clients(2);
        for (FakeClient client : clients) {
            client.call("stream:subscribe", "\"tick\",{\"credits\":1}");
        }
        Plugins.Fake next = Plugins.staged(registry, "ticker", new Ticker());
        next.revision.commit(plugin.revision);
        next.revision.scope().server().of("/").emit("tick", 1);
        next.revision.scope().server().of("/").emit("tick", 2);
        assertThat(got(clients[0])).containsExactly("1");

        assertThat(clients[0].call("stream:cancel", "\"tick\"")).isEqualTo("{\"credits\":0}");
        next.revision.scope().server().of("/").emit("tick", 3);
        assertThat(got(clients[0])).containsExactly("1", "3");
        assertThat(subscribers().count()).isEqualTo(1);

        clients[1].leave(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(subscribers().count()).isZero();
    }

    @Test
    void whoSubscribesAgainDoesSoOnOtherTerms() {
        FakeClient client = clients(1)[0];
        client.call("stream:subscribe", "\"tick\",{\"credits\":0}");
        tick(1);

        client.call("stream:subscribe", "\"tick\",{\"policy\":\"drop\",\"credits\":1}");

        assertThat(got(client)).isEmpty();
        tick(2, 3);
        assertThat(got(client)).containsExactly("2");
        assertThat(subscribers().count()).isEqualTo(1);
    }

    @Test
    void whatCannotBeIsAnsweredWithANumber() {
        FakeClient client = clients(1)[0];

        assertThat(client.call("stream:subscribe", "\"nothing\"")).contains("4005", "no stream");
        assertThat(client.call("stream:subscribe", "")).contains("4001", "[0]");
        assertThat(
                        client.call(
                                "stream:subscribe",
                                "\"tick\",{\"policy\":\"all\",\"credits\":-1,\"sample\":1,\"x\":1}"))
                .contains(
                        "4001",
                        "{\"path\":\"[1].policy\",\"message\":\"must be latest, sample or drop\"}",
                        "{\"path\":\"[1].credits\",\"message\":\"must be a whole number from 0 to"
                                + " 10000\"}",
                        "[1].sample",
                        "{\"path\":\"[1].x\",\"message\":\"is unknown");
        assertThat(client.call("stream:subscribe", "\"tick\",{\"policy\":\"sample\"}"))
                .contains("4001", "[1].sample");
        assertThat(client.call("stream:request", "\"tick\",1")).contains("4006", "not subscribed");
        assertThat(client.call("stream:cancel", "\"tick\"")).contains("4006");
        client.sendWithoutAck("stream:cancel", "\"tick\"");
        assertThat(client.emitted.poll().toString())
                .startsWith("\"error\",{\"error\":{\"code\":4006");
        client.call("stream:subscribe", "\"tick\"");
        assertThat(client.call("stream:request", "\"tick\",1.5")).contains("4001", "[1]");
        assertThat(client.call("stream:request", "\"tick\",10000"))
                .isEqualTo("{\"credits\":10000}");
        assertThat(client.call("stream:subscribe", "\"" + "x".repeat(1000) + "\""))
                .contains("4001", "larger than 1000 bytes");
        assertThat(client.call("stream:other", "1")).contains("4004");
    }

    @Test
    void aSocketSubscribesToSoManyEvents() {
        registry.settings(Given.subscriptionLimit(1));
        FakeClient client = clients(1)[0];

        client.call("stream:subscribe", "\"tick\"");
        assertThat(client.call("stream:subscribe", "\"tock\"")).contains("4031");
        assertThat(client.call("stream:subscribe", "\"tick\"")).isEqualTo("{\"credits\":1}");
        client.call("stream:cancel", "\"tick\"");
        assertThat(client.call("stream:subscribe", "\"tock\"")).isEqualTo("{\"credits\":1}");
    }

    @Test
    void tenThousandKeepOneEventEach() {
        FakeClient[] clients = clients(10_000);
        for (int i = 0; i < clients.length; i++) {
            String policy = i % 3 == 0 ? "latest" : i % 3 == 1 ? "drop" : "sample";
            String sample = i % 3 == 2 ? ",\"sample\":3600000" : "";
            clients[i].call(
                    "stream:subscribe",
                    "\"tick\",{\"policy\":\"" + policy + "\"" + sample + ",\"credits\":1}");
        }

        for (int i = 0; i < 100; i++) {
            tick(i);
        }

        assertThat(clients).allMatch(client -> got(client).equals(List.of("0")));
        StreamInfo.Subscribers all = subscribers();
        assertThat(all.count()).isEqualTo(10_000);
        assertThat(all.waiting()).isEqualTo(6667);
        assertThat(all.sent()).isEqualTo(10_000);
        assertThat(all.sent() + all.waiting() + all.dropped()).isEqualTo(1_000_000);
    }

    @Test
    void manyThreadsAtOnceSpendEachCreditOnceAndTheLastIsNotForgotten() throws Exception {
        FakeClient client = clients(1)[0];
        client.call("stream:subscribe", "\"tick\",{\"credits\":0}");
        AtomicInteger number = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 3; t++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 2000; i++) {
                                            tick(number.incrementAndGet());
                                        }
                                    }));
        }
        for (int i = 0; i < 1000; i++) {
            client.call("stream:request", "\"tick\",1");
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(got(client).size() + subscribers().credits()).isEqualTo(1000);
        client.call("stream:request", "\"tick\",1000");
        tick(-1);
        assertThat(got(client)).doesNotHaveDuplicates().contains("-1");
        StreamInfo.Subscribers all = subscribers();
        assertThat(all.waiting()).isZero();
        assertThat(all.sent() + all.dropped()).isEqualTo(6001);
    }
}
