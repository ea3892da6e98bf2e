package io.fastsocket.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;

class AcceptTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                // Prometheus 2 and 3, as they ask by default
                "application/openmetrics-text;version=1.0.0,application/openmetrics-text;"
                        + "version=0.0.1;q=0.75,text/plain;version=0.0.4;q=0.5,*/*;q=0.1",
                "application/openmetrics-text;version=1.0.0;escaping=allow-utf-8;q=0.5,"
                        + "application/openmetrics-text;version=0.0.1;q=0.4,text/plain;"
                        + "version=1.0.0;escaping=allow-utf-8;q=0.3,text/plain;version=0.0.4;"
                        + "q=0.2,*/*;q=0.1",
                "application/openmetrics-text",
                "Application/OpenMetrics-Text; Version=\"1.0.0\"",
                "application/openmetrics-text, text/plain",
                "application/openmetrics-text; q=0.5, */*; q=0.5",
                "application/*, text/plain;q=0.9",
                "text/plain;q=0, */*;q=0.1"
            })
    void openMetricsIfItIsWanted(String accept) {
        assertThat(Accept.of(List.of(accept))).isEqualTo(Format.OPEN_METRICS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*/*",
                "",
                "text/plain",
                "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
                "application/openmetrics-text;q=0.4, text/plain;q=0.5",
                "application/openmetrics-text;q=0, */*",
                "application/openmetrics-text;q=0",
                "application/openmetrics-text;version=0.0.1",
                "application/openmetrics-text;version=2.0.0, */*;q=0.1",
                "application/openmetrics-text;q=much",
                "application/openmetrics-text;q=1.5",
                "application/*, text/*",
                "application/json",
                ";;q=,=,,"
            })
    void elsePrometheusText(String accept) {
        assertThat(Accept.of(List.of(accept))).isEqualTo(Format.TEXT);
    }

    @Test
    void severalHeadersAreOne() {
        assertThat(Accept.of(List.of("text/plain;q=0.5", "application/openmetrics-text")))
                .isEqualTo(Format.OPEN_METRICS);
        assertThat(Accept.of(List.of())).isEqualTo(Format.TEXT);
    }
}
