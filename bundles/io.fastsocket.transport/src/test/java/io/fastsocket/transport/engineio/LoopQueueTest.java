package io.fastsocket.transport.engineio;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

class LoopQueueTest {

    private static final int MANY = 5000;
    private static final int WARM_UP = 64;

    private final EventLoopGroup group =
            new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
    private final LoopQueue queue = new LoopQueue(group.next());
    private final CountDownLatch release = new CountDownLatch(1);
    private final AtomicInteger handedOver = new AtomicInteger();
    private final AtomicInteger carriedOut = new AtomicInteger();
    private final List<Integer> done = new ArrayList<>();

    @AfterEach
    void end() throws InterruptedException {
        release.countDown();
        group.shutdownGracefully(0, 1, TimeUnit.SECONDS).await();
    }

    private Thread sender(boolean virtual) {
        queue.enqueue(this::hang);
        Runnable send =
                () -> {
                    for (int i = 0; i < MANY; i++) {
                        int number = i;
                        queue.awaitRoom();
                        queue.enqueue(() -> done.add(number));
                        handedOver.incrementAndGet();
                    }
                };
        return virtual ? Thread.startVirtualThread(send) : Thread.ofPlatform().start(send);
    }

    private static void heldUp(Thread... senders) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (Stream.of(senders).noneMatch(s -> s.getState() == Thread.State.TIMED_WAITING)) {
            assertThat(System.nanoTime() - deadline).isNegative();
            Thread.onSpinWait();
        }
    }

    private void hang() {
        try {
            release.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void oneThatSendsWithoutEndWaitsForTheLoopAndNothingIsLost() throws Exception {
        Thread sender = sender(true);
        heldUp(sender);
        assertThat(handedOver.get()).isBetween(1000, 1024 + Grace.FEW);
        release.countDown();
        sender.join();
        assertThat(queue.loop().submit(done::size).get()).isEqualTo(MANY);
        assertThat(done).isSorted();
    }

    @Test
    void theLongerOperationsTakeTheFewerMayWait() throws Exception {
        for (int i = 0; i < WARM_UP; i++) {
            queue.enqueue(this::compute);
        }
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (carriedOut.get() < WARM_UP) {
            assertThat(System.nanoTime() - deadline).isNegative();
            Thread.onSpinWait();
        }
        Thread sender = sender(true);
        heldUp(sender);
        assertThat(handedOver.get()).isBetween(1, 64 + Grace.FEW);
        release.countDown();
        sender.join();
    }

    /** As a broadcast to many does. */
    private void compute() {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(1);
        while (System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        carriedOut.incrementAndGet();
    }

    @Test
    void onesThatMustNotWaitDoNot() throws Exception {
        sender(false).join(TimeUnit.SECONDS.toMillis(20));
        assertThat(handedOver).hasValue(MANY);
    }

    @Test
    void oneThatSendsLittleDoesNotWaitBehindOneThatSendsWithoutEnd() throws Exception {
        heldUp(sender(true));
        int before = handedOver.get();
        Thread other =
                Thread.startVirtualThread(
                        () -> {
                            queue.awaitRoom();
                            queue.enqueue(handedOver::incrementAndGet);
                            queue.awaitRoom();
                        });
        assertThat(other.join(Duration.ofSeconds(20))).isTrue();
        assertThat(handedOver).hasValue(before);
    }

    @Test
    void veryManyThatSendLittleWaitToo() {
        heldUp(sender(true));
        List<Thread> others = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            others.add(
                    Thread.startVirtualThread(
                            () -> {
                                queue.awaitRoom();
                                queue.enqueue(handedOver::incrementAndGet);
                            }));
        }
        heldUp(others.toArray(Thread[]::new));
    }

    @Test
    void anInterruptEndsTheWait() throws Exception {
        Thread sender = sender(true);
        heldUp(sender);
        sender.interrupt();
        sender.join(TimeUnit.SECONDS.toMillis(20));
        assertThat(handedOver).hasValue(MANY);
    }
}
