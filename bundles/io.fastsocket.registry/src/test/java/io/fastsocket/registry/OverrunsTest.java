package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.Overruns;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

class OverrunsTest {

    private final Registry registry = new Registry(Settings.DEFAULTS);
    private final Logger logger = Logger.getLogger(Overruns.class.getName());
    private final Lines lines = new Lines();

    @BeforeEach
    void listen() {
        logger.addHandler(lines);
    }

    @AfterEach
    void close() {
        logger.removeHandler(lines);
        registry.close();
    }

    private static final class Lines extends Handler {
        final Queue<Level> levels = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            levels.add(line.getLevel());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    /** Ignores interrupts until it is released. */
    static final class Stubborn implements EventHandlers {
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger greeted = new AtomicInteger();

        @OnConnect
        void came() {
            greeted.incrementAndGet();
        }

        @OnEvent(value = "stay", timeout = "50ms")
        void stay() {
            stubborn(release);
        }

        @OnEvent(value = "stayFree", timeout = "50ms", ordered = false)
        void stayFree() {
            stubborn(release);
        }

        @OnEvent(value = "obey", timeout = "50ms")
        void obey() throws InterruptedException {
            release.await();
        }

        @OnEvent("well")
        String well() {
            return "well";
        }

        @OnEvent(value = "inline", inline = true)
        String inline() {
            return "inline";
        }
    }

    /** Waits without holding a carrier, since machines that test may have few. */
    private static void stubborn(CountDownLatch release) {
        boolean interrupted = false;
        while (release.getCount() > 0) {
            LockSupport.parkNanos(1_000_000);
            interrupted |= Thread.interrupted();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static final class Neighbour implements EventHandlers {
        @OnEvent("neighbour")
        String neighbour() {
            return "fine";
        }
    }

    private FakeClient join() {
        return FakeClient.join(registry.dispatcher(), "/");
    }

    @Test
    void pluginIsCalledNoMoreUntilItsCallsReturn() {
        Stubborn stubborn = new Stubborn();
        Plugins.serving(registry, stubborn);
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        FakeClient client = join();
        assertThat(join().call("stay", "")).contains("5004");
        assertThat(client.call("well", "")).isEqualTo("\"well\"");

        assertThat(join().call("stayFree", "")).contains("5004");

        assertThat(client.call("well", ""))
                .isEqualTo(
                        "{\"error\":{\"code\":5003,\"reason\":\"unavailable,"
                                + " retry\",\"event\":\"well\"}}");
        assertThat(client.call("inline", "")).contains("5003");
        assertThat(client.call("neighbour", "")).isEqualTo("\"fine\"");
        int greeted = stubborn.greeted.get();
        assertThat(join().call("well", "")).contains("5003");
        assertThat(stubborn.greeted).hasValue(greeted);
        assertThat(lines.levels).containsExactly(Level.WARNING);

        stubborn.release.countDown();
        Await.until("called again", () -> client.call("well", "").equals("\"well\""));
        Await.until("told", () -> lines.levels.size() == 2);
        assertThat(lines.levels).containsExactly(Level.WARNING, Level.INFO);
    }

    @Test
    void callsThatObeyTheirInterruptDoNoHarm() {
        Plugins.serving(registry, new Stubborn());
        List<FakeClient> clients = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            clients.add(join());
        }
        clients.forEach(client -> client.send("obey", ""));
        for (FakeClient client : clients) {
            // One that comes late finds the others' time up, and them not yet back.
            assertThat(client.ackOf(0)).containsAnyOf("5004", "5003");
            Await.until("well", () -> client.call("well", "").equals("\"well\""));
        }
    }

    @Test
    void revisionThatTakesOverBeginsAnew() {
        Stubborn stubborn = new Stubborn();
        Plugins.Fake old = Plugins.staged(registry, "a", stubborn);
        old.revision.commit(null);
        assertThat(join().call("stay", "")).contains("5004");
        assertThat(join().call("stay", "")).contains("5004");
        FakeClient client = join();
        assertThat(client.call("well", "")).contains("5003");

        Plugins.staged(registry, "a", new Stubborn()).revision.commit(old.revision);

        assertThat(client.call("well", "")).isEqualTo("\"well\"");
        stubborn.release.countDown();
    }

    static final class StubbornGuard implements EventInterceptor {
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicInteger asked = new AtomicInteger();

        @Override
        public void onEvent(EventContext event) {
            asked.incrementAndGet();
            stubborn(release);
        }
    }

    static final class Counting implements EventHandlers {
        final AtomicInteger handled = new AtomicInteger();

        @OnEvent("count")
        int count() {
            return handled.incrementAndGet();
        }
    }

    @Test
    void nothingPassesAGuardThatIsCalledNoMore() {
        StubbornGuard guard = new StubbornGuard();
        Counting counting = new Counting();
        Plugins.serving(registry, guard);
        new Plugins.Fake(registry, "counting", false).add(counting);
        FakeClient client = join();
        List<FakeClient> held = List.of(join(), join());
        registry.settings(Given.handlerTimeout(Duration.ofMillis(50)));
        for (FakeClient each : held) {
            assertThat(each.call("count", "")).contains("5004");
        }

        assertThat(client.call("count", "")).contains("5003");
        Admission admission = new FakeClient("/").connect(registry.dispatcher(), Payload.NONE);

        assertThat(((Admission.Refused) admission).error().toString()).contains("5003");
        assertThat(guard.asked).hasValue(2);
        registry.settings(Settings.DEFAULTS);
        guard.release.countDown();
        Await.until("count", () -> client.call("count", "").equals("1"));
        assertThat(counting.handled).as("none whose time was up").hasValue(1);
    }
}
