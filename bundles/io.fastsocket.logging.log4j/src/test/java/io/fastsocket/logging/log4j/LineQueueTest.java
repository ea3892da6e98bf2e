package io.fastsocket.logging.log4j;

import static io.fastsocket.logging.log4j.Recording.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.junit.jupiter.api.Test;

final class LineQueueTest {

    @Test
    void theFullerTheMoreALineMustMatter() {
        LineQueue queue = new LineQueue(8, 1_000_000);
        fill(queue, 4);
        assertThat(queue.takes(Level.DEBUG)).isFalse();
        assertThat(queue.takes(Level.INFO)).isTrue();
        fill(queue, 2);
        assertThat(queue.takes(Level.INFO)).isFalse();
        assertThat(queue.takes(Level.WARN)).isTrue();
        fill(queue, 2);
        assertThat(queue.takes(Level.ERROR)).isFalse();
        for (int i = 0; i < 7; i++) {
            queue.poll();
        }
        assertThat(queue.calm()).isTrue();
        assertThat(queue.takes(Level.TRACE)).isTrue();
    }

    @Test
    void hugeLinesFillItToo() {
        LineQueue queue = new LineQueue(1000, 1000);
        queue.add(event(Level.INFO, "x".repeat(2000)));
        assertThat(queue.takes(Level.ERROR)).isFalse();
        queue.poll();
        assertThat(queue.takes(Level.TRACE)).isTrue();
    }

    @Test
    void aSecondHasRoomForSoMany() {
        Pace pace = new Pace(100);
        assertThat(let(pace, Level.DEBUG, 1_000)).isEqualTo(50);
        assertThat(let(pace, Level.INFO, 1_500)).isEqualTo(25);
        assertThat(let(pace, Level.ERROR, 1_999)).isEqualTo(25);
        assertThat(let(pace, Level.ERROR, 2_000)).isEqualTo(100);
        assertThat(let(new Pace(0), Level.DEBUG, 1)).isEqualTo(1000);
    }

    private static int let(Pace pace, Level level, long millis) {
        int through = 0;
        for (int i = 0; i < 1000; i++) {
            through += pace.allows(level, millis) ? 1 : 0;
        }
        return through;
    }

    private static void fill(LineQueue queue, int lines) {
        for (int i = 0; i < lines; i++) {
            queue.add(event(Level.ERROR, "x"));
        }
    }
}
