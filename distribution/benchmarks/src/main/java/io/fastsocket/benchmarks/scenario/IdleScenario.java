package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What a connection takes that does nothing: the growth of resident memory, by the number of
 * connections. Connections have come and gone before, so that what only the first ones take does
 * not count. Nobody is made to collect garbage.
 */
record IdleScenario(String id, String title, int count) implements Scenario {

    /** Time in which others come and go. */
    private static final Duration BEFORE = Duration.ofSeconds(5);

    /** Time for what opening took to be given back. */
    private static final Duration REST = Duration.ofSeconds(3);

    @Override
    public boolean fresh() {
        return true;
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        int port = setting.server().port();
        try (Clients clients = new Clients(port)) {
            Book before = new Book(clients);
            ConnectScenario.Visits visits = new ConnectScenario.Visits(before);
            clients.loop().execute(() -> visits.begin(20));
            Thread.sleep(BEFORE);
            before.stop(visits::over);
            long empty = setting.server().rss();
            Book book = new Book(clients);
            List<AckClient> idle = AckScenario.open(book, Exchange.ECHO, count, false, false);
            Thread.sleep(REST);
            long full = setting.server().rss();
            // All of them are there, and are served.
            clients.ask(
                    () -> {
                        idle.forEach(client -> client.send(1));
                        return null;
                    });
            AckScenario.end(book, idle);
            book.tally.add(before.tally);
            double growth = (full - empty) * 1.024 / count;
            return new Outcome(
                    0,
                    Duration.ZERO,
                    Duration.ZERO,
                    book.latency,
                    Map.of(Outcome.PER_CONNECTION, growth, Outcome.RSS, full * 1024 / 1e6),
                    book.tally);
        }
    }
}
