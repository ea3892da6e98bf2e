package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Clients;
import io.fastsocket.benchmarks.load.Ledger;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.Tally;
import io.fastsocket.benchmarks.load.Template;
import io.fastsocket.benchmarks.load.WebSocketClient;
import io.fastsocket.benchmarks.server.ServerProcess;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A room with one member that does not read: how much more memory the server takes meanwhile, and
 * whether it closes that member. The others lose nothing; what the slow one still gets has no gaps.
 */
record SlowScenario(String id, String title, int megabytes) implements Scenario {

    private static final int READERS = 5;
    private static final int UNDER_WAY = 4;
    private static final String TEXT = "sixty thousand bytes ".repeat(2857);

    /** Broadcasts before the slow one comes. */
    private static final int WARM = 200;

    private static final Duration LIMIT = Duration.ofMinutes(2);

    @Override
    public boolean fresh() {
        return true;
    }

    @Override
    public Outcome run(Setting setting) throws Exception {
        ServerProcess server = setting.server();
        int count = (int) (megabytes * 1e6 / TEXT.length());
        try (Clients clients = new Clients(server.port())) {
            Book book = new Book(clients);
            Room room = new Room(book, TEXT, true);
            room.fill(READERS);
            clients.loop().execute(() -> room.send(UNDER_WAY));
            ServerProcess.until("broadcasts", LIMIT, () -> clients.ask(room::complete) >= WARM);
            Slow slow = new Slow();
            WebSocketClient socket = Crowd.open(clients, 1, false, i -> slow).get(0);
            clients.loop().execute(() -> Room.join(socket));
            Crowd.await("the slow one has joined", slow.joined);
            clients.loop().execute(() -> socket.reading(false));
            return watch(server, book, room, slow, socket, count);
        }
    }

    private Outcome watch(
            ServerProcess server, Book book, Room room, Slow slow, WebSocketClient socket, int more)
            throws Exception {
        long[] rss = {server.rss(), 0};
        Duration cpu = server.cpu();
        long began = System.nanoTime();
        int until = book.clients.ask(room::complete) + more;
        long before = book.clients.ask(book.tally::messages);
        ServerProcess.until(
                "broadcasts",
                LIMIT,
                () -> {
                    rss[1] = Math.max(rss[1], server.rss());
                    return book.clients.ask(room::complete) >= until;
                });
        long messages = book.clients.ask(book.tally::messages) - before;
        Duration used = server.cpu().minus(cpu);
        Duration wall = Duration.ofNanos(System.nanoTime() - began);
        BroadcastScenario.end(book, room);
        // A client that does not read does not notice its end.
        book.clients.loop().execute(() -> socket.reading(true));
        boolean closed = slow.isClosed();
        book.clients.ask(
                () -> {
                    slow.close();
                    book.tally.add(slow.tally);
                    return null;
                });
        return new Outcome(
                messages,
                used,
                wall,
                book.latency,
                Map.of(
                        Outcome.GROWTH, Math.max(0, rss[1] - rss[0]) * 1024 / 1e6,
                        Outcome.RSS, rss[1] * 1024 / 1e6,
                        Outcome.SLOW_CLOSED, closed ? 1.0 : 0.0),
                book.tally);
    }

    /** The one that stops reading. */
    private static final class Slow implements Receiver {

        private final CompletableFuture<Void> joined = new CompletableFuture<>();
        private final CompletableFuture<String> closed = new CompletableFuture<>();
        private final Template news = Template.of(Exchange.news(TEXT));
        private final Tally tally = new Tally();
        private Ledger ledger;

        @Override
        public void message(byte[] b, int from, int length, long nanos) {
            int number = news.match(b, from, length);
            if (number >= 0) {
                if (ledger == null) {
                    ledger = new Ledger(tally, number, 1);
                }
                ledger.came(number);
            } else if (Room.isJoined(b, from, length)) {
                joined.complete(null);
            } else {
                tally.altered("news", b, from, length);
            }
        }

        @Override
        public void closed(String reason) {
            closed.complete(reason);
            joined.completeExceptionally(new IOException(reason));
        }

        /** Counts the gaps; what came last need not be the end. */
        void close() {
            if (ledger != null) {
                ledger.close(0);
            }
        }

        /** Whether its end comes soon. */
        boolean isClosed() throws InterruptedException {
            for (int i = 0; i < 100 && !closed.isDone(); i++) {
                Thread.sleep(20);
            }
            return closed.isDone();
        }
    }
}
