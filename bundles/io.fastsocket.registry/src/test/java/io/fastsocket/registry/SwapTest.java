package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class SwapTest {

    private final Registry registry = new Registry(Given.parkTime(Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Version implements EventHandlers {
        final String name;
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger handled = new AtomicInteger();
        final AtomicBoolean drained = new AtomicBoolean();
        final AtomicInteger afterDrain = new AtomicInteger();
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicReference<Socket> socket = new AtomicReference<>();

        Version(String name) {
            this.name = name;
        }

        @OnEvent("e")
        int e(int i) {
            inside.incrementAndGet();
            if (drained.get()) {
                afterDrain.incrementAndGet();
            }
            handled.incrementAndGet();
            inside.decrementAndGet();
            return i;
        }

        @OnEvent("who")
        String who(Socket from) {
            socket.set(from);
            return name;
        }

        @OnEvent("block")
        void block() throws InterruptedException {
            release.await();
        }
    }

    @Test
    void stagedHandlersTakeNothingUntilCommitted() {
        Plugins.Fake plugin = Plugins.staged(registry, "a", new Version("one"));
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(client.call("who", "")).contains("4004");
        assertThat(plugin.revision.problems(null)).isEmpty();
        assertThat(plugin.revision.components()).containsExactly("Version");
        assertThat(plugin.revision.commit(null).toCompletableFuture()).isDone();
        assertThat(client.call("who", "")).isEqualTo("\"one\"");
        Plugins.Fake other = Plugins.staged(registry, "b", new Version("two"));
        assertThat(other.revision.problems(null))
                .hasSize(3)
                .allMatch(p -> p.contains("of plugin a already"));
        assertThatThrownBy(() -> other.revision.commit(null))
                .isInstanceOf(IllegalStateException.class);
        assertThat(other.revision.problems(plugin.revision)).isEmpty();
    }

    @Test
    void oldRevisionIsDrainedWhenItsCallsHaveEnded() {
        Version one = new Version("one");
        Plugins.Fake old = Plugins.staged(registry, "a", one);
        old.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("who", "");
        client.send("block", "");
        FakeClient other = FakeClient.join(registry.dispatcher(), "/");
        Plugins.Fake next = Plugins.staged(registry, "a", new Version("two"));
        Await.until("inside", () -> old.revision.problems(null).isEmpty());
        CompletableFuture<Void> drained = next.revision.commit(old.revision).toCompletableFuture();
        assertThat(other.call("who", "")).isEqualTo("\"two\"");
        one.release.countDown();
        drained.orTimeout(60, TimeUnit.SECONDS).join();
        Socket view = one.socket.get();
        assertThat(view.connected()).isTrue();
        old.active.set(false);
        old.revision.stopped();
        assertThatThrownBy(() -> view.emit("x", 1)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(view::connected).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void swapsUnderLoadLoseNothing() throws InterruptedException {
        Plugins.Fake serving = Plugins.staged(registry, "a", new Version("0"));
        serving.revision.commit(null);
        List<Version> versions = new ArrayList<>();
        AtomicBoolean stop = new AtomicBoolean();
        List<FakeClient> clients = new ArrayList<>();
        List<Thread> engines = new ArrayList<>();
        for (int c = 0; c < 3; c++) {
            FakeClient client = FakeClient.join(registry.dispatcher(), "/");
            clients.add(client);
            engines.add(Thread.ofPlatform().start(() -> load(client, stop)));
        }
        for (int swap = 1; swap <= 40; swap++) {
            Version version = new Version("" + swap);
            Plugins.Fake next = Plugins.staged(registry, "a", version);
            CompletableFuture<Void> drained =
                    next.revision.commit(serving.revision).toCompletableFuture();
            drained.orTimeout(60, TimeUnit.SECONDS).join();
            if (!versions.isEmpty()) {
                Version gone = versions.get(versions.size() - 1);
                gone.drained.set(true);
                assertThat(gone.inside).hasValue(0);
            }
            versions.add(version);
            serving = next;
        }
        stop.set(true);
        for (Thread engine : engines) {
            engine.join();
        }
        for (FakeClient client : clients) {
            int last = Integer.parseInt(client.call("e", "" + client.ackOrder.size()));
            List<String> order = new ArrayList<>(client.ackOrder);
            assertThat(order).hasSize(last + 1);
            for (int i = 0; i < order.size(); i++) {
                assertThat(order.get(i)).isEqualTo("" + i);
            }
            assertThat(client.doubled).hasValue(0);
        }
        assertThat(versions).allMatch(v -> v.afterDrain.get() == 0);
    }

    private static void load(FakeClient client, AtomicBoolean stop) {
        int i = 0;
        while (!stop.get()) {
            int sent = i;
            Await.until("room", () -> sent - client.ackOrder.size() < 500);
            client.add("e", "" + i++);
            if (i % 5 == 0) {
                client.receiver.endOfBatch();
            }
        }
        client.receiver.endOfBatch();
        int sent = i;
        Await.until("all answered", () -> client.ackOrder.size() == sent);
    }

    @Test
    void eventsWaitForAServiceThatIsMadeAnew() {
        Plugins.Fake plugin = Plugins.staged(registry, "a");
        HandlerService first = plugin.add(new Version("one"));
        plugin.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("who", "");
        registry.remove(plugin.revision, first);
        assertThat(registry.events()).allMatch(e -> e.state() == EventState.PARKED);
        long who = client.add("who", "");
        long e = client.add("e", "5");
        client.receiver.endOfBatch();
        long more = client.send("e", "6");
        Await.until("parked", () -> registry.parkedEvents() == 3);
        assertThat(client.acks).doesNotContainKeys(who, e, more);
        plugin.add(new Version("two"));
        assertThat(client.ackOf(more)).isEqualTo("6");
        assertThat(client.ackOrder).containsExactly("\"one\"", "\"two\"", "5", "6");
        assertThat(registry.parkedEvents()).isZero();
    }

    @Test
    void parkingEndsInTime() {
        registry.settings(Given.parking(Duration.ofMillis(150), 3));
        Plugins.Fake plugin = Plugins.staged(registry, "a", new Version("one"));
        plugin.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        assertThat(plugin.revision.park().toCompletableFuture())
                .succeedsWithin(Duration.ofSeconds(60));
        assertThat(client.call("who", ""))
                .isEqualTo(
                        "{\"error\":{\"code\":5003,\"reason\":\"unavailable,"
                                + " retry\",\"event\":\"who\"}}");
        assertThat(client.call("who", "")).contains("5003");
        assertThat(plugin.revision.commit(null).toCompletableFuture()).isDone();
        assertThat(client.call("who", "")).isEqualTo("\"one\"");
    }

    @Test
    void parkingIsBoundedInNumber() {
        registry.settings(Given.parking(Duration.ofSeconds(60), 3));
        Plugins.Fake plugin = Plugins.staged(registry, "a", new Version("one"));
        plugin.revision.commit(null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        plugin.revision.park();
        for (int i = 0; i < 3; i++) {
            client.send("e", "" + i);
        }
        Await.until("parked", () -> registry.parkedEvents() == 3);
        assertThat(client.ackOf(client.send("e", "3") - 3)).contains("5003");
        Plugins.Fake next = Plugins.staged(registry, "a", new Version("two"));
        next.revision.commit(plugin.revision);
        Await.until("all", () -> client.ackOrder.size() == 4);
        assertThat(new ArrayList<>(client.ackOrder).subList(1, 4)).containsExactly("1", "2", "3");
    }

    @Test
    void namespacesComeAndGoWithTheirHandlers() {
        Plugins.Fake plugin = new Plugins.Fake(registry, "a", false);
        HandlerService service = plugin.add(new Version("one"), "/chat");
        FakeClient client = FakeClient.join(registry.dispatcher(), "/chat");
        assertThat(client.call("who", "")).isEqualTo("\"one\"");
        plugin.active.set(false);
        registry.remove(plugin.revision, service);
        assertThat(new FakeClient("/chat").connect(registry.dispatcher(), Payload.NONE))
                .isInstanceOf(Admission.Refused.class);
        assertThat(client.call("who", "")).contains("4004");
    }
}
