package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.Ack;
import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.Handshake;
import io.fastsocket.api.Json;
import io.fastsocket.api.OnAny;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnDisconnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.Payload;
import io.reactivex.rxjava3.core.Completable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Single;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

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
        final AtomicReference<Thread> thread = new AtomicReference<>();
        final AtomicReference<CompletionStage<?>> asked = new AtomicReference<>();

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

        @OnEvent("single")
        Single<String> single() {
            return Single.just("s");
        }

        @OnEvent("maybe")
        Maybe<String> maybe() {
            return Maybe.empty();
        }

        @OnEvent("completable")
        Completable completable() {
            return Completable.complete();
        }

        @OnEvent(value = "free", ordered = false)
        void free() throws InterruptedException {
            release.await();
            entries.add("free");
        }

        @OnEvent(value = "inline", inline = true)
        void inline() {
            thread.set(Thread.currentThread());
        }

        @OnEvent("early")
        void early(Ack<String> ack) {
            ack.send("one");
            ack.send("two");
        }

        @OnEvent("many")
        void many(Ack<Object> ack) {
            ack.sendAll(1, "two", null);
        }

        @OnEvent("nothing")
        void nothing() {}

        @OnEvent("null")
        String none() {
            return null;
        }

        @OnEvent("refuse")
        void refuse() {
            if (!entries.isEmpty()) {
                throw new EventException(10001, "no \"way\"");
            }
        }

        @OnEvent("fail")
        void fail() {
            if (!entries.isEmpty()) {
                throw new IllegalStateException("secret");
            }
        }

        @OnEvent(value = "slow", timeout = "100ms")
        void slow() throws InterruptedException {
            release.await();
        }

        @OnEvent(value = "slowLater", timeout = "100ms")
        CompletionStage<String> slowLater() {
            return new CompletableFuture<>();
        }

        @OnEvent("ask")
        void ask(Socket socket) {
            asked.set(
                    socket.timeout(Duration.ofMinutes(10))
                            .emitWithAck("question", "why", Integer.class));
        }

        @OnEvent("askBriefly")
        void askBriefly(Socket socket) {
            asked.set(
                    socket.timeout(Duration.ofMillis(50))
                            .emitWithAck("question", "why", Integer.class));
        }
    }

    private final Log log = new Log();

    private FakeClient client() {
        Plugins.serving(registry, log);
        return FakeClient.join(registry.dispatcher(), "/");
    }

    @Test
    void answersAreWhatHandlersReturn() {
        FakeClient client = client();
        assertThat(client.call("nothing", "")).isEmpty();
        assertThat(client.call("null", "")).isEqualTo("null");
        assertThat(client.call("early", "")).isEqualTo("\"one\"");
        assertThat(client.call("many", "")).isEqualTo("1,\"two\",null");
        assertThat(client.call("single", "")).isEqualTo("\"s\"");
        assertThat(client.call("maybe", "")).isEqualTo("null");
        assertThat(client.call("completable", "")).isEqualTo("null");
        assertThat(client.call("refuse", ""))
                .isEqualTo(
                        "{\"error\":{\"code\":10001,\"reason\":\"no \\\"way\\\"\",\"event\":\"refuse\"}}");
        assertThat(client.call("fail", ""))
                .matches(
                        "\\{\"error\":\\{\"code\":5000,\"reason\":\"internal\",\"event\":\"fail\","
                                + "\"reference\":\"[a-z2-9]{8}\"}}");
        assertThat(client.doubled).hasValue(0);
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
    void inlineRunsOnTheEngineWhenIdle() {
        FakeClient client = client();
        Await.until("idle", () -> log.entries.contains("came"));
        long id = client.send("count", "1");
        client.ackOf(id);
        Await.until(
                "inline",
                () -> {
                    client.settle();
                    client.send("inline", "");
                    return log.thread.get() == Thread.currentThread();
                });
        client.add("block", "");
        client.receiver.endOfBatch();
        long queued = client.send("inline", "");
        log.release.countDown();
        client.ackOf(queued);
        assertThat(log.thread.get()).isNotEqualTo(Thread.currentThread());
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

    @Test
    void clientsAreAsked() {
        FakeClient client = client();
        client.call("ask", "");
        client.receiver.ack(0, Payload.of("7"));
        assertThat(future()).succeedsWithin(Duration.ofSeconds(60)).isEqualTo(7);
        client.call("ask", "");
        client.receiver.ack(1, Payload.of("\"7\""));
        assertThatThrownBy(future()::join).hasRootCauseMessage("validation");
        client.call("askBriefly", "");
        assertThatThrownBy(future()::join)
                .isInstanceOf(CompletionException.class)
                .hasRootCauseMessage(ErrorCode.ACK_TIMEOUT.reason());
        client.call("ask", "");
        client.leave(DisconnectReason.PING_TIMEOUT);
        assertThatThrownBy(future()::join).hasRootCauseMessage("disconnected");
    }

    private CompletableFuture<?> future() {
        return log.asked.get().toCompletableFuture().orTimeout(60, TimeUnit.SECONDS);
    }

    static final class Door implements EventHandlers {
        @OnHandshake
        void admit(Handshake handshake) {
            String auth = handshake.auth().text();
            if (auth.equals("{}")) {
                throw new EventException(10001, "please sign in");
            }
            if (auth.contains("bad")) {
                throw new IllegalStateException("secret");
            }
        }

        @OnEvent("x")
        void x() {}
    }

    @Test
    void handshakesAreAskedWithAuthAlways() {
        Plugins.serving(registry, new Door());
        assertThat(refused(Payload.NONE))
                .isEqualTo(
                        "{\"message\":\"please sign in\",\"data\":{\"code\":10001,\"reason\":\"please sign"
                                + " in\"}}");
        assertThat(refused(Payload.of("{\"bad\":1}")))
                .startsWith("{\"message\":\"internal\",\"data\":{\"code\":5000,")
                .contains("\"reference\":");
        assertThat(new FakeClient("/").connect(registry.dispatcher(), Payload.of("{\"a\":1}")))
                .isInstanceOf(Admission.Accepted.class);
        Admission unknown = new FakeClient("/none").connect(registry.dispatcher(), Payload.NONE);
        assertThat(((Admission.Refused) unknown).error())
                .hasToString("{\"message\":\"Invalid namespace\"}");
    }

    @Test
    void whereNobodyIsAskedOrToldNoThreadIsNeeded() {
        Plugins.serving(registry, new Patient());
        CompletableFuture<Admission> admission =
                registry.dispatcher()
                        .connect(new FakeClient("/"), Payload.NONE)
                        .toCompletableFuture();
        assertThat(admission).isCompletedWithValueMatching(Admission.Accepted.class::isInstance);
        SocketReceiver receiver = ((Admission.Accepted) admission.join()).receiver();
        receiver.connected();
        assertThat(registry.sockets().count()).isEqualTo(1);
        receiver.disconnected(DisconnectReason.TRANSPORT_CLOSE);
        assertThat(registry.sockets().count()).isZero();
    }

    private String refused(Payload auth) {
        Admission admission = new FakeClient("/").connect(registry.dispatcher(), auth);
        return ((Admission.Refused) admission).error().toString();
    }

    static final class Guard implements EventInterceptor {
        @Override
        public void onEvent(EventContext event) {
            if (event.arguments().text().equals("[13]")) {
                throw new EventException(10013, "unlucky");
            }
        }
    }

    static final class Observer implements EventHandlers {
        final Queue<String> seen = new ConcurrentLinkedQueue<>();

        @OnAny
        void any(String event, Json arguments) {
            if (seen.add(event + arguments.text())) {
                throw new IllegalStateException("changes nothing");
            }
        }
    }

    @Test
    void interceptorsRefuseAndObserversSeeTheRest() {
        Observer observer = new Observer();
        Plugins.serving(registry, log, new Guard(), observer);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("count", "13")).contains("10013");
        assertThat(client.call("count", "1")).isEqualTo("1");
        assertThat(client.call("nobody", "2")).contains("4004");
        Await.until("seen", () -> observer.seen.size() == 2);
        assertThat(observer.seen).containsExactly("count[1]", "nobody[2]");
        assertThat(log.entries).doesNotContain("count 13");
    }
}
