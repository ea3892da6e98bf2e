package io.fastsocket.registry.routing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EventMethodTest {

    private static final long SECOND = 1_000_000_000;

    private final EventMethod method = new EventMethod(null, "event", null, true, true, 0);

    /** {@link System#nanoTime()} may pass its greatest value at any time. */
    private static long at(int seconds) {
        long nearTheEnd = Long.MAX_VALUE - 5 * SECOND;
        return nearTheEnd + seconds * SECOND;
    }

    @Test
    void overrunsFarApartAreForgotten() {
        for (int i = 0; i < 100; i++) {
            assertThat(method.overran(3, at(5 * i))).isFalse();
        }
        assertThat(method.inline()).isTrue();
    }

    @Test
    void overrunsCloseTogetherMoveItOnce() {
        assertThat(method.overran(3, at(-60))).isFalse();
        assertThat(method.overran(3, at(0))).isFalse();
        assertThat(method.overran(3, at(4))).isFalse();
        assertThat(method.overran(3, at(9))).isTrue();
        assertThat(method.inline()).isFalse();
        assertThat(method.overran(3, at(9))).isFalse();
        assertThat(method.overran(1, at(9))).isFalse();
    }
}
