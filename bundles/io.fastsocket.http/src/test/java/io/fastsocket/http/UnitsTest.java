package io.fastsocket.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

final class UnitsTest {

    @ParameterizedTest
    @CsvSource({
        "PT0S, 0 s",
        "PT59S, 59 s",
        "PT3M5S, 3 min 5 s",
        "PT3H4M5S, 3 h 4 min",
        "P2DT3H4M, 2 d 3 h"
    })
    void timeIsSaidInItsTwoLargestUnits(Duration time, String said) {
        assertThat(Units.ofTime(time)).isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({"PT0S, –", "PT0.000123S, 0.12 ms", "PT0.0426S, 43 ms", "PT2.5S, 2500 ms"})
    void latencyIsSaidInMilliseconds(Duration latency, String said) {
        assertThat(Units.ofLatency(latency)).isEqualTo(said);
    }
}
