package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.api.SocketServer;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/** What a plugin has and does across its revisions. */
class RevisionTest {

    private final Registry registry = new Registry(Given.parkTime(Duration.ofMinutes(10)));

    @AfterEach
    void close() {
        registry.close();
    }

    record Profile(String name, int visits) {}

    /** The same as another revision has it. */
    record Visitor(String name, int visits, String city) {}

    static final class One implements EventHandlers {
        final CountDownLatch release = new CountDownLatch(1);
        final CountDownLatch entered = new CountDownLatch(1);

        @OnEvent("visit")
        String visit(Socket socket, SocketServer server) {
            socket.data().put("profile", new Profile("Ada", 1));
            server.of("/").emit("visited", "one");
            return "one";
        }

        @OnEvent("hold")
        String hold() throws InterruptedException {
            entered.countDown();
            release.await();
            return "held";
        }
    }

    static final class Two implements EventHandlers {
        @OnEvent("visit")
        Visitor visit(Socket socket, SocketServer server) {
            Visitor before = socket.data().get("profile", Visitor.class).orElseThrow();
            server.of("/").emit("visited", "two");
            return new Visitor(before.name(), before.visits() + 1, "London");
        }

        @OnEvent("hold")
        String hold() {
            return "two";
        }
    }

    private FakeClient join() {
        return FakeClient.join(registry.dispatcher(), "/");
    }

    @Test
    void dataStaysAndServersEndWithTheirRevision() {
        FakeTransport transport = new FakeTransport();
        registry.transports().set(transport);
        Plugins.Fake one = Plugins.staged(registry, "a", new One());
        one.revision.commit(null);
        FakeClient client = join();
        assertThat(client.call("visit", "")).isEqualTo("\"one\"");
        SocketServer old = one.revision.scope().server();
        Plugins.Fake two = Plugins.staged(registry, "a", new Two());

        two.revision.commit(one.revision).toCompletableFuture().join();
        one.active.set(false);
        one.revision.stopped();

        assertThat(client.call("visit", ""))
                .isEqualTo("{\"name\":\"Ada\",\"visits\":2,\"city\":\"London\"}");
        assertThat(transport.broadcasts)
                .extracting(sent -> sent.event().toString())
                .containsExactly("\"visited\",\"one\"", "\"visited\",\"two\"");
        assertThatThrownBy(() -> old.of("/")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void rollbackIsACommitOfTheOneReplaced() {
        Plugins.Fake one = Plugins.staged(registry, "a", new One());
        Plugins.Fake two = Plugins.staged(registry, "a", new Two());
        one.revision.commit(null);
        FakeClient client = join();
        client.call("visit", "");
        two.revision.commit(one.revision).toCompletableFuture().join();
        assertThat(client.call("visit", "")).contains("London");

        one.revision.commit(two.revision).toCompletableFuture().join();

        assertThat(client.call("visit", "")).isEqualTo("\"one\"");
        two.revision.close().toCompletableFuture().join();
        assertThat(client.call("visit", "")).isEqualTo("\"one\"");
    }

    @Test
    void closedOneMayBeCommittedAgain() {
        Plugins.Fake one = Plugins.staged(registry, "a", new One());
        one.revision.commit(null);
        FakeClient client = join();
        assertThat(one.revision.close().toCompletableFuture()).isDone();
        assertThat(client.call("visit", "")).contains("4004");

        one.revision.commit(null);

        assertThat(client.call("visit", "")).isEqualTo("\"one\"");
    }

    @Test
    void commitOfOneInServiceTouchesNothingInFlight() throws InterruptedException {
        One handler = new One();
        Plugins.Fake one = Plugins.staged(registry, "a", handler);
        one.revision.commit(null);
        FakeClient client = join();
        long held = client.send("hold", "");
        handler.entered.await();

        assertThat(one.revision.problems(null)).isEmpty();
        assertThat(one.revision.commit(null).toCompletableFuture()).isDone();
        assertThat(one.revision.commit(one.revision).toCompletableFuture()).isDone();

        assertThat(join().call("visit", "")).isEqualTo("\"one\"");
        handler.release.countDown();
        assertThat(client.ackOf(held)).isEqualTo("\"held\"");
        assertThat(registry.events()).hasSize(2);
    }

    @Test
    void commitOfOneInServiceTouchesNothingParked() {
        Plugins.Fake one = Plugins.staged(registry, "a");
        HandlerService service = one.add(new One());
        one.revision.commit(null);
        FakeClient client = join();
        client.call("visit", "");
        registry.remove(one.revision, service);
        long waiting = client.send("visit", "");
        Await.until("parked", () -> registry.parkedEvents() == 1);

        one.revision.commit(null);
        one.add(new One());

        assertThat(client.ackOf(waiting)).isEqualTo("\"one\"");
    }

    @Test
    void serviceThatGoesIsHeldForItsCallsOnlySoLong() throws InterruptedException {
        registry.settings(Given.callWait(Duration.ofMillis(50)));
        One handler = new One();
        Plugins.Fake one = Plugins.staged(registry, "a");
        HandlerService service = one.add(handler);
        one.revision.commit(null);
        FakeClient client = join();
        long held = client.send("hold", "");
        handler.entered.await();

        registry.remove(one.revision, service);

        assertThat(service.gate().inside()).isEqualTo(1);
        handler.release.countDown();
        assertThat(client.ackOf(held)).isEqualTo("\"held\"");
        Await.until("left", () -> service.gate().inside() == 0);
    }

    @Test
    void questionsAskedBeforeACommitAreStillWaitedFor() {
        Asking asking = new Asking();
        Plugins.Fake one = Plugins.staged(registry, "a", asking);
        one.revision.commit(null);
        FakeClient client = join();
        client.call("ask", "");

        one.revision.commit(null);
        var drained = one.revision.close().toCompletableFuture();

        assertThat(drained).isNotDone();
        client.receiver.ack(0, Payload.of("1"));
        assertThat(drained).succeedsWithin(Duration.ofSeconds(60));
    }

    static final class Asking implements EventHandlers {
        @OnEvent("ask")
        void ask(Socket socket) {
            var unused =
                    socket.timeout(Duration.ofMinutes(10))
                            .emitWithAck("question", "why", Integer.class);
        }
    }
}
