package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Commands in {@code distribution/benchmarks} whose results stand in the pages, each in its
 * shortest form: they run, come to an end, and find nothing wrong. Their figures say nothing here.
 */
@Execution(ExecutionMode.CONCURRENT)
@NeedsNode
class MeasurementsIT {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private static String measured(String script, String... options) {
        Path folder = Setup.benchmarks();
        List<String> words = new ArrayList<>(List.of("node", script));
        words.addAll(List.of(options));
        words.addAll(List.of("--product", Setup.product().toString()));
        Command command = Command.run(folder, LIMIT, words);
        assertThat(command.exitCode()).as(command.text()).isZero();
        assertThat(command.err()).isEmpty();
        return command.out();
    }

    @Test
    void redeploys() {
        assertThat(
                        measured(
                                "redeploy.mjs",
                                "--redeploys",
                                "2",
                                "--every",
                                "2",
                                "--rate",
                                "200",
                                "--allowed",
                                "100"))
                .containsPattern("2 redeploys, \\d+ events, \\d+ answered, 0 faults");
    }

    @Test
    void faults() {
        assertThat(
                        measured(
                                "faults.mjs",
                                "--faults",
                                "throw",
                                "--rounds",
                                "1",
                                "--seconds",
                                "0.5",
                                "--elsewhere",
                                "no"))
                .containsPattern("(?m)^throws .* × 500[03]");
    }

    @Test
    void streams() {
        assertThat(
                        measured(
                                "streams.mjs",
                                "--elements",
                                "20000",
                                "--rounds",
                                "1",
                                "--warm",
                                "0",
                                "--swaps",
                                "2",
                                "--rate",
                                "2000",
                                "--subscribers",
                                "50",
                                "--seconds",
                                "1"))
                .contains("50 sockets, 10 events in", ", 0 faults; how many each socket had")
                .containsPattern("(?m)^per CPU-second, FastSocket")
                .containsPattern(
                        "2 swaps, \\d+ elements, \\d+ in exactly one revision, .* 0 faults");
    }

    @Test
    void rollbacks() {
        assertThat(measured("rollback.mjs", "--bad", "fails", "--rounds", "1", "--swaps", "0"))
                .contains("1 of 1 bad releases were rolled back, and 0 of 0 harmless ones");
    }
}
