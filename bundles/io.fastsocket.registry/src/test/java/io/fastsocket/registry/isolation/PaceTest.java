package io.fastsocket.registry.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicLong;

/** How long it takes at least; how long at most is the machine's business. */
@Timeout(60)
class PaceTest {

    private static final long LIMIT = 1000;

    /** What a new one lets through at once, and what it lets through too early. */
    private static final int FREE = 111;

    private final AtomicLong limit = new AtomicLong(LIMIT);
    private final Pace pace = new Pace("test.plugin", limit::get);

    private static FutureTask<Long> timed(Runnable task) {
        FutureTask<Long> timed =
                new FutureTask<>(
                        () -> {
                            long began = System.nanoTime();
                            task.run();
                            return (System.nanoTime() - began) / 1_000_000;
                        });
        Thread.ofVirtual().start(timed);
        return timed;
    }

    private void send(int events) {
        for (int i = 0; i < events; i++) {
            pace.await();
        }
    }

    @Test
    void whoSendsMoreThanItMayWaits() throws Exception {
        assertThat(timed(() -> send(FREE + 200)).get()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void severalThreadsShareWhatThereIs() throws Exception {
        List<FutureTask<Long>> senders = new ArrayList<>();
        long began = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            senders.add(timed(() -> send(32)));
        }
        for (FutureTask<Long> sender : senders) {
            sender.get();
        }
        assertThat((System.nanoTime() - began) / 1_000_000).isGreaterThanOrEqualTo(200);
    }

    @Test
    void whoIsSentMuchMaySendMuch() throws Exception {
        limit.set(1);
        Runnable answering =
                () -> {
                    for (int i = 0; i < 100_000; i++) {
                        pace.handled();
                        send(Pace.FOR_EACH);
                    }
                };
        timed(answering).get(); // in days, if it were held up
    }

    @Test
    void onlySoMuchOfWhatWasEarnedIsKept() throws Exception {
        for (int i = 0; i < 100_000; i++) {
            pace.handled();
        }
        assertThat(timed(() -> send(FREE + Pace.KEPT + 200)).get()).isGreaterThanOrEqualTo(200);
    }

    @Test
    void withoutLimitNobodyWaits() throws Exception {
        limit.set(0);
        timed(() -> send(10_000_000)).get();
    }

    @Test
    void aThreadThatMustNotBeHeldUpGoesOn() {
        limit.set(1);
        // For seconds, if it waited; and it owes no more than a burst.
        send(10_000);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptedThreadGoesOnAndStaysInterrupted() throws Exception {
        limit.set(1);
        FutureTask<Boolean> interrupted =
                new FutureTask<>(
                        () -> {
                            Thread.currentThread().interrupt();
                            send(10_000);
                            return Thread.currentThread().isInterrupted();
                        });
        Thread.ofVirtual().start(interrupted);
        assertThat(interrupted.get()).isTrue();
    }

    @Test
    void aLimitThatIsLiftedIsNoLongerWaitedFor() throws Exception {
        limit.set(10);
        List<FutureTask<Long>> waiting = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            waiting.add(timed(() -> send(10)));
        }
        limit.set(0);
        for (FutureTask<Long> sender : waiting) {
            sender.get(); // in a quarter of an hour, if each still waited its turn
        }
    }
}
