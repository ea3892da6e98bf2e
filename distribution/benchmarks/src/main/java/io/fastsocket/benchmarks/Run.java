package io.fastsocket.benchmarks;

import io.fastsocket.benchmarks.report.Results;
import io.fastsocket.benchmarks.scenario.Outcome;
import io.fastsocket.benchmarks.scenario.Scenario;
import io.fastsocket.benchmarks.scenario.Setting;
import io.fastsocket.benchmarks.server.Server;
import io.fastsocket.benchmarks.server.ServerProcess;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All rounds. Servers take turns in each scenario, in another order each round. Each is started
 * once, so that it is warm in later rounds, and again if something went wrong; scenarios that
 * measure memory get servers of their own.
 */
final class Run {

    /** Memory hardly differs from round to round, and new servers take long. */
    private static final int MEMORY_ROUNDS = 2;

    private final Options options;
    private final List<Scenario> scenarios;
    private final List<Server> servers;
    private final Results results;
    private final Map<String, ServerProcess> running = new HashMap<>();

    Run(Options options, List<Scenario> scenarios, List<Server> servers) {
        this.options = options;
        this.scenarios = scenarios;
        this.servers = servers;
        results = new Results(scenarios, servers);
    }

    Results all() throws InterruptedException {
        try {
            for (int round = 1; round <= options.rounds(); round++) {
                List<Server> order = new ArrayList<>(servers);
                Collections.rotate(order, round - 1);
                for (Scenario scenario : scenarios) {
                    for (Server server : order) {
                        if (takesPart(round, scenario, server)) {
                            one(round, scenario, server);
                        }
                    }
                }
            }
            return results;
        } finally {
            running.values().forEach(ServerProcess::close);
        }
    }

    private static boolean takesPart(int round, Scenario scenario, Server server) {
        boolean often = round > MEMORY_ROUNDS && scenario.fresh();
        return !often && (!server.raw() || scenario.forRaw());
    }

    private void one(int round, Scenario scenario, Server server) throws InterruptedException {
        System.out.printf(
                "%d/%d  %-32s %-26s ", round, options.rounds(), scenario.title(), server.name());
        System.out.flush();
        Results.Entry entry;
        try {
            Outcome outcome = measure(scenario, server);
            entry = new Results.Entry(scenario.id(), server.id(), round, outcome, "");
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            String text = e.getMessage() == null ? e.toString() : e.getMessage();
            entry = new Results.Entry(scenario.id(), server.id(), round, null, text);
        }
        if (!entry.clean() && running.containsKey(server.id())) {
            running.remove(server.id()).close();
        }
        results.add(entry);
        System.out.println(line(entry));
    }

    private Outcome measure(Scenario scenario, Server server) throws Exception {
        if (scenario.fresh()) {
            try (ServerProcess process = start(server)) {
                return scenario.run(setting(server, process, true));
            }
        }
        ServerProcess process = running.get(server.id());
        boolean cold = process == null || !process.alive();
        if (cold) {
            process = start(server);
            running.put(server.id(), process);
        }
        return scenario.run(setting(server, process, cold && !options.isShort()));
    }

    private static ServerProcess start(Server server) throws Exception {
        ServerProcess process = server.start();
        boolean serves = false;
        try {
            if (!server.raw()) {
                Readiness.await(process.port());
            }
            serves = true;
            return process;
        } finally {
            if (!serves) {
                process.close();
            }
        }
    }

    private Setting setting(Server server, ServerProcess process, boolean cold) {
        return new Setting(
                process,
                server.raw(),
                cold,
                Duration.ofSeconds(options.warmUp()),
                Duration.ofSeconds(options.seconds()));
    }

    private static String line(Results.Entry entry) {
        Outcome outcome = entry.outcome();
        if (outcome == null) {
            return "FAILED: " + entry.failure();
        }
        if (!outcome.tally().clean()) {
            return "FAULTS: " + outcome.tally().faults() + "; " + outcome.tally().example();
        }
        StringBuilder text = new StringBuilder();
        if (outcome.messages() > 0) {
            text.append(
                    String.format(
                            Locale.ROOT,
                            "%,10.0f/CPU-s  core %3.0f %%  p99 %.2f ms",
                            outcome.rate(),
                            100 * outcome.busy(),
                            outcome.latency().getValueAtPercentile(99) / 1e6));
        }
        outcome.figures().forEach((name, figure) -> text.append(figure(name, figure)));
        return text.toString();
    }

    private static String figure(String name, double figure) {
        return switch (name) {
            case Outcome.RSS -> String.format(Locale.ROOT, "  RSS %.0f MB", figure);
            case Outcome.CALM -> String.format(Locale.ROOT, "  alone %.2f ms", figure / 1e6);
            case Outcome.SLOW_CLOSED ->
                    figure == 1 ? "  closed the slow one" : "  kept the slow one";
            default -> String.format(Locale.ROOT, "  %.1f %s", figure, name);
        };
    }
}
