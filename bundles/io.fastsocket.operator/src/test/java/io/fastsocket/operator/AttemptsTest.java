package io.fastsocket.operator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.concurrent.TimeUnit;

class AttemptsTest {

    private static final long MINUTE = TimeUnit.MINUTES.toNanos(1);

    private final Attempts attempts = new Attempts();

    @Test
    void whoGuessesWaitsForTheRestOfTheMinute() {
        attempts.failed("a", 0);
        assertThat(attempts.tooMany("a", 2, 1)).isFalse();
        attempts.failed("a", 10);
        assertThat(attempts.tooMany("a", 2, MINUTE - 1)).isTrue();
        assertThat(attempts.tooMany("b", 2, 11)).isFalse();
        assertThat(attempts.tooMany("a", 2, MINUTE)).isFalse();
        attempts.failed("a", MINUTE);
        assertThat(attempts.tooMany("a", 2, MINUTE)).isFalse();
    }

    @Test
    void ofManyAddressesTheOldestAreForgotten() {
        attempts.failed("first", 0);
        for (int i = 0; i < 1000; i++) {
            attempts.failed("address " + i, 0);
        }
        assertThat(attempts.tooMany("first", 1, 1)).isFalse();
        assertThat(attempts.tooMany("address 0", 1, 1)).isTrue();
    }
}
