package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.Limits;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicInteger;

class BreakerTest extends IsolationFixture {

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
