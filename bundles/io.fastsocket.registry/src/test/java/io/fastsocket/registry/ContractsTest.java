package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.api.Ack;
import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.Plugins.Fake;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.inside.fakes.FakeTransport;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.observe.EventInfo;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;

/** What the registry tells those who look after contracts, and what it does at their word. */
class ContractsTest {

    @Emits(event = "sent", payload = String.class, to = "room")
    static final class Handler implements EventHandlers {
        @OnEvent("now")
        int now(String text, Socket socket, Integer number) {
            return number;
        }

        @OnEvent("later")
        CompletionStage<String> later() {
            return null;
        }

        @OnEvent("ack")
        void ack(Ack<Long> ack) {
            ack.send(1L);
        }
    }

    static final class Other implements EventHandlers {
        @OnEvent("other")
        void other() {}
    }

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final FakeKeeper keeper = new FakeKeeper();

    @AfterEach
    void close() {
        registry.close();
    }

    @Test
    void whatIsInServiceIsKnownByItsMethods() {
        long before = registry.served().changes();
        Plugins.serving(registry, new Handler());

        assertThat(registry.served().changes()).isGreaterThan(before);
        ServedPlugin plugin = registry.served().plugins().getFirst();
        assertThat(plugin.plugin()).isEqualTo("test.plugin");
        assertThat(plugin.handled())
                .extracting(HandledEvent::event)
                .containsExactlyInAnyOrder("now", "later", "ack");
        for (HandledEvent event : plugin.handled()) {
            boolean now = event.event().equals("now");
            assertThat(event.arguments()).hasSize(now ? 2 : 0);
            Class<?> answer =
                    Map.of("now", int.class, "later", String.class, "ack", Long.class)
                            .get(event.event());
            assertThat(event.answer().getType()).isEqualTo(answer);
        }
        assertThat(plugin.emitted()).singleElement().extracting("room").isEqualTo("room");
    }

    @Test
    void aContractThatIsNotValidKeepsAPluginOut() {
        registry.keeper(keeper);
        Fake bad = Plugins.staged(registry, "bad", new Handler());
        assertThat(bad.revision.problems(null)).containsExactly("not valid");
        assertThatThrownBy(() -> bad.revision.commit(null)).hasMessage("not valid");
    }

    @Test
    void aConflictCountsAgainstOthersInServiceButNotAgainstTheOneReplaced() {
        registry.keeper(keeper);
        Fake first = Plugins.staged(registry, "one", new Handler());
        first.revision.commit(null);
        Fake second = Plugins.staged(registry, "two", new Other());
        assertThat(second.revision.problems(null)).containsExactly("in conflict");
        assertThat(second.revision.problems(first.revision)).isEmpty();
    }

    @Test
    void aRevisionIsComparedWithWhatAnotherPromised() {
        Fake old = Plugins.staged(registry, "one", new Other());
        assertThat(old.revision.promise()).isEmpty();
        assertThat(old.revision.changes("x")).isEmpty();
        registry.keeper(keeper);
        Fake next = Plugins.staged(registry, "one", new Handler());

        assertThat(old.revision.promise()).isEqualTo("one [other]");
        assertThat(next.revision.changes(old.revision.promise()))
                .singleElement()
                .extracting(Change::event)
                .isEqualTo("one [other] -> one [ack, later, now]");
        assertThat(old.revision.changes("one [other]")).isEmpty();

        old.revision.commit(null);
        String promise = old.revision.promise();
        old.revision.park();
        old.active.set(false);
        assertThat(old.revision.promise()).isEqualTo(promise);
    }

    @Test
    void socketsCountThatLatelyUsedWhatChanges() {
        Fake old = Plugins.staged(registry, "one", new Handler());
        old.add(new Other(), "/rooms/{room}");
        old.revision.commit(null);
        FakeClient one = FakeClient.join(registry.dispatcher(), "/");
        FakeClient two = FakeClient.join(registry.dispatcher(), "/");
        one.call("ack", "");
        one.call("ack", "");
        two.call("now", "\"a\",1");
        FakeClient room = FakeClient.join(registry.dispatcher(), "/rooms/a");
        room.call("other", "");

        Fake next = Plugins.staged(registry, "one", new Handler());
        next.revision.commit(old.revision);
        two.call("ack", "");
        assertThat(count(next, FakeKeeper.change("/", "ack"))).isEqualTo(2);
        assertThat(count(old, FakeKeeper.change("/", "ack"))).isEqualTo(2);
        assertThat(count(old, FakeKeeper.change("/", "now"))).isOne();
        assertThat(count(old, FakeKeeper.change("/", "later"))).isZero();
        assertThat(count(old, FakeKeeper.change("/", "ack"), FakeKeeper.change("/", "now")))
                .isEqualTo(2);
        assertThat(
                        count(
                                old,
                                FakeKeeper.change("rooms/{name}", "other"),
                                FakeKeeper.change("/", "now")))
                .isEqualTo(2);

        registry.transports().set(new FakeTransport(one, two, new FakeClient("/")));
        assertThat(count(next, FakeKeeper.change("/", "sent"))).isZero();
        next.revision.scope().server().of("/").emit("sent", "x");
        assertThat(count(next, FakeKeeper.change("/", "sent"))).isEqualTo(3);
        assertThat(count(old, FakeKeeper.change("/", null))).isEqualTo(3);
    }

