package io.fastsocket.benchmarks.report;

import io.fastsocket.benchmarks.scenario.Outcome;
import io.fastsocket.benchmarks.scenario.Scenario;
import io.fastsocket.benchmarks.scenario.Scenarios;
import io.fastsocket.benchmarks.server.Server;
import io.fastsocket.benchmarks.server.Servers;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The cells of all tables, as text; whoever prints them lays them out. */
final class Tables {

    /**
     * A table.
     *
     * @param head one word a column; the first column is text, the others are figures
     * @param rows as many cells each
     */
    record Table(List<String> head, List<List<String>> rows) {}

    private final Results results;

    Tables(Results results) {
        this.results = results;
    }

    /** What can be counted in messages. */
    Table throughput() {
        List<String> head =
                List.of(
                        "scenario",
                        "server",
                        "messages/CPU-s",
                        "× Node",
                        "p50 ms",
                        "p99 ms",
                        "p99.9 ms",
                        "RSS MB");
        return table(head, this::isThroughput, this::throughput);
    }

    private boolean isThroughput(Scenario scenario) {
        return !scenario.fresh() && !scenario.id().equals(Scenarios.CALM);
    }

    private List<String> throughput(String scenario, String server) {
        return List.of(
                String.format(Locale.ROOT, "%,.0f", results.rate(scenario, server)),
                server.equals(Servers.REFERENCE)
                        ? "1"
                        : Goal.number(results.ratio(scenario, server)),
                ms(results.latency(scenario, server, 50)),
                ms(results.latency(scenario, server, 99)),
                ms(results.latency(scenario, server, 99.9)),
                String.format(Locale.ROOT, "%.0f", results.figure(scenario, server, Outcome.RSS)));
    }

    /** What broadcasts do to the answers of others. */
    Table calm() {
        List<String> head =
                List.of("scenario", "server", "p99 ms alone", "p99 ms beside them", "times");
        return table(
                head,
                scenario -> scenario.id().equals(Scenarios.CALM),
                (scenario, server) ->
                        List.of(
                                ms(results.figure(scenario, server, Outcome.CALM)),
                                ms(results.latency(scenario, server, 99)),
                                Goal.number(results.figure(scenario, server, Outcome.TIMES))));
    }

    /** What connections that do nothing take. */
    Table idle() {
        return table(
                List.of("scenario", "server", Outcome.PER_CONNECTION, "RSS MB"),
                scenario -> scenario.id().equals(Scenarios.IDLE),
                (scenario, server) ->
                        List.of(
                                Goal.number(
                                        results.figure(scenario, server, Outcome.PER_CONNECTION)),
                                Goal.number(results.figure(scenario, server, Outcome.RSS))));
    }

    /** What one that does not read takes. */
    Table slow() {
        return table(
                List.of("scenario", "server", "RSS grew by MB", "messages/CPU-s", "closed it"),
                scenario -> scenario.id().equals(Scenarios.SLOW),
                (scenario, server) ->
                        List.of(
                                Goal.number(results.figure(scenario, server, Outcome.GROWTH)),
                                String.format(Locale.ROOT, "%,.0f", results.rate(scenario, server)),
                                results.figure(scenario, server, Outcome.SLOW_CLOSED) == 1
                                        ? "yes"
                                        : "no"));
    }

    /** What it costs to hold events and acknowledgements against a contract. */
    Table contract() {
        List<List<String>> rows = new ArrayList<>();
        for (Scenario scenario : results.scenarios()) {
            double left = results.ratio(scenario.id(), Servers.CONTRACTED, Servers.PRODUCT);
            if (!Double.isNaN(left)) {
                rows.add(List.of(scenario.title(), Goal.number(100 * (1 - left)) + " %"));
            }
        }
        return new Table(List.of("FastSocket", "less with a contract"), rows);
    }

    /** What was to be reached. */
    Table goals() {
        List<List<String>> rows = new ArrayList<>();
        for (Goal goal : Goal.ALL) {
            for (Scenario scenario : results.scenarios()) {
                if (scenario.id().equals(goal.scenario())) {
                    double reached = goal.reached(results);
                    rows.add(
                            List.of(
                                    scenario.title() + ", " + goal.unit(),
                                    Goal.number(reached),
                                    goal.wanted(goal.least()),
                                    goal.verdict(reached, goal.least()),
                                    goal.wanted(goal.aim()),
                                    goal.verdict(reached, goal.aim())));
                }
            }
        }
        return new Table(List.of("FastSocket", "reached", "at least", "", "aim", ""), rows);
    }

    private interface Chosen {
        boolean is(Scenario scenario);
    }

    private Table table(
            List<String> head, Chosen chosen, BiFunction<String, String, List<String>> cells) {
        List<List<String>> rows = new ArrayList<>();
        for (Scenario scenario : results.scenarios()) {
            String title = scenario.title();
            for (Server server : results.servers()) {
                if (!chosen.is(scenario) || results.of(scenario.id(), server.id()).isEmpty()) {
                    continue;
                }
                List<String> row = new ArrayList<>(List.of(title, server.name()));
                String faults = results.faults(scenario.id(), server.id());
                if (faults.isEmpty()) {
                    row.addAll(cells.apply(scenario.id(), server.id()));
                } else {
                    row.add(faults);
                }
                while (row.size() < head.size()) {
                    row.add("");
                }
                rows.add(row);
                title = "";
            }
        }
        return new Table(head, rows);
    }

    private static String ms(double nanos) {
        return Double.isNaN(nanos) ? "–" : String.format(Locale.ROOT, "%.2f", nanos / 1e6);
    }
}
