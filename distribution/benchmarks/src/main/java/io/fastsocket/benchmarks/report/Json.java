package io.fastsocket.benchmarks.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.benchmarks.scenario.Outcome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Results for programs. */
public final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    /**
     * Writes every round of every scenario.
     *
     * @param file is overwritten
     * @param results of a run
     * @param circumstances how they came about
     * @throws IOException if it cannot be written
     */
    public static void write(Path file, Results results, Circumstances circumstances)
            throws IOException {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("date", circumstances.date())
                .put("machine", circumstances.machine())
                .put("cores", circumstances.cores())
                .put("command", circumstances.command());
        for (Results.Entry entry : results.entries()) {
            ObjectNode node = root.withArray("outcomes").addObject();
            node.put("scenario", entry.scenario())
                    .put("server", entry.server())
                    .put("round", entry.round());
            if (entry.outcome() == null) {
                node.put("failure", entry.failure());
            } else {
                put(node, entry.outcome());
            }
        }
        Files.createDirectories(file.getParent());
        MAPPER.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static void put(ObjectNode node, Outcome outcome) {
        node.put("messages", outcome.messages())
                .put("cpuMs", outcome.cpu().toMillis())
                .put("wallMs", outcome.wall().toMillis())
                .put("checked", outcome.tally().messages())
                .put("faults", outcome.tally().faults());
        if (!outcome.tally().example().isEmpty()) {
            node.put("firstFault", outcome.tally().example());
        }
        ObjectNode latency = node.putObject("latencyNs");
        for (double percentile : new double[] {50, 99, 99.9, 100}) {
            latency.put("p" + percentile, outcome.latency().getValueAtPercentile(percentile));
        }
        outcome.figures().forEach(node.putObject("figures")::put);
    }
}