    private static int count(Fake plugin, Change... changes) {
        return plugin.revision.recentSockets(List.of(changes));
    }

    @Test
    void aKeeperMayComeLateAndGo() {
        Fake plugin = Plugins.staged(registry, "bad", new Handler());
        assertThat(plugin.revision.problems(null)).isEmpty();
        registry.keeper(keeper);
        plugin.revision.keepToContract();
        assertThat(plugin.revision.problems(null)).containsExactly("not valid");
        registry.keeper(null);
        plugin.revision.keepToContract();
        assertThat(plugin.revision.problems(null)).isEmpty();
        assertThat(keeper.open).isEmpty();
    }

    @Test
    void whatComesInIsHeldAgainstTheContractToo() {
        registry.keeper(keeper);
        Plugins.serving(registry, new Handler());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        assertThat(client.call("now", "\"a\",1")).isEqualTo("1");
        assertThat(client.call("now", "\"long enough\",1"))
                .contains("4001", "{\"path\":\"it\",\"message\":\"is long\"}");
        assertThat(client.call("now", "\"long enough\",true"))
                .contains("\"path\":\"[1]\"", "\"path\":\"it\"");
        assertThat(registry.events())
                .filteredOn(event -> event.event().equals("now"))
                .singleElement()
                .extracting(EventInfo::violations, EventInfo::errors)
                .containsExactly(2L, 2L);
    }

    record Known(int a, List<Known> more) {}

    static final class Fields implements EventHandlers {
        @OnEvent("fields")
        void fields(Known known) {}
    }

    @Test
    void whatNobodyHandlesAndNothingTakesIsTold() {
        registry.keeper(keeper);
        Plugins.serving(registry, new Handler(), new Fields());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");

        assertThat(keeper.declared).contains("sent");
        assertThat(client.call("nothing", "1")).contains("4004");
        assertThat(keeper.unhandled).containsExactly("/ nothing 1");
        client.call("fields", "{\"a\":1,\"b\":2,\"more\":[{\"a\":1,\"c\":{}},{\"a\":1,\"c\":1}]}");
        assertThat(registry.served().plugins().getFirst().handled())
                .filteredOn(event -> event.event().equals("fields"))
                .singleElement()
                .extracting(event -> event.unknownFields().get())
                .isEqualTo(Map.of("Known.b", 1L, "Known.c", 2L));
    }

    @Test
    void whatAnOperatorTriesIsNoDrift() {
        registry.keeper(keeper);
        Plugins.serving(registry, new Handler(), new Fields());
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.synthetic = true;

        assertThat(client.call("nothing", "1")).contains("4004");
        client.call("fields", "{\"a\":1,\"b\":2,\"more\":[]}");
        assertThat(client.call("now", "\"long enough\",1")).contains("4001");
        keeper.check.declared = false;
        assertThat(client.call("now", "\"long enough\",1")).isEqualTo("1");

        assertThat(keeper.unhandled).isEmpty();
        assertThat(registry.served().plugins().getFirst().handled())
                .allSatisfy(event -> assertThat(event.unknownFields().get()).isEmpty());
    }

    @Test
    void whatGoesOutFailsAtThePlugin() {
        registry.keeper(keeper);
        Fake plugin = Plugins.serving(registry, new Handler());
        var everyone = plugin.revision.scope().server().of("/");

        everyone.emit("sent", "short");
        assertThatThrownBy(() -> everyone.emit("sent", "a long text"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("event \"sent\" is not as the plugin's contract says: it is long");
    }

    @Test
    void nothingIsKeptOfARevisionThatHasEnded() {
        registry.keeper(keeper);
        Fake plugin = Plugins.staged(registry, "one", new Handler());
        assertThat(keeper.open).containsExactly("one");
        plugin.active.set(false);
        plugin.revision.close();
        assertThat(keeper.open).isEmpty();
    }
}
