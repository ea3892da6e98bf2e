package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** Calls of a revision that was replaced and does not end. */
class CutOffTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Slow implements EventHandlers {
        final CountDownLatch never = new CountDownLatch(1);
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger interrupted = new AtomicInteger();
        final AtomicReference<Throwable> unanswered = new AtomicReference<>();

        @OnEvent("block")
        void block() throws InterruptedException {
            hang();
        }

        @OnEvent(value = "beside", ordered = false)
        void beside() throws InterruptedException {
            hang();
        }

        @OnConnect
        void came() throws InterruptedException {
            hang();
        }

        private void hang() throws InterruptedException {
            inside.incrementAndGet();
            try {
                never.await();
            } catch (InterruptedException e) {
                interrupted.incrementAndGet();
                throw e;
            }
        }

        @OnEvent("later")
        CompletionStage<String> later() {
            inside.incrementAndGet();
            return new CompletableFuture<>();
        }

        @OnEvent("ask")
        void ask(Socket socket) {
            socket.timeout(Duration.ofMinutes(5))
                    .emitWithAck("question", 1, Integer.class)
                    .whenComplete((answer, error) -> unanswered.set(error));
        }
    }

    static final class Quick implements EventHandlers {
        @OnEvent("block")
        String block() {
            return "quick";
        }
    }

    private Plugins.Fake serve(Object handlers) {
        Plugins.Fake plugin = Plugins.staged(registry, "a", handlers);
        plugin.revision.commit(null);
        return plugin;
    }

    private FakeClient client() {
        return FakeClient.join(registry.dispatcher(), "/");
    }

    @Test
    void callsAreAnsweredWithTimeoutAndTheirThreadsInterrupted() {
        FakeClient blocked = client();
        FakeClient beside = client();
        FakeClient later = client();
        Slow slow = new Slow();
        Plugins.Fake old = serve(slow);
        long one = blocked.send("block", "");
        long two = beside.send("beside", "");
        long three = later.send("later", "");
        Await.until("inside", () -> slow.inside.get() == 3);
        Plugins.Fake next = Plugins.staged(registry, "a", new Quick());
        CompletableFuture<Void> ended = next.revision.commit(old.revision).toCompletableFuture();
        assertThat(ended).isNotDone();
        assertThat(old.revision.cutOff())
                .isEqualTo(Map.of("Slow.block", 1, "Slow.beside", 1, "Slow.later", 1));
        assertThat(blocked.ackOf(one)).contains("5004");
        assertThat(beside.ackOf(two)).contains("5004");
        assertThat(later.ackOf(three)).contains("5004");
        ended.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(slow.interrupted.get()).isEqualTo(2);
        assertThat(old.revision.cutOff()).isEmpty();
        assertThat(blocked.call("block", "")).isEqualTo("\"quick\"");
    }

    @Test
    void callsOfOthersGoOn() {
        FakeClient client = client();
        Slow slow = new Slow();
        serve(slow);
        long call = client.send("block", "");
        Await.until("inside", () -> slow.inside.get() == 1);
        Plugins.Fake other = Plugins.staged(registry, "b");
        assertThat(other.revision.cutOff()).isEmpty();
        slow.never.countDown();
        assertThat(client.ackOf(call)).isEqualTo("");
    }

    @Test
    void greetingsEndToo() {
        Slow slow = new Slow();
        Plugins.Fake old = serve(slow);
        client();
        Await.until("inside", () -> slow.inside.get() == 1);
        CompletableFuture<Void> ended = old.revision.close().toCompletableFuture();
        assertThat(old.revision.cutOff()).isEqualTo(Map.of("Slow.came", 1));
        ended.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Test
    void nobodyWaitsForClientsAnyMore() {
        FakeClient client = client();
        Slow slow = new Slow();
        Plugins.Fake old = serve(slow);
        client.call("ask", "");
        CompletableFuture<Void> ended = old.revision.close().toCompletableFuture();
        Await.until("only the answer is missing", () -> client.asked.size() == 1);
        assertThat(ended).isNotDone();
        assertThat(old.revision.cutOff()).isEqualTo(Map.of("answers of clients", 1));
        ended.orTimeout(60, TimeUnit.SECONDS).join();
        assertThat(slow.unanswered.get())
                .isInstanceOfSatisfying(
                        EventException.class, e -> assertThat(e.code()).isEqualTo(4008));
    }
}
