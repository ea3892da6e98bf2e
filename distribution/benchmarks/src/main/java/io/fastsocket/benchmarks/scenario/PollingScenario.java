package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.Ledger;
import io.fastsocket.benchmarks.load.PollingClient;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.Template;

import java.util.ArrayList;
import java.util.List;

/** Clients over HTTP long-polling, with one event in flight each. */
record PollingScenario(String id, String title, int count) implements Scenario {

    @Override
    public Outcome run(Setting setting) throws Exception {
        try (Clients clients = new Clients(setting.server().port())) {
            Book book = new Book(clients);
            List<Poller> all = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                Poller poller = new Poller(book);
                poller.client = PollingClient.open(clients, poller);
                all.add(poller);
                Crowd.await("a polling client is let in", poller.client.joined());
            }
            clients.ask(
                    () -> {
                        all.forEach(Poller::next);
                        return null;
                    });
            Outcome outcome = book.measure(setting);
            book.stop(() -> all.stream().noneMatch(poller -> poller.waits));
            clients.ask(
                    () -> {
                        all.forEach(poller -> poller.ledger.close(poller.sent));
                        return null;
                    });
            return outcome;
        }
    }

    /** One client; sends the next event when the last one and its request have been answered. */
    private static final class Poller implements Receiver {

        private final Book book;
        private final Template event = Template.of(Exchange.ECHO.event());
        private final Template answer = Template.of(Exchange.ECHO.answer());
        private final Ledger ledger;
        private PollingClient client;
        private int sent = Template.FIRST;
        private long sentAt;
        private boolean waits;

        Poller(Book book) {
            this.book = book;
            ledger = new Ledger(book.tally, Template.FIRST, 1);
        }

        void next() {
            if (!waits && !book.stopped && client.joined().isDone() && !client.posting()) {
                waits = true;
                sentAt = System.nanoTime();
                client.send(event.with(sent++));
            }
        }

        @Override
        public void message(byte[] b, int from, int length, long nanos) {
            int number = answer.match(b, from, length);
            waits = false;
            if (number < 0) {
                book.tally.altered(Exchange.ECHO.answer(), b, from, length);
            } else if (ledger.came(number)) {
                book.latency.recordValue(nanos - sentAt);
            }
        }

        @Override
        public void readComplete() {
            if (sent > Template.FIRST) {
                next();
            }
        }

        @Override
        public void closed(String reason) {
            book.tally.closed(reason);
        }
    }
}
