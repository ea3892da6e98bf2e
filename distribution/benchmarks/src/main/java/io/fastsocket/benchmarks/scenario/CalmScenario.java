package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * How long answers take while nothing else goes on, and while broadcasts to a large room do. Events
 * and broadcasts come at fixed rates, the same for all servers.
 */
record CalmScenario(String id, String title, int members) implements Scenario {

    private static final int CLIENTS = 50;
    private static final int EVENTS_PER_MS = 4;
    private static final int BROADCASTS_PER_S = 20;

    @Override
    public Outcome run(Setting setting) throws Exception {
        int port = setting.server().port();
        // Two threads, so that answers need not wait for members' reads in the load generator.
        try (Clients few = new Clients(port);
                Clients many = new Clients(port)) {
            Book acks = new Book(few);
            Book news = new Book(many);
            List<AckClient> clients = AckScenario.open(acks, Exchange.ECHO, CLIENTS, false, false);
            Room room = new Room(news, Exchange.TEXT, false);
            room.fill(members);
            Future<?> events = every(few, 1000, new Events(clients));
            Outcome without = acks.measure(setting);
            Future<?> broadcasts = every(many, BROADCASTS_PER_S, () -> room.send(1));
            Outcome with = acks.measure(setting);
            broadcasts.cancel(false);
            events.cancel(false);
            BroadcastScenario.end(news, room);
            AckScenario.end(acks, clients);
            with.tally().add(news.tally);
            with.figures().putAll(compare(without, with));
            return with;
        }
    }

    private static Map<String, Double> compare(Outcome without, Outcome with) {
        double calm = without.latency().getValueAtPercentile(99);
        double disturbed = with.latency().getValueAtPercentile(99);
        return Map.of(Outcome.CALM, calm, Outcome.TIMES, disturbed / calm);
    }

    private static Future<?> every(Clients clients, int timesPerS, Runnable what) {
        long period = TimeUnit.SECONDS.toNanos(1) / timesPerS;
        return clients.loop().scheduleAtFixedRate(what, 0, period, TimeUnit.NANOSECONDS);
    }

    /** One client after the other. */
    private static final class Events implements Runnable {

        private final List<AckClient> clients;
        private int turn;

        Events(List<AckClient> clients) {
            this.clients = clients;
        }

        @Override
        public void run() {
            for (int i = 0; i < EVENTS_PER_MS; i++) {
                clients.get(turn++ % clients.size()).send(1);
            }
        }
    }
}
