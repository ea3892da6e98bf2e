package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
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
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/** Sockets that were there before a component is. */
class ReplayTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static class Plain implements EventHandlers {
        final Queue<String> greeted = new ConcurrentLinkedQueue<>();

        @OnConnect
        void plain(Socket socket) {
            greeted.add("plain " + socket.id());
        }
    }

    static final class Replaying extends Plain {
        final AtomicInteger inside = new AtomicInteger();
        final AtomicInteger together = new AtomicInteger();

        @OnConnect(replay = true)
        void replayed(Socket socket) {
            greeted.add("replayed " + socket.id());
        }

        @OnEvent(value = "inline", inline = true)
        int inline(int i) {
            together.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
            return i;
        }
    }

    private Plugins.Fake serve(EventHandlers handlers, Plugins.Fake before) {
        Plugins.Fake plugin = Plugins.staged(registry, "a", handlers);
        plugin.revision.commit(before == null ? null : before.revision);
        return plugin;
    }

    @Test
    void onlyMethodsThatAskAreCalledForSocketsThatAreThere() {
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        Replaying one = new Replaying();
        Plugins.Fake first = serve(one, null);
        Await.until("replayed", () -> one.greeted.size() == 1);
        assertThat(one.greeted).containsExactly("replayed " + client.id);
        FakeClient later = FakeClient.join(registry.dispatcher(), "/");
        Await.until("greeted", () -> one.greeted.size() == 3);
        assertThat(one.greeted).contains("plain " + later.id, "replayed " + later.id);
        Replaying two = new Replaying();
        serve(two, first);
        Await.until("replayed again", () -> two.greeted.size() == 2);
        assertThat(two.greeted)
                .containsExactlyInAnyOrder("replayed " + client.id, "replayed " + later.id);
    }

    @Test
    void nobodyIsCalledForSocketsThatHaveLeftOrAreElsewhere() {
        FakeClient gone = FakeClient.join(registry.dispatcher(), "/");
        gone.connected = false;
        gone.receiver.disconnected(DisconnectReason.TRANSPORT_CLOSE);
        Replaying one = new Replaying();
        Plugins.Fake plugin = Plugins.staged(registry, "a");
        plugin.add(one, "/chat");
        FakeClient elsewhere = FakeClient.join(registry.dispatcher(), "/");
        plugin.revision.commit(null);
        FakeClient here = FakeClient.join(registry.dispatcher(), "/chat");
        Await.until("greeted", () -> one.greeted.size() == 2);
        assertThat(elsewhere.connected).isTrue();
        assertThat(one.greeted).allMatch(greeting -> greeting.endsWith(" " + here.id));
    }

    /** Whatever the moment of its coming, a socket is greeted once by the method that replays. */
    @Test
    void greetsEachSocketOnceWhileRevisionsChange() throws InterruptedException {
        List<FakeClient> clients = new ArrayList<>();
        List<Replaying> versions = new ArrayList<>();
        CountDownLatch begun = new CountDownLatch(1);
        Thread engine =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < 2_000; i++) {
                                        clients.add(FakeClient.join(registry.dispatcher(), "/"));
                                        begun.countDown();
                                    }
                                });
        begun.await();
        Plugins.Fake serving = null;
        while (engine.isAlive() && versions.size() < 20) {
            versions.add(new Replaying());
            serving = serve(versions.get(versions.size() - 1), serving);
        }
        engine.join();
        Replaying last = new Replaying();
        serve(last, serving);
        Await.until("all greeted", () -> replayed(last).size() == clients.size());
        versions.add(last);
        for (Replaying version : versions) {
            assertThat(replayed(version)).doesNotHaveDuplicates();
        }
    }

    private static List<String> replayed(Replaying version) {
        return version.greeted.stream().filter(g -> g.startsWith("replayed")).toList();
    }

    /** What comes in between does not run beside an inline handler, and takes nothing away. */
    @Test
    void replaysBetweenInlineEvents() throws InterruptedException {
        Plugins.Fake serving = serve(new Replaying(), null);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        int events = 20_000;
        Thread engine =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    for (int i = 0; i < events; i++) {
                                        client.add("inline", "" + i);
                                        client.receiver.endOfBatch();
                                    }
                                });
        while (engine.isAlive()) {
            Replaying next = new Replaying();
            serving = serve(next, serving);
            Await.until("replayed", () -> replayed(next).size() == 1);
            assertThat(next.together.get()).isLessThanOrEqualTo(1);
        }
        engine.join();
        Await.until("all answered", () -> client.ackOrder.size() == events);
        List<String> order = new ArrayList<>(client.ackOrder);
        for (int i = 0; i < events; i++) {
            assertThat(order.get(i)).isEqualTo("" + i);
        }
    }
}
