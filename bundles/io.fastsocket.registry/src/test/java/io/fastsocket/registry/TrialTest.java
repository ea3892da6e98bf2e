package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnDisconnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnHandshake;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/** A revision that serves a share of the connections beside another. */
class TrialTest {

    private static final int CONNECTIONS = 400;
    private static final int TENTH = HandlerRevision.ALL / 10;

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Version one = new Version("one");
    private final Version two = new Version("two");
    private final List<FakeClient> clients = new ArrayList<>();
    private Plugins.Fake old;
    private Plugins.Fake next;

    @BeforeEach
    void serve() {
        old = Plugins.staged(registry, "a", one);
        old.revision.commit(null);
        next = Plugins.staged(registry, "a", two);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    static class Version implements EventHandlers {
        final String name;
        final Queue<String> seen = new ConcurrentLinkedQueue<>();
        final CountDownLatch entered = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);

        Version(String name) {
            this.name = name;
        }

        @OnEvent("who")
        String who() {
            return name;
        }

        @OnEvent("wait")
        String await() throws InterruptedException {
            entered.countDown();
            release.await();
            return name;
        }

        @OnConnect
        void came(Socket socket) {
            seen.add("came " + socket.id());
        }

        @OnConnect(replay = true)
        void met(Socket socket) {
            seen.add("met " + socket.id());
        }

        @OnHandshake
        void admit(Socket socket) {
            seen.add("admitted " + socket.id());
        }

        @OnDisconnect
        void left(Socket socket) {
            seen.add("left " + socket.id());
        }

        long count(String what) {
            return seen.stream().filter(line -> line.startsWith(what + " ")).count();
        }
    }

    static final class More implements EventHandlers {
        @OnEvent("more")
        String more() {
            return "more";
        }
    }

