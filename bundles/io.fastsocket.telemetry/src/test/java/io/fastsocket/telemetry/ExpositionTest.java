package io.fastsocket.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpositionTest {

    private static final Metric CALLS = Metric.counter("test_calls", "Calls.", "name");
    private static final Metric ROOM = Metric.gauge("test_room_bytes", "Room.");
    private static final Metric BUILD = Metric.info("test_build", "Which.", "version");
    private static final Metric TIME = Metric.summary("test_seconds", "Time.", "name");

    private final Scrape scrape = new Scrape();

    private String text(Format format) {
        return Exposition.of(scrape.families(), format);
    }

    private void addAll() {
        scrape.quantile(TIME, "0.99", 0.25, "a");
        scrape.count(TIME, 7, "a");
        scrape.quantile(TIME, "0.99", Double.NaN, "b");
        scrape.count(TIME, 0, "b");
        scrape.add(CALLS, 1, "a");
        scrape.add(ROOM, 1.5);
        scrape.add(CALLS, 2, "b");
        scrape.add(BUILD, 1, "1.0");
    }

    @Test
    void prometheusText() {
        addAll();

        assertThat(text(Format.TEXT))
                .isEqualTo(
                        """
                        # HELP test_build_info Which.
                        # TYPE test_build_info gauge
                        test_build_info{version="1.0"} 1
                        # HELP test_calls_total Calls.
                        # TYPE test_calls_total counter
                        test_calls_total{name="a"} 1
                        test_calls_total{name="b"} 2
                        # HELP test_room_bytes Room.
                        # TYPE test_room_bytes gauge
                        test_room_bytes 1.5
                        # HELP test_seconds Time.
                        # TYPE test_seconds summary
                        test_seconds{name="a",quantile="0.99"} 0.25
                        test_seconds_count{name="a"} 7
                        test_seconds{name="b",quantile="0.99"} NaN
                        test_seconds_count{name="b"} 0
                        """);
    }

    @Test
    void openMetrics() {
        addAll();

        assertThat(text(Format.OPEN_METRICS))
                .isEqualTo(
                        """
                        # HELP test_build Which.
                        # TYPE test_build info
                        test_build_info{version="1.0"} 1
                        # HELP test_calls Calls.
                        # TYPE test_calls counter
                        test_calls_total{name="a"} 1
                        test_calls_total{name="b"} 2
                        # HELP test_room_bytes Room.
                        # TYPE test_room_bytes gauge
                        # UNIT test_room_bytes bytes
                        test_room_bytes 1.5
                        # HELP test_seconds Time.
                        # TYPE test_seconds summary
                        # UNIT test_seconds seconds
                        test_seconds{name="a",quantile="0.99"} 0.25
                        test_seconds_count{name="a"} 7
                        test_seconds{name="b",quantile="0.99"} NaN
                        test_seconds_count{name="b"} 0
                        # EOF
                        """);
    }

    @Test
    void labelsAreEscaped() {
        scrape.add(CALLS, 1, "back\\slash \"quoted\"\nnext {x=\"y\"} 5 ü 💬");

        assertThat(text(Format.TEXT))
                .contains(
                        "test_calls_total{name=\"back\\\\slash \\\"quoted\\\"\\nnext"
                                + " {x=\\\"y\\\"} 5 ü 💬\"} 1\n");
    }

    @Test
    void helpIsEscapedAsEachFormatWantsIt() {
        scrape.declare(Metric.gauge("test_help", "A \"word\" \\ and\na line."));

        assertThat(text(Format.TEXT))
                .startsWith("# HELP test_help A \"word\" \\\\ and\\na line.\n");
        assertThat(text(Format.OPEN_METRICS))
                .startsWith("# HELP test_help A \\\"word\\\" \\\\ and\\na line.\n");
    }

    @Test
    void familiesAreThereWithoutFigures() {
        scrape.declare(CALLS);

        assertThat(text(Format.TEXT))
                .isEqualTo("# HELP test_calls_total Calls.\n# TYPE test_calls_total counter\n");
        scrape.add(CALLS, 1, "a");
        scrape.declare(CALLS);
        assertThat(text(Format.TEXT)).containsOnlyOnce("# TYPE").contains("{name=\"a\"} 1");
    }

    @Test
    void whatHasTheSameLabelsIsOneSample() {
        scrape.add(CALLS, 1, "a");
        scrape.add(CALLS, 2, "a");

        assertThat(text(Format.TEXT)).containsOnlyOnce("{name=\"a\"}").contains("{name=\"a\"} 3");
    }

    @Test
    void labelsAreThoseDeclared() {
        assertThatThrownBy(() -> scrape.add(CALLS, 1, "a", "b"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("test_calls has labels [name]");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.0",
        "-3.5, -3.5",
        "1764500000.25, 1764500000.25",
        "0.000001, 0.0000010",
        "NaN, NaN",
        "Infinity, +Inf",
        "-Infinity, -Inf"
    })
    void numbersAreRead(double value, String text) {
        assertThat(Exposition.number(value)).isEqualTo(text);
    }

    @Test
    void countsAreExact() {
        assertThat(Exposition.number(Long.MAX_VALUE)).isEqualTo("9223372036854775807");
        scrape.add(CALLS, (1L << 53) + 1, "a");
        scrape.add(CALLS, 1, "a");
        assertThat(text(Format.TEXT)).contains("{name=\"a\"} 9007199254740994\n");
    }
}
