package io.fastsocket.registry.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.registry.inside.fakes.Await;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

class HoldTest {

    private static final long INTERVAL = 25_000_000;
    private static final int MINUTE = 2400;

    /** No test has so many calls that they would be all that may be under way. */
    private static final int MANY = 1000;

    private boolean wanted = true;
    private final Hold hold = new Hold(() -> wanted);
    private long now = -INTERVAL;

    private boolean tell(int tooMany, int found) {
        now += INTERVAL;
        return hold.tell(tooMany, found, now);
    }

    /** How many calls begin, if so many would like to. */
    private int begin(int calls) {
        int begun = 0;
        while (begun < calls && hold.tryEnter()) {
            begun++;
        }
        return begun;
    }

    private void end(int calls) {
        for (int i = 0; i < calls; i++) {
            hold.leave();
        }
    }

    /** How many begin after each interval, and stay under way. */
    private List<Integer> begun(int intervals) {
        List<Integer> begun = new ArrayList<>();
        for (int i = 0; i < intervals; i++) {
            tell(-1, 0);
            begun.add(begin(MANY));
        }
        return begun;
    }

    @Test
    void nothingIsKeptBackAsLongAsFewCompute() {
        assertThat(tell(-1, 1)).isFalse();
        assertThat(begin(MANY)).isEqualTo(MANY);
        end(1);
        assertThat(begin(1)).isEqualTo(1);
    }

    @Test
    void nothingMoreBeginsWhileTooManyCompute() {
        begin(3);
        assertThat(tell(0, 1)).isTrue();
        assertThat(begin(1)).isZero();

        end(1);
        tell(0, 0);
        assertThat(begin(1)).isZero();
        assertThat(hold.running()).isEqualTo(2);
    }

    @Test
    void whatWaitsDoesNotTakeThePlaceOfACallThatEnds() throws Exception {
        begin(2);
        tell(0, 1);
        Thread waiting =
                Thread.startVirtualThread(
                        () -> {
                            try {
                                hold.tryEnter(1, TimeUnit.MINUTES);
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                        });
        Await.until("it waits", () -> waiting.getState() == Thread.State.TIMED_WAITING);
        end(1);
        assertThat(hold.running()).isEqualTo(1);

        end(1);
        tell(-1, 0);
        waiting.join();
        assertThat(hold.running()).isEqualTo(1);
    }

    @Test
    void theOthersAreLetGoInSteps() {
        begin(3);
        tell(0, 1);
        tell(2, 2);
        end(3);

        assertThat(begun(14)).containsExactly(1, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 0, 4, 0);
    }

    @Test
    void thoseThatComputeOneAfterAnotherAllCount() {
        begin(5);
        tell(0, 1);
        tell(0, 1);
        tell(0, 2);
        end(5);

        assertThat(begun(1)).containsExactly(2);
    }

    @Test
    void asManyAsWereUnderWayWithoutComputingGoOnAtOnce() {
        begin(41);
        tell(0, 1);
        end(41);

        assertThat(begun(1)).containsExactly(41);
    }

    @Test
    void onlyCallsThatWaitHaveItGiveMore() {
        begin(1);
        tell(0, 1);
        end(1);
        wanted = false;
        assertThat(begun(14)).startsWith(1, 0).doesNotContain(2);

        wanted = true;
        assertThat(begun(7)).containsExactly(0, 0, 0, 0, 0, 2, 0);
    }

    @Test
    void aMinuteLaterItIsForgotten() {
        begin(1);
        tell(0, 1);
        end(1);
        wanted = false;
        assertThat(begun(MINUTE).stream().mapToInt(Integer::intValue).sum()).isEqualTo(1);

        assertThat(tell(-1, 0)).isFalse();
        assertThat(begin(MANY)).isEqualTo(MANY);
    }

    @Test
    void inTheEndAllIsGivenBack() {
        tell(1, 2);
        int intervals = 0;
        while (tell(-1, 0)) {
            intervals++;
        }
        assertThat(begin(MANY)).isEqualTo(MANY);
        assertThat(intervals).isLessThan(200);
    }

    @Test
    void whenThoseLetGoComputeTooItBeginsAnew() {
        begin(1);
        tell(0, 1);
        end(1);
        begun(13);
        assertThat(hold.running()).isEqualTo(7);
        tell(1, 2);
        end(7);

        assertThat(begun(2)).containsExactly(6, 0);
    }
}
