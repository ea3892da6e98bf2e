package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.Limits;
import io.fastsocket.spi.observe.PluginLoad;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class IsolationTest extends IsolationFixture {

    static final class Neighbour implements EventHandlers {
        @OnEvent("neighbour")
        String neighbour() {
            return "fine";
        }
    }

    @Test
    void callsBeyondTheLimitWaitAndThoseBeyondThatAreRefused() {
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 2).with(Limit.WAIT_LIMIT, 1));
        Plugins.serving(registry, busy);
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        FakeClient[] clients = {client(), client(), client()};
        clients[0].send("hold", "");
        clients[1].send("hold", "");
        Await.until("two at once", () -> busy.running.get() == 2);
        clients[2].send("hold", "");
        Await.until("one waits", () -> load().waiting() == 1);

        assertThat(client().call("well", "")).contains(UNAVAILABLE);
        assertThat(client().call("neighbour", "")).isEqualTo("\"fine\"");
        assertThat(busy.running).hasValue(2);
        assertThat(load().running()).isEqualTo(2);
        assertThat(load().refused()).isEqualTo(1);

        busy.release.countDown();
        for (FakeClient client : clients) {
            assertThat(client.ackOf(0)).isEqualTo("\"held\"");
        }
        Await.until("all are over", () -> load().running() == 0);
        assertThat(client().call("well", "")).isEqualTo("\"well\"");
    }

    @Test
    void aPluginThatSendsMoreThanItMayIsHeldUpAndItsNeighbourIsNot() {
        Limits own = Limits.DEFAULTS.with(Limit.EMIT_LIMIT, 100);
        registry.settings(Given.limits(Limits.DEFAULTS, Map.of("test.plugin", own)));
        Plugins.serving(registry, busy);
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        FakeClient flooded = client();
        long began = System.nanoTime();
        long flood = flooded.send("flood", "40");
        Await.until("held", () -> load().heldBy().equals(List.of("emitLimit")));
        assertThat(client().call("neighbour", "")).isEqualTo("\"fine\"");
        assertThat(flooded.ackOf(flood)).isEqualTo("40");
        // Ten are a burst, and one more may be early.
        assertThat(System.nanoTime() - began).isGreaterThanOrEqualTo(280_000_000);
        assertThat(flooded.emitted).hasSize(40);
    }

    @Test
    void anEventWaitsOnlySoLong() {
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 1).with(Limit.WAIT_TIME, 50));
        Plugins.serving(registry, busy);
        client().send("hold", "");
        Await.until("one", () -> busy.running.get() == 1);
        assertThat(client().call("well", "")).contains(UNAVAILABLE);
    }

    @Test
    void aCallThatAnswersLaterIsUnderWayUntilThen() {
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 1).with(Limit.WAIT_LIMIT, 0));
        Plugins.serving(registry, busy);
        FakeClient first = client();
        first.send("later", "");
        Await.until("under way", () -> load().running() == 1);
        assertThat(client().call("well", "")).contains(UNAVAILABLE);
        busy.later.complete("now");
        assertThat(first.ackOf(0)).isEqualTo("\"now\"");
        Await.until("over", () -> client().call("well", "").equals("\"well\""));
    }

    @Test
    void inlineHandlersDoNotHoldUpTheEventLoop() {
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 1));
        Plugins.serving(registry, busy);
        client().send("hold", "");
        Await.until("one", () -> busy.running.get() == 1);
        FakeClient other = client();
        long asked = other.send("inline", "");
        Await.until("it waits elsewhere", () -> load().waiting() == 1);
        busy.release.countDown();
        assertThat(other.ackOf(asked)).isEqualTo("\"at once\"");
    }

    @Test
    void limitsChangeWhileCallsAreUnderWay() {
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 1).with(Limit.WAIT_LIMIT, 0));
        Plugins.serving(registry, busy);
        client().send("hold", "");
        Await.until("one", () -> busy.running.get() == 1);
        assertThat(client().call("well", "")).contains(UNAVAILABLE);
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 2));
        assertThat(client().call("well", "")).isEqualTo("\"well\"");
        limits(Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 1).with(Limit.WAIT_LIMIT, 0));
        assertThat(client().call("well", "")).contains(UNAVAILABLE);
        busy.release.countDown();
        Await.until("over", () -> client().call("well", "").equals("\"well\""));
    }

    @Test
    void aPluginMayHaveLimitsOfItsOwn() {
        Limits own = Limits.DEFAULTS.with(Limit.CONCURRENT_LIMIT, 1).with(Limit.WAIT_LIMIT, 0);
        registry.settings(Given.limits(Limits.DEFAULTS, Map.of("own", own)));
        new Plugins.Fake(registry, "own", false).add(busy);
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        client().send("hold", "");
        Await.until("one", () -> busy.running.get() == 1);
        assertThat(client().call("well", "")).contains(UNAVAILABLE);
        assertThat(client().call("neighbour", "")).isEqualTo("\"fine\"");
        assertThat(registry.loads())
                .extracting(PluginLoad::plugin, load -> load.limits().get("concurrentLimit"))
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("neighbour", 10_000L),
                        org.assertj.core.groups.Tuple.tuple("own", 1L));
    }
}
