package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.isolation.BusyCalls;

import org.assertj.core.api.Assumptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Handlers that compute without end, and keep the carriers of virtual threads. */
class BusyTest {

    private final Registry registry = new Registry(Given.handlerTimeout(Duration.ofMinutes(10)));
    private final Spinning spinning = new Spinning();

    @AfterEach
    void close() {
        spinning.on = false;
        registry.close();
    }

    static final class Spinning implements EventHandlers {
        private final AtomicInteger begun = new AtomicInteger();
        volatile boolean on = true;

        @OnEvent("spin")
        String spin() {
            begun.incrementAndGet();
            while (on) {
                Thread.onSpinWait();
            }
            return "spun";
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

    /** The launcher sees to more of them than a machine with one has. */
    private static void assumeSeveralCarriers() {
        Assumptions.assumeThat(BusyCalls.CARRIERS).isGreaterThan(1);
    }

    @Test
    void othersGoOnAndThePluginIsCalledNoMore() {
        assumeSeveralCarriers();
        Plugins.serving(registry, spinning);
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        FakeClient neighbour = FakeClient.join(registry.dispatcher(), "/");
        FakeClient other = FakeClient.join(registry.dispatcher(), "/");
        Await.until("joined", () -> other.call("well", "").equals("\"well\""));
        List<FakeClient> clients = new ArrayList<>();
        for (int i = 0; i < BusyCalls.CARRIERS; i++) {
            clients.add(FakeClient.join(registry.dispatcher(), "/"));
        }
        for (FakeClient client : clients) {
            client.send("spin", "");
        }

        assertThat(neighbour.call("neighbour", "")).isEqualTo("\"fine\"");
        Await.until("refused", () -> other.call("well", "").contains("5003"));
        assertThat(neighbour.call("neighbour", "")).isEqualTo("\"fine\"");

        spinning.on = false;
        // Those that came late waited for the first ones, and were refused with the others.
        List<String> answers = clients.stream().map(client -> client.ackOf(0)).toList();
        int begun = spinning.begun.get();
        assertThat(answers).filteredOn("\"spun\""::equals).hasSize(begun).isNotEmpty();
        assertThat(answers)
                .filteredOn(answer -> answer.contains("5003"))
                .hasSize(clients.size() - begun);
        Await.until("called again", () -> other.call("well", "").equals("\"well\""));
    }

    @Test
    void thePluginsOtherHandlersGoOnBesideOneThatComputes() {
        assumeSeveralCarriers();
        Plugins.serving(registry, spinning);
        FakeClient other = FakeClient.join(registry.dispatcher(), "/");
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.send("spin", "");
        Await.until("at work", () -> spinning.begun.get() == 1);

        // After a second of it the plugin is called no more.
        long end = System.nanoTime() + Duration.ofMillis(400).toNanos();
        while (System.nanoTime() < end) {
            assertThat(other.call("well", "")).isEqualTo("\"well\"");
        }
        spinning.on = false;
        assertThat(client.ackOf(0)).isEqualTo("\"spun\"");
    }

    /** Such as those of streams: no call that would be looked at. */
    @Test
    void othersGoOnBesideVirtualThreadsThatAreInNoCall() {
        assumeSeveralCarriers();
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        FakeClient neighbour = FakeClient.join(registry.dispatcher(), "/");
        int threads = 2 * BusyCalls.CARRIERS + 1;
        AtomicInteger ended = new AtomicInteger();
        for (int i = 0; i < threads; i++) {
            Thread.startVirtualThread(
                    () -> {
                        spinning.spin();
                        ended.incrementAndGet();
                    });
        }
        assertThat(neighbour.call("neighbour", "")).isEqualTo("\"fine\"");
        spinning.on = false;
        Await.until("ended", () -> ended.get() == threads);
    }

    /** Each call computes for a short while, until it is enough. */
    static final class Diligent implements EventHandlers {
        private final AtomicInteger done = new AtomicInteger();
        private volatile boolean enough;

        @OnEvent("work")
        void work() {
            long end = System.nanoTime() + Duration.ofMillis(5).toNanos();
            while (System.nanoTime() < end && !enough) {
                Thread.onSpinWait();
            }
            done.incrementAndGet();
        }
    }

    @Test
    void socketsWithMuchToDoLetOthersHaveTheirTurn() {
        int each = 1000;
        Diligent diligent = new Diligent();
        Plugins.serving(registry, diligent);
        new Plugins.Fake(registry, "neighbour", false).add(new Neighbour());
        FakeClient neighbour = FakeClient.join(registry.dispatcher(), "/");
        for (int i = 0; i < BusyCalls.CARRIERS; i++) {
            FakeClient client = FakeClient.join(registry.dispatcher(), "/");
            IntStream.range(0, each).forEach(event -> client.send("work", ""));
        }
        Await.until("at work", () -> diligent.done.get() > 0);

        assertThat(neighbour.call("neighbour", "")).isEqualTo("\"fine\"");
        assertThat(diligent.done.get()).isLessThan(each);
        diligent.enough = true;
        Await.until("done", () -> diligent.done.get() == each * BusyCalls.CARRIERS);
    }

    static final class Waiting implements EventHandlers {
        private final AtomicInteger begun = new AtomicInteger();
        private final Path pipe;

        Waiting(Path pipe) {
            this.pipe = pipe;
        }

        @OnEvent("wait")
        String await() throws IOException {
            begun.incrementAndGet();
            return Files.readString(pipe);
        }

        @OnEvent("well")
        String well() {
            return "well";
        }
    }

    /** As calls look that wait for a processor that others use. */
    @Test
    void callsThatKeepCarriersWithoutComputingAreNotHeldAgainstThePlugin(@TempDir Path folder)
            throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        Waiting waiting = new Waiting(pipe);
        Plugins.serving(registry, waiting);
        FakeClient other = FakeClient.join(registry.dispatcher(), "/");
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.send("wait", "");
        Await.until("called", () -> waiting.begun.get() == 1);

        long begin = System.nanoTime();
        while (System.nanoTime() - begin < Duration.ofSeconds(2).toNanos()) {
            assertThat(other.call("well", "")).isEqualTo("\"well\"");
        }

        Files.writeString(pipe, "waited");
        assertThat(client.ackOf(0)).isEqualTo("\"waited\"");
    }

    @Test
    void oneCallThatComputesForMoreThanASecondIsEnoughWithTwoCores() {
        assumeSeveralCarriers();
        Assumptions.assumeThat(Runtime.getRuntime().availableProcessors()).isLessThan(4);
        Plugins.serving(registry, spinning);
        FakeClient other = FakeClient.join(registry.dispatcher(), "/");
        FakeClient.join(registry.dispatcher(), "/").send("spin", "");
        Await.until("refused", () -> other.call("well", "").contains("5003"));
        spinning.on = false;
        Await.until("called again", () -> other.call("well", "").equals("\"well\""));
    }
}
