package io.fastsocket.registry.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

class LatencyTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    private final Latency latency = new Latency(0);

    private void record(Duration took, long now) {
        latency.record(took.toNanos(), now);
    }

    @Test
    void isZeroWithoutCalls() {
        assertThat(latency.p99(5)).isZero();
    }

    @Test
    void isWhatNinetyNineOfAHundredTookWithinAnEighth() {
        for (long nanos = 5_000; nanos < Duration.ofMinutes(4).toNanos(); nanos = nanos * 3 / 2) {
            Latency one = new Latency(0);
            one.record(nanos, 1);
            assertThat(one.p99(2).toNanos()).isBetween(nanos, nanos + nanos / 8);
        }
    }

    @Test
    void oneOfAHundredDoesNotCountTwoDo() {
        for (int i = 0; i < 99; i++) {
            record(Duration.ofMillis(1), 1);
        }
        record(Duration.ofSeconds(1), 1);
        assertThat(latency.p99(2)).isLessThan(Duration.ofMillis(2));
        record(Duration.ofSeconds(1), 1);
        assertThat(latency.p99(2)).isBetween(Duration.ofSeconds(1), Duration.ofMillis(1125));
    }

    @Test
    void forgetsAfterAMinuteOrTwo() {
        record(Duration.ofSeconds(1), 1);
        assertThat(latency.p99(59 * SECOND)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        record(Duration.ofMillis(1), 61 * SECOND);
        assertThat(latency.p99(119 * SECOND)).isGreaterThanOrEqualTo(Duration.ofSeconds(1));
        record(Duration.ofMillis(1), 122 * SECOND);
        assertThat(latency.p99(123 * SECOND)).isLessThan(Duration.ofMillis(2));
        assertThat(latency.p99(300 * SECOND)).isZero();
    }

    @Test
    void extremesAreCountedToo() {
        latency.record(-5, 1);
        latency.record(0, 1);
        assertThat(latency.p99(2)).isLessThan(Duration.ofNanos(5000));
        latency.record(Long.MAX_VALUE, 3);
        assertThat(latency.p99(4)).isGreaterThan(Duration.ofMinutes(4));
    }

    @Test
    void losesNoneOfManyThreads() throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            threads.add(
                    Thread.ofPlatform()
                            .start(
                                    () -> {
                                        for (int i = 0; i < 24_750; i++) {
                                            record(Duration.ofMillis(1), 1);
                                        }
                                    }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        for (int i = 0; i < 1_000; i++) {
            record(Duration.ofSeconds(1), 1);
        }
        assertThat(latency.p99(2)).isLessThan(Duration.ofMillis(2));
        record(Duration.ofSeconds(1), 1);
        assertThat(latency.p99(2)).as("1 of 100 and one more").isGreaterThan(Duration.ofMillis(2));
    }

    @Test
    void countsThoseThatTookLonger() {
        record(Duration.ofMillis(1), 1);
        record(Duration.ofMillis(100), 1);
        record(Duration.ofMillis(200), 61 * SECOND);
        long now = 62 * SECOND;
        assertThat(latency.count(now)).isEqualTo(3);
        assertThat(latency.slower(Duration.ofMillis(50), now)).isEqualTo(2);
        assertThat(latency.slower(Duration.ofMillis(150), now)).isEqualTo(1);
        assertThat(latency.slower(Duration.ofSeconds(1), now)).isZero();
    }
}
