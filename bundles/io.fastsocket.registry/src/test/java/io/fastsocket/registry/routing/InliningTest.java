package io.fastsocket.registry.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InliningTest {

    private static final long SECOND = 1_000_000_000;

    private static final long TENTH = SECOND / 10;

    private long calls = 100;
    private final Inlining method = new Inlining(true, () -> calls);

    /** {@link System#nanoTime()} may pass its greatest value at any time. */
    private static long at(int seconds) {
        long nearTheEnd = Long.MAX_VALUE - 5 * SECOND;
        return nearTheEnd + seconds * SECOND;
    }

    private long overran(int second) {
        return method.overran(3, TENTH, at(second)) / SECOND;
    }

    private void overrunThrice(int second) {
        overran(second);
        overran(second);
        assertThat(overran(second)).isPositive();
        assertThat(method.now()).isFalse();
    }

    @Test
    void overrunsFarApartAreForgotten() {
        for (int i = 0; i < 100; i++) {
            assertThat(overran(5 * i)).isZero();
        }
        assertThat(method.now()).isTrue();
    }

    @Test
    void overrunsCloseTogetherMoveItOnce() {
        assertThat(overran(-60)).isZero();
        assertThat(overran(0)).isZero();
        assertThat(overran(4)).isZero();
        assertThat(overran(9)).isEqualTo(10);
        assertThat(method.now()).isFalse();
        assertThat(overran(9)).isZero();
        assertThat(method.overran(1, TENTH, at(9))).isZero();
    }

    @Test
    void aFewOfManyCallsAreTheMachinesDoing() {
        calls = 20_000;
        for (int i = 0; i < 19; i++) {
            assertThat(method.overran(3, TENTH, at(1))).isZero();
        }
        assertThat(method.overran(3, TENTH, at(1)) / SECOND).isEqualTo(10);
    }

    @Test
    void aFewOfManyCallsThatTakeMuchOfTheTimeAreNot() {
        calls = 1_000_000;
        for (int i = 0; i < 24; i++) {
            assertThat(method.overran(3, TENTH, at(1))).isZero();
        }
        assertThat(method.overran(3, TENTH, at(1)) / SECOND).isEqualTo(10);
    }

    @Test
    void whatIsForgottenTakesNoTimeAnyMore() {
        calls = 1_000_000;
        for (int second = 0; second < 240; second += 2) {
            assertThat(method.overran(3, 4 * TENTH, at(second))).isZero();
        }
    }

    @Test
    void itComesBackWithTheFirstCallAfterAWhile() {
        overrunThrice(0);
        method.ended(at(9));
        assertThat(method.now()).isFalse();
        method.ended(at(10));
        assertThat(method.now()).isTrue();
    }

    @Test
    void eachTimeItIsAwayForLonger() {
        int second = 0;
        int absence = 10;
        for (int i = 0; i < 12; i++) {
            overrunThrice(second);
            method.ended(at(second + absence - 1));
            assertThat(method.now()).isFalse();
            second += absence;
            method.ended(at(second));
            assertThat(method.now()).isTrue();
            absence = Math.min(2 * absence, 3600);
        }
    }

    @Test
    void oneThatWasWellForLongBeginsAnew() {
        overrunThrice(0);
        method.ended(at(10));
        overrunThrice(11);
        method.ended(at(31));
        overran(31 + 3600);
        overran(31 + 3600);
        assertThat(overran(31 + 3600)).isEqualTo(10);
    }

    @Test
    void oneThatIsNotMarkedNeverRunsThere() {
        Inlining other = new Inlining(false, () -> 0);
        other.ended(at(0));
        assertThat(other.now()).isFalse();
        assertThat(other.marked()).isFalse();
    }
}
