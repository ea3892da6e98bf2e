package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.WebSocketClient;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/** Connects, joins the default namespace, closes, and again; some at a time. */
record ConnectScenario(String id, String title) implements Scenario {

    private static final int AT_ONCE = 20;

    @Override
    public Outcome run(Setting setting) throws Exception {
        try (Clients clients = new Clients(setting.server().port())) {
            Book book = new Book(clients);
            Visits visits = new Visits(book);
            clients.loop().execute(() -> visits.begin(AT_ONCE));
            Outcome outcome = book.measure(setting);
            book.stop(visits::over);
            book.tally.lost(visits.open);
            return outcome;
        }
    }

    /** Those who come and go; on their event loop. */
    static final class Visits {

        private final Book book;
        private final Set<String> ids = new HashSet<>();
        private int open;

        Visits(Book book) {
            this.book = book;
        }

        boolean over() {
            return open == 0;
        }

        void begin(int count) {
            for (int i = 0; i < count; i++) {
                visit();
            }
        }

        private void visit() {
            open++;
            long began = System.nanoTime();
            WebSocketClient[] client = new WebSocketClient[1];
            client[0] = WebSocketClient.open(book.clients, new Leaving(), false);
            client[0]
                    .joined()
                    .whenComplete(
                            (id, failure) -> {
                                if (failure == null) {
                                    in(client[0], id, System.nanoTime() - began);
                                } else {
                                    out(failure.getMessage());
                                }
                            });
        }

        private void in(WebSocketClient client, String id, long nanos) {
            if (ids.add(id)) {
                book.tally.message();
                book.latency.recordValue(nanos);
            } else {
                byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
                book.tally.altered("an id that nobody has", bytes, 0, bytes.length);
            }
            client.close();
        }

        private void out(String fault) {
            if (!fault.isEmpty()) {
                book.tally.closed(fault);
            }
            open--;
            if (!book.stopped) {
                visit();
            }
        }

        private final class Leaving implements Receiver {

            @Override
            public void message(byte[] b, int from, int length, long nanos) {
                book.tally.altered("nothing", b, from, length);
            }

            @Override
            public void closed(String reason) {
                out("");
            }
        }
    }
}
