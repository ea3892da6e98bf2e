package io.fastsocket.registry.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.atomic.AtomicLong;

class AllocationTest {

    private static final long MEGABYTE = 1_000_000;
    private static final long MILLI = 1_000_000;

    private final AtomicLong limit = new AtomicLong(100);
    private final Allocation allocation = new Allocation("test.plugin", limit::get);
    private final long began = System.nanoTime();

    private void add(long megabytes, long millis) {
        allocation.add(megabytes * MEGABYTE, began + millis * MILLI);
    }

    private boolean isAheadAt(long millis) {
        return allocation.isAhead(began + millis * MILLI);
    }

    @Test
    void aSecondsWorthIsThereToSpend() {
        add(100, 0);
        assertThat(isAheadAt(0)).isFalse();
        add(1, 0);
        assertThat(isAheadAt(9)).isTrue();
        assertThat(isAheadAt(10)).isFalse();
    }

    @Test
    void whatWasNotAllocatedForLongerIsNotKept() {
        add(200, 60_000);
        assertThat(isAheadAt(60_999)).isTrue();
        assertThat(isAheadAt(61_000)).isFalse();
    }

    @Test
    void debtsAddUp() {
        add(500, 0);
        add(500, 2000);
        assertThat(isAheadAt(8999)).isTrue();
        assertThat(isAheadAt(9000)).isFalse();
    }

    @Test
    void withoutLimitNobodyIsAhead() {
        add(500, 0);
        limit.set(0);
        assertThat(isAheadAt(0)).isFalse();
        add(500, 0);
        limit.set(100);
        assertThat(isAheadAt(4000)).as("what it had allocated before").isFalse();
    }

    @Test
    void aHigherLimitPaysSooner() {
        add(500, 0);
        assertThat(isAheadAt(0)).isTrue();
        limit.set(4000);
        assertThat(isAheadAt(99)).isTrue();
        assertThat(isAheadAt(100)).isFalse();
    }

    @Test
    void nobodyWaitsForMoreThanTenSeconds() {
        add(100_000, 0);
        assertThat(isAheadAt(9999)).isTrue();
        assertThat(isAheadAt(10_000)).isFalse();
    }

    @Test
    void theMostThatMayBeIsCountedToo() {
        limit.set(Limit.ALLOCATION_LIMIT.max());
        add(2 * limit.get(), 0);
        assertThat(isAheadAt(999)).isTrue();
        assertThat(isAheadAt(1000)).isFalse();
    }
}
