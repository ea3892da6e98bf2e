package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.Tally;
import io.fastsocket.benchmarks.server.ServerProcess;

import org.HdrHistogram.Histogram;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;

/** What the clients of one event loop share: the count, the times, and whether to go on. */
final class Book {

    /** How long nothing must come until nothing more is waited for. */
    private static final Duration REST = Duration.ofSeconds(5);

    private static final Duration SLICE = Duration.ofSeconds(1);

    /** A server is warm when that many slices have passed without a faster one. */
    private static final int FLAT = 2;

    /** Less is no faster. */
    private static final double FASTER = 1.03;

    final Clients clients;
    final Tally tally = new Tally();
    final Histogram latency = new Histogram(3);
    boolean stopped;

    Book(Clients clients) {
        this.clients = clients;
    }

    /** Lets the load run until the server gets no faster, and measures then. */
    Outcome measure(Setting setting) throws Exception {
        warmUp(setting);
        return slice(setting.server(), setting.measured());
    }

    /** A new server is given all of the time twice: what its compiler does comes in steps. */
    private void warmUp(Setting setting) throws Exception {
        double best = 0;
        int flat = 0;
        long slices = setting.warmUp().dividedBy(SLICE) * (setting.cold() ? 2 : 1);
        for (int i = 0; i < slices && (flat < FLAT || setting.cold()); i++) {
            double rate = slice(setting.server(), SLICE).rate();
            flat = rate > best * FASTER ? 0 : flat + 1;
            best = Math.max(best, rate);
        }
    }

    Outcome slice(ServerProcess server, Duration length) throws Exception {
        long before =
                clients.ask(
                        () -> {
                            latency.reset();
                            return tally.messages();
                        });
        Duration cpu = server.cpu();
        long began = System.nanoTime();
        Thread.sleep(length);
        Duration used = server.cpu().minus(cpu);
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        long messages = clients.ask(tally::messages) - before;
        Histogram times = clients.ask(latency::copy);
        Map<String, Double> figures = new HashMap<>();
        figures.put(Outcome.RSS, server.rss() * 1024 / 1e6);
        return new Outcome(messages, used, wall, times, figures, tally);
    }

    /** Sends nothing new, and waits until all has been answered, or nothing more comes. */
    void stop(Callable<Boolean> done) throws Exception {
        clients.ask(() -> stopped = true);
        long seen = -1;
        long deadline = 0;
        while (!clients.ask(done)) {
            long messages = clients.ask(tally::messages);
            if (messages != seen) {
                seen = messages;
                deadline = System.nanoTime() + REST.toNanos();
            } else if (System.nanoTime() > deadline) {
                return;
            }
            Thread.sleep(5);
        }
    }
}
