package io.fastsocket.benchmarks.report;

import io.fastsocket.benchmarks.load.Tally;
import io.fastsocket.benchmarks.scenario.Outcome;
import io.fastsocket.benchmarks.scenario.Scenario;
import io.fastsocket.benchmarks.server.Server;
import io.fastsocket.benchmarks.server.Servers;

import org.HdrHistogram.Histogram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** All outcomes of a run, and what follows from them. */
public final class Results {

    /**
     * One outcome.
     *
     * @param scenario its id
     * @param server its id
     * @param round from 1
     * @param outcome null if there is none
     * @param failure why; empty if there is one
     */
    public record Entry(
            String scenario, String server, int round, Outcome outcome, String failure) {

        /**
         * Whether everything came, once, in order and unaltered.
         *
         * @return true if so
         */
        public boolean clean() {
            return outcome != null && outcome.tally().clean();
        }
    }

    private final List<Scenario> scenarios;
    private final List<Server> servers;
    private final List<Entry> entries = new ArrayList<>();

    /**
     * No results yet.
     *
     * @param scenarios in the order of the tables
     * @param servers in the order of the tables
     */
    public Results(List<Scenario> scenarios, List<Server> servers) {
        this.scenarios = List.copyOf(scenarios);
        this.servers = List.copyOf(servers);
    }

    /**
     * Adds an outcome.
     *
     * @param entry of this run
     */
    public void add(Entry entry) {
        entries.add(entry);
    }

    List<Scenario> scenarios() {
        return scenarios;
    }

    List<Server> servers() {
        return servers;
    }

    List<Entry> entries() {
        return entries;
    }

    /** Those of one cell of the tables. */
    List<Entry> of(String scenario, String server) {
        return entries.stream()
                .filter(e -> e.scenario().equals(scenario) && e.server().equals(server))
                .toList();
    }

    /** What was wrong in a cell, in words; empty if nothing was. */
    String faults(String scenario, String server) {
        Tally all = new Tally();
        for (Entry entry : of(scenario, server)) {
            if (entry.outcome() == null) {
                return "failed: " + entry.failure().lines().findFirst().orElse("");
            }
            all.add(entry.outcome().tally());
        }
        return all.faults();
    }

    /** The first thing that was wrong in a cell. */
    String example(String scenario, String server) {
        return of(scenario, server).stream()
                .map(e -> e.outcome() == null ? e.failure() : e.outcome().tally().example())
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Median over the rounds that were right; NaN if there is none. */
    double median(String scenario, String server, ToDoubleFunction<Outcome> figure) {
        return median(
                of(scenario, server).stream()
                        .filter(Entry::clean)
                        .mapToDouble(e -> figure.applyAsDouble(e.outcome())));
    }

    double rate(String scenario, String server) {
        return median(scenario, server, Outcome::rate);
    }

    double figure(String scenario, String server, String name) {
        return median(scenario, server, o -> o.figures().getOrDefault(name, Double.NaN));
    }

    /** Median over the rounds of the rate by the reference's in the same round. */
    double ratio(String scenario, String server) {
        return ratio(scenario, server, Servers.REFERENCE);
    }

    /** The same by another server's. */
    double ratio(String scenario, String server, String by) {
        return median(
                of(scenario, server).stream()
                        .filter(Entry::clean)
                        .mapToDouble(e -> e.outcome().rate() / rate(scenario, by, e.round())));
    }

    private double rate(String scenario, String server, int round) {
        return of(scenario, server).stream()
                .filter(e -> e.round() == round && e.clean())
                .mapToDouble(e -> e.outcome().rate())
                .findFirst()
                .orElse(Double.NaN);
    }

    /** In nanoseconds, over all rounds that were right; NaN if there is none. */
    double latency(String scenario, String server, double percentile) {
        Histogram all = new Histogram(3);
        of(scenario, server).stream()
                .filter(Entry::clean)
                .forEach(e -> all.add(e.outcome().latency()));
        return all.getTotalCount() == 0 ? Double.NaN : all.getValueAtPercentile(percentile);
    }

    /**
     * What FastSocket did wrong.
     *
     * @return a line for each scenario; empty if there is none
     */
    public String ourFaults() {
        StringBuilder text = new StringBuilder();
        for (Server server : servers) {
            for (Scenario scenario : scenarios) {
                String faults = server.ours() ? faults(scenario.id(), server.id()) : "";
                if (!faults.isEmpty()) {
                    text.append("FAULT of ")
                            .append(server.name())
                            .append(" in ")
                            .append(scenario.id());
                    text.append(": ").append(faults).append("; ");
                    text.append(example(scenario.id(), server.id())).append('\n');
                }
            }
        }
        return text.toString();
    }

    private static double median(DoubleStream figures) {
        double[] sorted = figures.filter(figure -> !Double.isNaN(figure)).toArray();
        Arrays.sort(sorted);
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
