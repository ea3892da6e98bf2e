package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnDisconnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** In which order a socket's events are handled, and what waits for what. */
class DispatchTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    /** Answers when told, in its order or beside it. */
    static final class Patient implements EventHandlers {
        final CountDownLatch ordered = new CountDownLatch(1);
        final CountDownLatch unordered = new CountDownLatch(1);

        @OnEvent("ordered")
        void ordered() throws InterruptedException {
            ordered.await();
        }

        @OnEvent(value = "unordered", ordered = false)
        void unordered() throws InterruptedException {
            unordered.await();
        }
    }

    @Test
    void isSettledOnceAllThatCameBeforeIsAnswered() {
        Patient patient = new Patient();
        Plugins.serving(registry, patient);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        long beside = client.send("unordered", "1");
        long first = client.send("ordered", "1");
        CompletableFuture<Void> settled = client.receiver.settled().toCompletableFuture();
        assertThat(settled).isNotDone();
        patient.ordered.countDown();
        client.ackOf(first);
        assertThat(settled).isNotDone();
        patient.unordered.countDown();
        settled.orTimeout(60, TimeUnit.SECONDS).join();
        client.ackOf(beside);
    }

    @Test
    void answersForTheEngineWhatThatRefuses() {
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.refuse("event", 7, ErrorCode.TOO_MANY_EVENTS);
        assertThat(client.ackOf(7))
                .isEqualTo(
                        "{\"error\":{\"code\":4029,\"reason\":\"too many events\","
                                + "\"event\":\"event\"}}");
        client.refuse("event", -1, ErrorCode.TOO_MANY_EVENTS);
        assertThat(client.emitted.peek().toString())
                .startsWith("\"error\",{\"error\":{\"code\":4029");
    }

    /** What happened, in order. */
    static final class Log implements EventHandlers {
        final Queue<String> entries = new ConcurrentLinkedQueue<>();
        final CountDownLatch release = new CountDownLatch(1);
        final CompletableFuture<String> later = new CompletableFuture<>();

        @OnConnect
        void came(Socket socket) {
            entries.add("came");
            socket.data().put("who", "me");
        }

        @OnDisconnect
        void left(Socket socket, DisconnectReason why) {
            entries.add("left " + why + " " + socket.data().get("who", String.class).orElse("-"));
        }

        @OnEvent("count")
        int count(int i) {
            entries.add("count " + i);
            return i;
        }

        @OnEvent("block")
        void block() throws InterruptedException {
            release.await();
        }

        @OnEvent("later")
        CompletionStage<String> later() {
            entries.add("later");
            return later;
        }

        @OnEvent(value = "free", ordered = false)
        void free() throws InterruptedException {
            release.await();
            entries.add("free");
        }

        @OnEvent(value = "slow", timeout = "100ms")
        void slow() throws InterruptedException {
            release.await();
        }

        @OnEvent(value = "slowLater", timeout = "100ms")
        CompletionStage<String> slowLater() {
            return new CompletableFuture<>();
        }
    }

    private final Log log = new Log();

    private FakeClient client() {
        Plugins.serving(registry, log);
        return FakeClient.join(registry.dispatcher(), "/");
    }

    @Test
    void eventsOfASocketAreHandledInOrder() throws InterruptedException {
        Plugins.serving(registry, log);
        List<FakeClient> clients = new ArrayList<>();
        List<Thread> engines = new ArrayList<>();
        for (int c = 0; c < 4; c++) {
            FakeClient client = FakeClient.join(registry.dispatcher(), "/");
            clients.add(client);
            engines.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 5000; i++) {
                                            client.add("count", "" + i);
                                            if (i % 7 == 0) {
                                                client.receiver.endOfBatch();
                                            }
                                        }
                                        client.receiver.endOfBatch();
                                    }));
        }
        for (Thread engine : engines) {
            engine.join();
        }
        for (FakeClient client : clients) {
            Await.until("all acks", () -> client.ackOrder.size() == 5000);
            List<String> order = new ArrayList<>(client.ackOrder);
            for (int i = 0; i < 5000; i++) {
                assertThat(order.get(i)).isEqualTo("" + i);
            }
        }
    }

    @Test
    void laterAnswersHoldTheQueue() {
        FakeClient client = client();
        long later = client.add("later", "");
        long count = client.add("count", "1");
        client.receiver.endOfBatch();
        Await.until("later", () -> log.entries.contains("later"));
        assertThat(client.acks).doesNotContainKeys(later, count);
        log.later.complete("now");
        assertThat(client.ackOf(count)).isEqualTo("1");
        assertThat(client.ackOrder).containsExactly("\"now\"", "1");
    }

    @Test
    void unorderedOnesAreNotWaitedForButForTheEnd() {
        FakeClient client = client();
        client.add("free", "");
        long count = client.add("count", "1");
        client.receiver.endOfBatch();
        client.ackOf(count);
        client.leave(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(log.entries).containsExactly("came", "count 1");
        log.release.countDown();
        Await.until("end", () -> log.entries.size() == 4);
        assertThat(log.entries)
                .containsExactly("came", "count 1", "free", "left transport close me");
        Await.until("forgotten", () -> registry.sockets().count() == 0);
    }

    @Test
    void fullQueuesPauseReadingUntilTheyAreHalfEmpty() {
        registry.settings(Given.queueLimit(10));
        FakeClient client = client();
        client.send("block", "");
        for (int i = 0; i < 20; i++) {
            client.send("count", "" + i);
        }
        assertThat(client.paused).hasValue(1);
        assertThat(client.resumed).hasValue(0);
        log.release.countDown();
        Await.until("all", () -> client.acks.size() == 21);
        assertThat(client.resumed).hasValue(1);
    }

    @Test
    void timeLimitsAreKept() {
        FakeClient client = client();
        String slow = client.call("slow", "");
        assertThat(slow).contains("\"code\":5004,\"reason\":\"handler timeout\"");
        assertThat(client.call("slowLater", "")).contains("5004");
        assertThat(client.call("count", "1")).isEqualTo("1");
        assertThat(registry.events())
                .filteredOn(e -> e.event().equals("slow"))
                .singleElement()
                .satisfies(e -> assertThat(e.errors()).isEqualTo(1));
    }
}