    private void connect() {
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(FakeClient.join(registry.dispatcher(), "/", i));
        }
    }

    private List<FakeClient> servedBy(String name) {
        return clients.stream()
                .filter(client -> client.call("who", "").equals("\"" + name + "\""))
                .toList();
    }

    @Test
    void aShareOfTheConnectionsIsServedByItAndStays() {
        connect();
        next.revision.tryOut(old.revision, TENTH);
        List<FakeClient> share = servedBy("two");
        assertThat(share.size()).isBetween(CONNECTIONS / 20, CONNECTIONS / 6);
        assertThat(servedBy("two")).isEqualTo(share);
        assertThat(servedBy("one")).hasSize(CONNECTIONS - share.size());
        for (FakeClient client : share) {
            FakeClient other = FakeClient.join(registry.dispatcher(), "/", client.connection);
            assertThat(other.call("who", "")).isEqualTo("\"two\"");
        }
        next.revision.tryOut(old.revision, 3 * TENTH);
        assertThat(servedBy("two")).containsAll(share).hasSizeGreaterThan(2 * share.size());
        assertThat(registry.loads()).hasSize(2);
        assertThat(registry.events())
                .extracting(EventInfo::event, EventInfo::state)
                .containsExactly(
                        tuple("wait", EventState.ACTIVE),
                        tuple("wait", EventState.CANARY),
                        tuple("who", EventState.ACTIVE),
                        tuple("who", EventState.CANARY));
        assertThat(registry.events())
                .filteredOn(event -> event.event().equals("who"))
                .allMatch(event -> event.calls() > 0);
    }

    @Test
    void promotedItServesAllAndWhatIsInFlightEndsInTheOldOne() throws InterruptedException {
        connect();
        next.revision.tryOut(old.revision, TENTH);
        FakeClient before = servedBy("one").getFirst();
        clients.remove(before);
        long waiting = before.send("wait", "");
        one.entered.await();
        assertThat(next.revision.commit(old.revision).toCompletableFuture()).isNotDone();
        assertThat(servedBy("two")).hasSize(CONNECTIONS - 1);
        one.release.countDown();
        assertThat(before.ackOf(waiting)).isEqualTo("\"one\"");
        assertThat(before.call("who", "")).isEqualTo("\"two\"");
        assertThat(registry.loads()).hasSize(1);
    }

    @Test
    void closedItServesNobodyAndWhatIsInFlightEndsInIt() throws InterruptedException {
        connect();
        next.revision.tryOut(old.revision, TENTH);
        FakeClient tried = servedBy("two").getFirst();
        long waiting = tried.send("wait", "");
        two.entered.await();
        assertThat(next.revision.close().toCompletableFuture()).isNotDone();
        two.release.countDown();
        assertThat(tried.ackOf(waiting)).isEqualTo("\"two\"");
        assertThat(servedBy("one")).hasSize(CONNECTIONS);
    }

    @Test
    void whatOnlyItHandlesIsUnknownToOthers() {
        next.add(new More());
        connect();
        next.revision.tryOut(old.revision, TENTH);
        assertThat(servedBy("two")).isNotEmpty().allMatch(c -> c.call("more", "").contains("more"));
        assertThat(servedBy("one")).allMatch(c -> c.call("more", "").contains("4004"));
    }

    @Test
    void whoComesAndGoesIsMetByTheRevisionOfItsConnection() {
        next.revision.tryOut(old.revision, TENTH);
        connect();
        List<FakeClient> share = servedBy("two");
        Await.until("greeted", () -> one.count("came") + two.count("came") == CONNECTIONS);
        assertThat(two.count("came")).isEqualTo(share.size());
        assertThat(two.count("admitted")).isEqualTo(share.size());
        clients.forEach(client -> client.leave(DisconnectReason.TRANSPORT_CLOSE));
        Await.until("gone", () -> one.count("left") + two.count("left") == CONNECTIONS);
        assertThat(two.count("left")).isEqualTo(share.size());
    }

    @Test
    void socketsThatAreThereAreMetOnceByEachThatAsks() {
        connect();
        Await.until("met", () -> one.count("met") == CONNECTIONS);
        next.revision.tryOut(old.revision, TENTH);
        int share = servedBy("two").size();
        Await.until("the share is met", () -> two.count("met") == share);
        next.revision.tryOut(old.revision, 2 * TENTH);
        int greater = servedBy("two").size();
        Await.until("the rest of it is", () -> two.count("met") == greater);
        next.revision.commit(old.revision);
        Await.until("all are", () -> two.count("met") == CONNECTIONS);
        assertThat(two.seen.stream().distinct()).hasSize(CONNECTIONS);
        assertThat(two.count("came")).isZero();
        assertThat(one.count("met")).isEqualTo(CONNECTIONS);
    }

    @Test
    void thoseThatCameToItAreMetByTheOldOneWhenItEnds() {
        next.revision.tryOut(old.revision, TENTH);
        connect();
        int share = servedBy("two").size();
        Await.until("greeted", () -> one.count("met") + two.count("met") == CONNECTIONS);
        next.revision.close();
        Await.until("all are met", () -> one.count("met") == CONNECTIONS);
        assertThat(two.count("met")).isEqualTo(share);
    }

    @Test
    void aNamespaceOfItsOwnIsThereForTheShareAlone() {
        next.add(new More(), "/new");
        next.revision.tryOut(old.revision, TENTH);
        int admitted = 0;
        for (int i = 0; i < CONNECTIONS; i++) {
            FakeClient client = FakeClient.of("/new", i);
            admitted +=
                    client.connect(registry.dispatcher(), Payload.NONE)
                                    instanceof Admission.Accepted
                            ? 1
                            : 0;
        }
        assertThat(admitted).isBetween(CONNECTIONS / 20, CONNECTIONS / 6);
    }

    @Test
    void withoutTheOtherItServesNobody() {
        connect();
        next.revision.tryOut(old.revision, TENTH);
        Plugins.Fake third = Plugins.staged(registry, "a", new Version("three"));
        assertThat(third.revision.problems(old.revision)).isEmpty();
        third.revision.commit(old.revision);
        assertThat(servedBy("three")).hasSize(CONNECTIONS);
        next.revision.close();
        assertThat(servedBy("three")).hasSize(CONNECTIONS);
    }

    @Test
    void twoPluginsMayBeTriedOutAtOnce() {
        Plugins.Fake other = Plugins.staged(registry, "b", new More());
        other.revision.commit(null);
        Plugins.Fake silent = Plugins.staged(registry, "b");
        connect();
        next.revision.tryOut(old.revision, TENTH);
        silent.revision.tryOut(other.revision, 2 * TENTH);
        List<FakeClient> share = servedBy("two");
        assertThat(share).allMatch(client -> client.call("more", "").contains("4004"));
        assertThat(clients.stream().filter(c -> c.call("more", "").contains("4004")).count())
                .isGreaterThan(share.size());
        silent.revision.close();
        assertThat(servedBy("two")).isEqualTo(share);
        assertThat(clients).allMatch(client -> client.call("more", "").contains("more"));
    }

    @Test
    void whatCannotBeTriedOutIsRefused() {
        assertThatThrownBy(() -> next.revision.tryOut(old.revision, HandlerRevision.ALL))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 1 to 9999");
        assertThatThrownBy(() -> old.revision.tryOut(next.revision, TENTH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no other revision of a is in service");
        Plugins.staged(registry, "b", new More()).revision.commit(null);
        next.add(new More());
        assertThatThrownBy(() -> next.revision.tryOut(old.revision, TENTH))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("of plugin b already");
    }
}
