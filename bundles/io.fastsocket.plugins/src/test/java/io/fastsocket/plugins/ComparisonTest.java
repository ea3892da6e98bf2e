package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.dispatch.EventFigures;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

class ComparisonTest {

    private static final Map<String, EventFigures> NONE = Map.of();

    private static Map<String, EventFigures> of(
            long calls, long failed, long violations, long slow) {
        Duration p99 = Duration.ofMillis(5);
        return Map.of("/ ask", new EventFigures(calls, failed, violations, calls, slow, p99));
    }

    private static Optional<String> worse(
            Map<String, EventFigures> before, Map<String, EventFigures> now) {
        return new Comparison(before).worse(NONE, now);
    }

    @Test
    void itNamesEventAndFigures() {
        assertThat(worse(of(1000, 0, 0, 0), of(200, 20, 0, 0)))
                .contains("10.0 % of 200 calls of / ask failed, before it was 0.0 % of 1000");
        assertThat(worse(of(1000, 0, 10, 0), of(200, 0, 40, 0)))
                .contains(
                        "20.0 % of 200 calls of / ask were not as the contract says, before it was"
                                + " 1.0 % of 1000");
        assertThat(worse(of(1000, 0, 0, 0), of(200, 0, 0, 100)))
                .contains(
                        "50.0 % of 200 calls of / ask took more than 20 ms, before it was 0.0 % of"
                                + " 1000");
    }

    @Test
    void fewCallsAndSmallDifferencesSayNothing() {
        assertThat(worse(of(1000, 0, 0, 0), of(49, 49, 0, 0))).isEmpty();
        assertThat(worse(of(49, 0, 0, 0), of(1000, 1000, 0, 0))).isEmpty();
        assertThat(worse(of(1_000_000, 0, 0, 0), of(1_000_000, 49_000, 0, 0))).isEmpty();
        assertThat(worse(of(1000, 500, 0, 0), of(1000, 500, 0, 0))).isEmpty();
        assertThat(worse(of(1000, 500, 0, 0), of(1000, 0, 0, 0))).isEmpty();
    }

    @Test
    void eventsThatWereNotThereBeforeSayNothing() {
        assertThat(worse(NONE, of(1000, 1000, 0, 0))).isEmpty();
    }

    @Test
    void whatWasSlowWhileTheCodeWasColdDoesNotCount() {
        Comparison comparison = new Comparison(of(1000, 0, 0, 0));
        assertThat(comparison.worse(of(100, 0, 0, 100), of(1000, 0, 0, 110))).isEmpty();
        assertThat(comparison.worse(of(100, 0, 0, 100), of(1000, 0, 0, 400))).isPresent();
    }

    @Test
    void slowIsFourTimesWhatWasAndTenMillisecondsMore() {
        assertThat(Comparison.slow(of(1, 0, 0, 0)).get("/ ask")).isEqualTo(Duration.ofMillis(20));
        EventFigures quick = new EventFigures(1, 0, 0, 1, 0, Duration.ofMillis(1));
        assertThat(Comparison.slow(Map.of("/ ask", quick)).get("/ ask"))
                .isEqualTo(Duration.ofMillis(11));
    }

    /** Two hundred revisions that fail as often as those before, each looked at 300 times. */
    @Test
    void chanceAloneRollsNothingBack() {
        Random random = new Random(1);
        for (int revision = 0; revision < 200; revision++) {
            double share = random.nextDouble() / 2;
            int before = 50 + random.nextInt(1000);
            Comparison comparison =
                    new Comparison(of(before, failing(random, before, share), 0, 0));
            int calls = 0;
            int failed = 0;
            for (int look = 0; look < 300; look++) {
                int more = random.nextInt(20);
                calls += more;
                failed += failing(random, more, share);
                assertThat(comparison.worse(NONE, of(calls, failed, 0, 0))).isEmpty();
            }
        }
    }

    private static int failing(Random random, int calls, double share) {
        int failed = 0;
        for (int i = 0; i < calls; i++) {
            failed += random.nextDouble() < share ? 1 : 0;
        }
        return failed;
    }
}
