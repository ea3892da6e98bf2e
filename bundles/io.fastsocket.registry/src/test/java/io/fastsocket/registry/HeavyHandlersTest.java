package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.BusyCalls;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.Limits;

import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Which handlers wait, and for what, when some of a plugin compute for long. */
class HeavyHandlersTest extends IsolationFixture {

    private static final Limits PATIENT = Limits.DEFAULTS.with(Limit.WAIT_TIME, 60_000);
    private static final Limits IMPATIENT = Limits.DEFAULTS.with(Limit.WAIT_TIME, 100);

    private final BusyTest.Spinning spinning = new BusyTest.Spinning();

    @AfterEach
    void stop() {
        spinning.on = false;
    }

    private static long computeFor(Duration time) {
        long pieces = 0;
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            Wasteful.last = new byte[10_000];
            pieces++;
        }
        return pieces;
    }

    /** Makes garbage for long enough to be found. */
    static final class Wasteful implements EventHandlers {
        static volatile byte[] last;
        private final AtomicInteger begun = new AtomicInteger();

        @OnEvent("waste")
        long waste() {
            begun.incrementAndGet();
            return computeFor(Duration.ofMillis(50));
        }

        @OnEvent("well")
        String well() {
            return "well";
        }
    }

    @Test
    void callsThatAllocateMoreThanTheyMayWaitAndOthersDoNot() {
        limits(IMPATIENT.with(Limit.ALLOCATION_LIMIT, 1));
        Wasteful wasteful = new Wasteful();
        Plugins.serving(registry, wasteful);
        Await.until("held", () -> client().call("waste", "").contains(UNAVAILABLE));
        int begun = wasteful.begun.get();

        assertThat(client().call("well", "")).isEqualTo("\"well\"");
        assertThat(client().call("waste", "")).contains(UNAVAILABLE);
        assertThat(wasteful.begun).hasValue(begun);
        FakeClient waiting = client();
        limits(PATIENT.with(Limit.ALLOCATION_LIMIT, 1));
        waiting.send("waste", "");
        Await.until("held", () -> load().heldBy().equals(List.of("allocationLimit")));

        limits(PATIENT.with(Limit.ALLOCATION_LIMIT, 0));
        assertThat(waiting.ackOf(0)).containsOnlyDigits();
        assertThat(load().heldBy()).isEmpty();
    }

    @Test
    void callsThatWaitGoToTheRevisionThatTakesOver() {
        limits(IMPATIENT.with(Limit.ALLOCATION_LIMIT, 1));
        Plugins.Fake old = Plugins.staged(registry, "test.plugin", new Wasteful());
        old.revision.commit(null);
        Await.until("held", () -> client().call("waste", "").contains(UNAVAILABLE));
        limits(PATIENT.with(Limit.ALLOCATION_LIMIT, 1));
        FakeClient waiting = client();
        waiting.send("waste", "");
        Await.until("it waits", () -> load().waiting() == 1);

        Plugins.staged(registry, "test.plugin", new Thrifty()).revision.commit(old.revision);

        assertThat(waiting.ackOf(0)).isEqualTo("0");
    }

    static final class Thrifty implements EventHandlers {
        @OnEvent("waste")
        int waste() {
            return 0;
        }
    }

    @Test
    void withoutLimitTheyDoNotWaitForOneAnother() {
        limits(PATIENT.with(Limit.ALLOCATION_LIMIT, 0));
        Plugins.serving(registry, new Wasteful());
        FakeClient client = client();
        for (int i = 0; i < 10; i++) {
            assertThat(client.call("waste", "")).containsOnlyDigits();
        }
    }

    /** Computes for long itself, three times. */
    static final class Guard implements EventInterceptor {
        private final AtomicInteger left = new AtomicInteger(3);

        @Override
        public void onEvent(EventContext event) {
            if (event.event().equals("well") && left.getAndDecrement() > 0) {
                computeFor(Duration.ofMillis(50));
            }
        }
    }

    @Test
    void whatAnInterceptorComputesIsNotTheHandlersWay() {
        Assumptions.assumeThat(BusyCalls.CARRIERS).isGreaterThan(1);
        Plugins.serving(registry, spinning);
        new Plugins.Fake(registry, "guard", false).add(new Guard());
        FakeClient client = client();
        for (int i = 0; i < 4; i++) {
            assertThat(client.call("well", "")).isEqualTo("\"well\"");
        }
        FakeClient other = client();
        other.send("spin", "");
        Await.until("found", () -> load().busy() == 1);
        assertThat(client.call("well", "")).isEqualTo("\"well\"");
        spinning.on = false;
        assertThat(other.ackOf(0)).isEqualTo("\"spun\"");
    }
}
