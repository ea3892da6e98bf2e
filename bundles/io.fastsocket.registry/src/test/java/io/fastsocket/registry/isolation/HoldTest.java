package io.fastsocket.registry.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

class HoldTest {

    private static final int LIMIT = 100;

    private final Semaphore permits = new Semaphore(LIMIT);
    private final Hold hold = new Hold(permits);

    private int free() {
        return permits.availablePermits();
    }

    /** How many more may begin after each interval. */
    private List<Integer> given(int intervals) {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            int before = free();
            hold.tell(-1, 0);
            given.add(free() - before);
        }
        return given;
    }

    @Test
    void nothingIsTakenAsLongAsFewCompute() {
        assertThat(hold.tell(-1, 5)).isFalse();
        assertThat(free()).isEqualTo(LIMIT);
    }

    @Test
    void nothingMoreBeginsWhileTooManyCompute() {
        permits.acquireUninterruptibly(3);
        assertThat(hold.tell(0, 3)).isTrue();
        assertThat(free()).isZero();

        permits.release();
        hold.tell(0, 2);
        assertThat(free()).isZero();
        assertThat(hold.withheld()).isEqualTo(LIMIT - 2);
    }

    @Test
    void theOthersAreLetGoInSteps() {
        permits.acquireUninterruptibly(3);
        hold.tell(0, 3);
        hold.tell(2, 3);
        permits.release(3);

        assertThat(given(14)).containsExactly(1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 0);
    }

    @Test
    void asManyAsWereUnderWayWithoutComputingGoOnAtOnce() {
        permits.acquireUninterruptibly(41);
        hold.tell(0, 41);
        permits.release(41);

        assertThat(given(1)).containsExactly(41);
    }

    @Test
    void inTheEndAllIsGivenBack() {
        hold.tell(1, 0);
        int intervals = 0;
        while (hold.tell(-1, 0)) {
            intervals++;
        }
        assertThat(free()).isEqualTo(LIMIT);
        assertThat(intervals).isLessThan(50);
    }

    @Test
    void whenThoseLetGoComputeTooItBeginsAnew() {
        permits.acquireUninterruptibly(1);
        hold.tell(0, 1);
        permits.release();
        given(13);
        permits.acquireUninterruptibly(3);
        hold.tell(1, 3);
        permits.release(3);

        assertThat(given(2)).containsExactly(2, 0);
    }
}
