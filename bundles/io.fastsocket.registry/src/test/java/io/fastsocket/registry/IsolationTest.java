package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventException;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.Limits;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.observe.PluginLoad;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

class IsolationTest {

    private static final String UNAVAILABLE = "\"code\":5003";

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Busy busy = new Busy();

    @AfterEach
    void close() {
        busy.release.countDown();
        registry.close();
    }

    static final class Busy implements EventHandlers {
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger running = new AtomicInteger();
        final CompletableFuture<String> later = new CompletableFuture<>();
        volatile boolean broken = true;

        @OnEvent("hold")
        String hold() throws InterruptedException {
            running.incrementAndGet();
            release.await();
            return "held";
        }

        @OnEvent("later")
        CompletionStage<String> later() {
            return later;
        }

        @OnEvent("fail")
        String fail() {
            if (broken) {
                throw new IllegalStateException("out of order");
            }
            return "fine";
        }

        @OnEvent("refuse")
        String refuse(int number) {
            if (number > 0) {
                throw new EventException(10001, "not you");
            }
            return "you";
        }

        @OnEvent(value = "slow", timeout = "50ms")
        String slow() throws InterruptedException {
            new CountDownLatch(1).await();
            return "";
        }

        @OnEvent(value = "inline", inline = true)
        String inline() {
            return "at once";
        }

        @OnEvent("flood")
        int flood(Socket socket, int events) {
            for (int i = 0; i < events; i++) {
                socket.emit("drop", i);
            }
            return events;
        }

        @OnEvent("well")
        String well() {
            return "well";
        }
    }

    static final class Neighbour implements EventHandlers {
        @OnEvent("neighbour")
        String neighbour() {
            return "fine";
        }
    }

    private FakeClient client() {
        return FakeClient.join(registry.dispatcher(), "/");
    }

    private void limits(Limits limits) {
        registry.settings(Given.limits(limits, Map.of()));
    }

    private PluginLoad load() {
        return registry.loads().stream()
                .filter(load -> load.plugin().equals("test.plugin"))
                .findFirst()
                .orElseThrow();
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

    private static Limits breaking() {
        return Limits.DEFAULTS
                .with(Limit.BREAKER_CALLS, 4)
                .with(Limit.BREAKER_PAUSE, 300)
                .with(Limit.BREAKER_PROBES, 2);
    }

    private static Limits breakingForLong() {
        return breaking().with(Limit.BREAKER_PAUSE, 600_000);
    }

    private void assertOpen(FakeClient client) {
        assertThat(client.call("fail", "")).contains(UNAVAILABLE);
        assertThat(client.call("well", "")).isEqualTo("\"well\"");
        assertThat(load().breakers())
                .singleElement()
                .satisfies(breaker -> assertThat(breaker.handler()).isEqualTo("Busy.fail"))
                .satisfies(breaker -> assertThat(breaker.state()).startsWith("open for "));
    }

    @Test
    void aHandlerThatFailsTooOftenIsLeftAlone() {
        limits(breakingForLong());
        Plugins.serving(registry, busy);
        FakeClient client = client();
        for (int i = 0; i < 4; i++) {
            assertThat(client.call("fail", "")).contains("5000");
        }
        assertOpen(client);
    }

    @Test
    void aProbeThatFailsHasItStayOpen() {
        limits(breaking().with(Limit.BREAKER_PAUSE, 10));
        Plugins.serving(registry, busy);
        FakeClient client = client();
        for (int i = 0; i < 4; i++) {
            assertThat(client.call("fail", "")).contains("5000");
        }
        Await.until("open", () -> !load().breakers().isEmpty());
        limits(breakingForLong());
        Await.until("a probe", () -> client.call("fail", "").contains("5000"));
        assertOpen(client);
    }

    @Test
    void probesThatSucceedCloseIt() {
        limits(breaking().with(Limit.BREAKER_PAUSE, 10));
        Plugins.serving(registry, busy);
        FakeClient client = client();
        for (int i = 0; i < 4; i++) {
            assertThat(client.call("fail", "")).contains("5000");
        }
        busy.broken = false;
        Await.until("works again", () -> client.call("fail", "").equals("\"fine\""));
        for (int i = 0; i < 10; i++) {
            assertThat(client.call("fail", "")).isEqualTo("\"fine\"");
        }
        // Listed only if a call came while it was open, which a slow machine may have missed.
        assertThat(load().breakers()).allMatch(breaker -> breaker.state().equals("closed"));
    }

    @Test
    void onlyAsManyProbesAsConfiguredAreUnderWay() {
        limits(breaking().with(Limit.BREAKER_PAUSE, 10));
        Plugins.serving(registry, new Faltering(busy));
        FakeClient client = client();
        for (int i = 0; i < 4; i++) {
            client.call("falter", "");
        }
        // The last answer is out before its call has been counted.
        Await.until("open", () -> !load().breakers().isEmpty());
        FakeClient[] probes = {client(), client()};
        Await.until("first", () -> begins(probes[0]));
        Await.until("second", () -> begins(probes[1]));
        assertThat(client().call("falter", "")).contains(UNAVAILABLE);
        busy.release.countDown();
        Await.until("closed", () -> client().call("falter", "").equals("\"held\""));
    }

    private boolean begins(FakeClient client) {
        int before = busy.running.get();
        long asked = client.send("falter", "");
        Await.until(
                "begun or refused",
                () -> busy.running.get() > before || client.acks.containsKey(asked));
        return busy.running.get() > before;
    }

    /** Fails four times; later calls are held. */
    static final class Faltering implements EventHandlers {
        private final AtomicInteger calls = new AtomicInteger();
        private final Busy busy;

        Faltering(Busy busy) {
            this.busy = busy;
        }

        @OnEvent("falter")
        String falter() throws InterruptedException {
            if (calls.incrementAndGet() <= 4) {
                throw new IllegalStateException("out of order");
            }
            return busy.hold();
        }
    }

    @Test
    void timeLimitsCountAsFailuresAndAPluginsOwnErrorsDoNot() {
        limits(breaking());
        Plugins.serving(registry, busy);
        FakeClient client = client();
        for (int i = 0; i < 10; i++) {
            assertThat(client.call("refuse", "1")).contains("10001");
        }
        for (int i = 0; i < 4; i++) {
            assertThat(client.call("slow", "")).contains("5004");
        }
        Await.until("open", () -> client.call("slow", "").contains(UNAVAILABLE));
    }

    @Test
    void aRevisionThatTakesOverBeginsWithAClosedBreaker() {
        limits(breakingForLong());
        Plugins.Fake old = Plugins.staged(registry, "swapped", busy);
        old.revision.commit(null);
        FakeClient client = client();
        for (int i = 0; i < 5; i++) {
            client.call("fail", "");
        }
        assertThat(client.call("fail", "")).contains(UNAVAILABLE);
        Busy repaired = new Busy();
        repaired.broken = false;
        Plugins.Fake next = Plugins.staged(registry, "swapped", repaired);
        next.revision.commit(old.revision);
        assertThat(client.call("fail", "")).isEqualTo("\"fine\"");
    }

    @Test
    void thereIsNoBreakerAtZero() {
        limits(breaking().with(Limit.BREAKER_ERRORS, 0));
        Plugins.serving(registry, busy);
        FakeClient client = client();
        for (int i = 0; i < 20; i++) {
            assertThat(client.call("fail", "")).contains("5000");
        }
    }
}
