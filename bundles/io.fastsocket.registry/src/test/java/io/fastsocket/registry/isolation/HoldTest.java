package io.fastsocket.registry.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;

class HoldTest {

    private static final int LIMIT = 100;
    private static final long INTERVAL = 25_000_000;
    private static final int MINUTE = 2400;

    private final Semaphore permits = new Semaphore(LIMIT);
    private boolean wanted = true;
    private final Hold hold = new Hold(permits, () -> wanted);
    private long now = -INTERVAL;

    private int free() {
        return permits.availablePermits();
    }

    private boolean tell(int tooMany, int found, int running) {
        now += INTERVAL;
        return hold.tell(tooMany, found, running, now);
    }

    /** How many more may begin after each interval. */
    private List<Integer> given(int intervals) {
        List<Integer> given = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            int before = free();
            tell(-1, 0, 0);
            given.add(free() - before);
        }
        return given;
    }

    /** As the bulkhead has a call end. */
    private void end(int calls) {
        for (int i = 0; i < calls; i++) {
            if (!hold.keep()) {
                permits.release();
            }
        }
    }

    @Test
    void nothingIsTakenAsLongAsFewCompute() {
        assertThat(tell(-1, 1, 5)).isFalse();
        assertThat(hold.keep()).isFalse();
        assertThat(free()).isEqualTo(LIMIT);
    }

    @Test
    void nothingMoreBeginsWhileTooManyCompute() {
        permits.acquireUninterruptibly(3);
        assertThat(tell(0, 1, 3)).isTrue();
        assertThat(free()).isZero();

        permits.release();
        tell(0, 0, 2);
        assertThat(free()).isZero();
        assertThat(hold.withheld()).isEqualTo(LIMIT - 2);
    }

    @Test
    void whatWaitsDoesNotTakeThePlaceOfACallThatEnds() throws Exception {
        permits.acquireUninterruptibly(2);
        tell(0, 1, 2);
        Thread waiting = Thread.startVirtualThread(permits::acquireUninterruptibly);
        end(1);

        assertThat(hold.withheld()).isEqualTo(LIMIT - 1);
        end(1);
        tell(-1, 0, 0);
        waiting.join();
        assertThat(hold.withheld() + free()).isEqualTo(LIMIT - 1);
    }

    @Test
    void theOthersAreLetGoInSteps() {
        permits.acquireUninterruptibly(3);
        tell(0, 1, 3);
        tell(2, 2, 3);
        end(3);

        assertThat(given(14)).containsExactly(1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 0);
    }

    @Test
    void thoseThatComputeOneAfterAnotherAllCount() {
        permits.acquireUninterruptibly(5);
        tell(0, 1, 5);
        tell(0, 1, 5);
        tell(0, 2, 5);
        end(5);

        assertThat(given(1)).containsExactly(2);
    }

    @Test
    void asManyAsWereUnderWayWithoutComputingGoOnAtOnce() {
        permits.acquireUninterruptibly(41);
        tell(0, 1, 41);
        end(41);

        assertThat(given(1)).containsExactly(41);
    }

    @Test
    void onlyCallsThatWaitHaveItGiveMore() {
        permits.acquireUninterruptibly(1);
        tell(0, 1, 1);
        end(1);
        wanted = false;
        assertThat(given(14)).startsWith(1, 0).contains(0).doesNotContain(2);

        wanted = true;
        assertThat(given(7)).containsExactly(0, 0, 0, 0, 0, 2, 0);
    }

    @Test
    void aMinuteLaterItIsForgotten() {
        permits.acquireUninterruptibly(1);
        tell(0, 1, 1);
        end(1);
        wanted = false;
        given(MINUTE);
        assertThat(free()).isEqualTo(1);

        assertThat(tell(-1, 0, 0)).isFalse();
        assertThat(free()).isEqualTo(LIMIT);
    }

    @Test
    void inTheEndAllIsGivenBack() {
        tell(1, 2, 0);
        int intervals = 0;
        while (tell(-1, 0, 0)) {
            intervals++;
        }
        assertThat(free()).isEqualTo(LIMIT);
        assertThat(intervals).isLessThan(50);
    }

    @Test
    void whenThoseLetGoComputeTooItBeginsAnew() {
        permits.acquireUninterruptibly(1);
        tell(0, 1, 1);
        end(1);
        given(13);
        permits.acquireUninterruptibly(3);
        tell(1, 2, 3);
        end(3);

        assertThat(given(2)).containsExactly(2, 0);
    }
}
