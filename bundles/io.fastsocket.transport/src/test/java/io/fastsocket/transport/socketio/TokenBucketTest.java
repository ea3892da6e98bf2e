package io.fastsocket.transport.socketio;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class TokenBucketTest {

    private static final long SECOND = 1_000_000_000L;

    @Test
    void givesABurstThenTheRateWhereverTheClockStands() {
        for (long start : new long[] {0, Long.MAX_VALUE - 5 * SECOND, Long.MIN_VALUE, -SECOND}) {
            TokenBucket bucket = new TokenBucket(10, 3, start);
            assertThat(taken(bucket, start, 10)).isEqualTo(3);
            assertThat(taken(bucket, start + SECOND / 10, 10)).isEqualTo(1);
            assertThat(taken(bucket, start + SECOND / 5, 10)).isEqualTo(1);
            assertThat(taken(bucket, start + 10 * SECOND, 10)).isEqualTo(3);
        }
    }

    private static int taken(TokenBucket bucket, long now, int tries) {
        int taken = 0;
        for (int i = 0; i < tries; i++) {
            if (bucket.take(now)) {
                taken++;
            }
        }
        return taken;
    }

    @Test
    void tellsOnceASecond() {
        TokenBucket bucket = new TokenBucket(1, 1, 0);
        assertThat(bucket.tell(5)).isTrue();
        assertThat(bucket.tell(SECOND)).isFalse();
        assertThat(bucket.tell(SECOND + 5)).isTrue();
    }
}
