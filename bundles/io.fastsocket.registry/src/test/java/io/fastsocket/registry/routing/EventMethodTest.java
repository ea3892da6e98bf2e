package io.fastsocket.registry.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.contract.HandledEvent;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

class EventMethodTest {

    private static final long SECOND = 1_000_000_000;

    private static final HandledEvent EVENT =
            new HandledEvent("/", "event", List.of(), null, Map::of);

    private final EventMethod method = new EventMethod(null, EVENT, null, true, true, 0);

    /** {@link System#nanoTime()} may pass its greatest value at any time. */
    private static long at(int seconds) {
        long nearTheEnd = Long.MAX_VALUE - 5 * SECOND;
        return nearTheEnd + seconds * SECOND;
    }

    private long overran(int second) {
        return method.overran(3, at(second)) / SECOND;
    }

    private void overrunThrice(int second) {
        overran(second);
        overran(second);
        assertThat(overran(second)).isPositive();
        assertThat(method.inline()).isFalse();
    }

    @Test
    void overrunsFarApartAreForgotten() {
        for (int i = 0; i < 100; i++) {
            assertThat(overran(5 * i)).isZero();
        }
        assertThat(method.inline()).isTrue();
    }

    @Test
    void overrunsCloseTogetherMoveItOnce() {
        assertThat(overran(-60)).isZero();
        assertThat(overran(0)).isZero();
        assertThat(overran(4)).isZero();
        assertThat(overran(9)).isEqualTo(10);
        assertThat(method.inline()).isFalse();
        assertThat(overran(9)).isZero();
        assertThat(method.overran(1, at(9))).isZero();
    }

    @Test
    void itComesBackWithTheFirstCallAfterAWhile() {
        overrunThrice(0);
        method.ended(1, at(9));
        assertThat(method.inline()).isFalse();
        method.ended(1, at(10));
        assertThat(method.inline()).isTrue();
    }

    @Test
    void eachTimeItIsAwayForLonger() {
        int second = 0;
        int absence = 10;
        for (int i = 0; i < 12; i++) {
            overrunThrice(second);
            method.ended(1, at(second + absence - 1));
            assertThat(method.inline()).isFalse();
            second += absence;
            method.ended(1, at(second));
            assertThat(method.inline()).isTrue();
            absence = Math.min(2 * absence, 3600);
        }
    }

    @Test
    void oneThatWasWellForLongBeginsAnew() {
        overrunThrice(0);
        method.ended(1, at(10));
        overrunThrice(11);
        method.ended(1, at(31));
        overran(31 + 3600);
        overran(31 + 3600);
        assertThat(overran(31 + 3600)).isEqualTo(10);
    }

    @Test
    void oneThatIsNotMarkedNeverRunsThere() {
        EventMethod other = new EventMethod(null, EVENT, null, true, false, 0);
        other.ended(1, at(0));
        assertThat(other.inline()).isFalse();
        assertThat(other.markedInline()).isFalse();
    }
}
