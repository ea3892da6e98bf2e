package io.fastsocket.benchmarks.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.benchmarks.load.Tally;
import io.fastsocket.benchmarks.scenario.Outcome;
import io.fastsocket.benchmarks.scenario.Scenarios;
import io.fastsocket.benchmarks.server.Cores;
import io.fastsocket.benchmarks.server.Servers;

import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

class ReportTest {

    @TempDir private Path folder;

    private Results results;

    @BeforeEach
    void measure() {
        results = new Results(Scenarios.all(true), Servers.all(folder, folder, Cores.any()));
        for (int round = 1; round <= 3; round++) {
            add("echo", "fastsocket", round, 800_000 + round, "");
            add("echo", "node", round, 50_000L * round, "");
            add("echo", "netty-socketio", round, 80_000, round == 2 ? "nobody is there" : "");
        }
    }

    private void add(String scenario, String server, int round, long messages, String failure) {
        Tally tally = new Tally();
        Outcome outcome =
                new Outcome(
                        messages,
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(1),
                        new Histogram(3),
                        Map.of(Outcome.RSS, 100.0),
                        tally);
        results.add(
                new Results.Entry(
                        scenario, server, round, failure.isEmpty() ? outcome : null, failure));
    }

    @Test
    void ratiosAreThoseOfOneRound() {
        assertThat(results.rate("echo", "fastsocket")).isEqualTo(800_002);
        assertThat(results.ratio("echo", "fastsocket")).isEqualTo(800_002 / 100_000.0);
    }

    @Test
    void whatFailedOnceHasNoFigure() {
        assertThat(Console.of(results))
                .containsPattern("netty-socketio 2.0.14 +failed: nobody is there\n")
                .containsPattern("FastSocket +800,002 +8.0 ");
    }

    @Test
    void goalsAreMetOrNot() {
        assertThat(Console.of(results))
                .containsPattern("× Node +8.0 +≥ 8.0 +met +≥ 13.0 +short by 5.0\n");
    }

    @Test
    void faultsOfOursAreSaid() {
        assertThat(results.ourFaults()).isEmpty();
        add("echo", "fastsocket", 4, 0, "no answer");
        assertThat(results.ourFaults())
                .isEqualTo("FAULT of FastSocket in echo: failed: no answer; no answer\n");
    }

    @Test
    void pageAndPictureAreWritten() throws IOException {
        Circumstances how =
                new Circumstances("2026-01-01", "a machine", "cores", "command", 3, 12, 3);
        Page.write(folder, results, how);
        assertThat(Files.readString(folder.resolve("benchmarks.md")))
                .contains("| echo, 50 clients × 8 in flight | FastSocket | 800,002 | 8.0 |")
                .contains("(benchmarks.svg)");
        assertThat(Files.readString(folder.resolve("benchmarks.svg")))
                .contains("8.0 × Node")
                .endsWith("</svg>\n");
    }
}
