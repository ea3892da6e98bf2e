package io.fastsocket.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.OnConnect;
import io.fastsocket.api.OnEvent;
import io.fastsocket.registry.inside.fakes.Await;
import io.fastsocket.registry.inside.fakes.FakeClient;
import io.fastsocket.registry.routing.Settings;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

class InlineTest {

    /** Well over the 5 ms that are allowed by default. */
    private static final long TOO_LONG_NANOS = 20_000_000;

    private final Registry registry = new Registry(Settings.DEFAULTS);

    @AfterEach
    void close() {
        registry.close();
    }

    static final class Slow implements EventHandlers {
        final AtomicReference<Thread> thread = new AtomicReference<>();

        @OnEvent(value = "slow", inline = true)
        void slow() {
            thread.set(Thread.currentThread());
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < TOO_LONG_NANOS) {
                Thread.onSpinWait();
            }
        }

        @OnEvent("idle")
        void idle() {}
    }

    static final class Busy implements EventHandlers {
        final CountDownLatch came = new CountDownLatch(1);
        final CountDownLatch release = new CountDownLatch(1);
        final AtomicReference<Thread> thread = new AtomicReference<>();

        @OnConnect
        void came() {
            came.countDown();
        }

        @OnEvent("block")
        void block() throws InterruptedException {
            release.await();
        }

        @OnEvent(value = "inline", inline = true)
        void inline() {
            thread.set(Thread.currentThread());
        }

        @OnEvent("idle")
        void idle() {}
    }

    @Test
    void inlineRunsOnTheEngineWhenIdle() {
        Busy busy = new Busy();
        Plugins.serving(registry, busy);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        Await.until("idle", () -> busy.came.getCount() == 0);
        long id = client.send("idle", "");
        client.ackOf(id);
        Await.until(
                "inline",
                () -> {
                    client.settle();
                    client.send("inline", "");
                    return busy.thread.get() == Thread.currentThread();
                });
        client.add("block", "");
        client.receiver.endOfBatch();
        long queued = client.send("inline", "");
        busy.release.countDown();
        client.ackOf(queued);
        assertThat(busy.thread.get()).isNotEqualTo(Thread.currentThread());
    }

    @Test
    void oneThatOverrunsIsMovedToVirtualThreads() {
        Slow slow = new Slow();
        Plugins.serving(registry, slow);
        FakeClient client = FakeClient.join(registry.dispatcher(), "/");
        client.call("idle", "");
        AtomicInteger inline = new AtomicInteger();
        // One that finds its client busy is not run inline.
        Await.until(
                "as many as are allowed before it is moved",
                () -> {
                    client.settle();
                    client.call("slow", "");
                    return slow.thread.get() == Thread.currentThread()
                            && inline.incrementAndGet() == 3;
                });

        for (int i = 0; i < 3; i++) {
            Await.until("slow", () -> client.call("slow", "").isEmpty());
            assertThat(slow.thread.get().isVirtual()).isTrue();
        }
    }
}
