package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Frames;
import io.fastsocket.benchmarks.load.Ledger;
import io.fastsocket.benchmarks.load.PreparedFrame;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.Tally;
import io.fastsocket.benchmarks.load.Template;
import io.fastsocket.benchmarks.load.WebSocketClient;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** A room: its members, and one outside it who broadcasts to them. All on one event loop. */
final class Room {

    /** More broadcasts than are ever under way; a power of two. */
    private static final int RING = 4096;

    private static final byte[] JOIN = Frames.text("421[\"join\",\"room\"]");
    private static final byte[] JOINED = "431[\"ok\"]".getBytes(StandardCharsets.US_ASCII);

    private final Book book;
    private final boolean goesOn;
    private final List<Member> members = new ArrayList<>();
    private final PreparedFrame event;
    private final Template answer;
    private final Template news;
    private final Ledger answers;
    private final int[] delivered = new int[RING];
    private final long[] sentAt = new long[RING];
    private WebSocketClient sender;
    private int next = Template.FIRST;
    private int complete;

    /**
     * Nobody is there yet.
     *
     * @param text what broadcasts say
     * @param goesOn whether a broadcast that all have got has the next one sent
     */
    Room(Book book, String text, boolean goesOn) {
        this.book = book;
        this.goesOn = goesOn;
        Exchange exchange = Exchange.broadcast("room", text);
        event = PreparedFrame.of(exchange.event());
        answer = Template.of(exchange.answer());
        news = Template.of(Exchange.news(text));
        answers = new Ledger(new Tally(), Template.FIRST, 1);
    }

    /** Lets members and sender in. */
    void fill(int count) throws Exception {
        for (int i = 0; i < count; i++) {
            members.add(new Member());
        }
        List<WebSocketClient> sockets = Crowd.open(book.clients, count, false, members::get);
        for (WebSocketClient socket : sockets) {
            book.clients.loop().execute(() -> join(socket));
        }
        for (Member member : members) {
            Crowd.await("a client has joined the room", member.joined);
        }
        sender = Crowd.open(book.clients, 1, false, i -> new Sender()).get(0);
    }

    static void join(WebSocketClient socket) {
        socket.write(JOIN);
        socket.flush();
    }

    static boolean isJoined(byte[] b, int from, int length) {
        return Arrays.equals(b, from, from + length, JOINED, 0, JOINED.length);
    }

    /** Broadcasts that many times. */
    void send(int count) {
        long now = System.nanoTime();
        for (int i = 0; i < count; i++) {
            sentAt[next & (RING - 1)] = now;
            sender.write(event, next++);
        }
        sender.flush();
    }

    /** How many broadcasts all have got. */
    int complete() {
        return complete;
    }

    boolean idle() {
        return complete >= next - Template.FIRST;
    }

    /** Nothing more will come. */
    void close() {
        members.forEach(member -> member.ledger.close(next));
    }

    private void delivered(int number, long nanos) {
        book.latency.recordValue(nanos - sentAt[number & (RING - 1)]);
        if (++delivered[number & (RING - 1)] == members.size()) {
            delivered[number & (RING - 1)] = 0;
            complete++;
            if (goesOn && !book.stopped && next <= Template.LAST) {
                send(1);
            }
        }
    }

    private final class Member implements Receiver {

        private final CompletableFuture<Void> joined = new CompletableFuture<>();
        private final Ledger ledger = new Ledger(book.tally, Template.FIRST, 1);

        @Override
        public void message(byte[] b, int from, int length, long nanos) {
            int number = news.match(b, from, length);
            if (number >= 0) {
                if (ledger.came(number)) {
                    delivered(number, nanos);
                }
            } else if (!joined.isDone() && isJoined(b, from, length)) {
                joined.complete(null);
            } else {
                book.tally.altered("news", b, from, length);
            }
        }

        @Override
        public void closed(String reason) {
            book.tally.closed(reason);
            joined.completeExceptionally(new IOException(reason));
        }
    }

    private final class Sender implements Receiver {

        @Override
        public void message(byte[] b, int from, int length, long nanos) {
            int number = answer.match(b, from, length);
            if (number < 0 || !answers.came(number)) {
                book.tally.altered("the answer to a broadcast", b, from, length);
            }
        }

        @Override
        public void closed(String reason) {
            book.tally.closed(reason);
        }
    }
}
