package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Frames;
import io.fastsocket.benchmarks.load.Ledger;
import io.fastsocket.benchmarks.load.PreparedFrame;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.Template;
import io.fastsocket.benchmarks.load.WebSocketClient;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/**
 * A client that sends events of all kinds, and is in a room with nine others. On its event loop.
 */
final class Person implements Receiver {

    private static final int ROOM = 10;

    /** Every so many events one is a broadcast. */
    private static final int STEP = 10;

    private static final int FIRST_BROADCAST = Template.FIRST + 3;
    private static final int RING = 256;

    /** The kinds of events. */
    private enum Kind {
        SMALL,
        LARGE,
        BROADCAST;

        static Kind of(int number) {
            int rest = (number - Template.FIRST) % 100;
            return rest % STEP == 3 ? BROADCAST : rest == 55 ? LARGE : SMALL;
        }
    }

    private final Book book;
    private final List<Person> all;
    private final int index;
    private final CompletableFuture<Void> joined = new CompletableFuture<>();
    private final Map<Kind, PreparedFrame> events = new EnumMap<>(Kind.class);
    private final Map<Kind, Template> answers = new EnumMap<>(Kind.class);
    private final Template ownNews;
    private final Ledger ledger;
    private final List<Ledger> news = new ArrayList<>();
    private final long[] sentAt = new long[RING];
    private WebSocketClient socket;
    private int next = Template.FIRST;
    private int answered;
    private int broadcasts;
    private int heard;

    Person(Book book, List<Person> all, int index) {
        this.book = book;
        this.all = all;
        this.index = index;
        String text = "from " + (char) ('0' + index % ROOM) + ": " + Exchange.TEXT;
        put(Kind.SMALL, Exchange.ECHO);
        put(Kind.LARGE, Exchange.LARGE_ECHO);
        put(Kind.BROADCAST, Exchange.broadcast("room-" + index / ROOM, text));
        ownNews = Template.of(Exchange.news(text));
        ledger = new Ledger(book.tally, Template.FIRST, 1);
        for (int i = 0; i < ROOM; i++) {
            news.add(new Ledger(book.tally, FIRST_BROADCAST, STEP));
        }
    }

    private void put(Kind kind, Exchange exchange) {
        events.put(kind, PreparedFrame.of(exchange.event()));
        answers.put(kind, Template.of(exchange.answer()));
    }

    int index() {
        return index;
    }

    CompletableFuture<Void> joined() {
        return joined;
    }

    void join(WebSocketClient open) {
        socket = open;
        socket.write(Frames.text("421[\"join\",\"room-" + index / ROOM + "\"]"));
        socket.flush();
    }

    void send(int count) {
        for (int i = 0; i < count; i++) {
            send();
        }
        socket.flush();
    }

    private void send() {
        Kind kind = Kind.of(next);
        if (kind == Kind.BROADCAST) {
            broadcasts++;
        }
        sentAt[next & (RING - 1)] = System.nanoTime();
        socket.write(events.get(kind), next++);
    }

    @Override
    public void message(byte[] b, int from, int length, long nanos) {
        if (!joined.isDone() && Room.isJoined(b, from, length)) {
            joined.complete(null);
        } else if (b[from + 1] == '2') {
            heard(b, from, length);
        } else {
            answer(b, from, length, nanos);
        }
    }

    private void answer(byte[] b, int from, int length, long nanos) {
        answered++;
        int number = -1;
        for (Kind kind : Kind.values()) {
            int found = answers.get(kind).match(b, from, length);
            number = found >= 0 && Kind.of(found) == kind ? found : number;
        }
        if (number < 0) {
            book.tally.altered("an answer", b, from, length);
        } else if (ledger.came(number)) {
            book.latency.recordValue(nanos - sentAt[number & (RING - 1)]);
        }
        if (!book.stopped && next <= Template.LAST) {
            send();
        }
    }

    private void heard(byte[] b, int from, int length) {
        heard++;
        for (int i = 0; i < ROOM; i++) {
            int number = member(i).ownNews.match(b, from, length);
            if (number >= 0) {
                news.get(i).came(number);
                return;
            }
        }
        book.tally.altered("news of the room", b, from, length);
    }

    private Person member(int i) {
        return all.get(index / ROOM * ROOM + i);
    }

    @Override
    public void closed(String reason) {
        book.tally.closed(reason);
        joined.completeExceptionally(new IOException(reason));
    }

    boolean idle() {
        int expected = 0;
        for (int i = 0; i < ROOM; i++) {
            expected += member(i).broadcasts;
        }
        return answered >= next - Template.FIRST && heard >= expected;
    }

    /** Nothing more will come. */
    void close() {
        ledger.close(next);
        for (int i = 0; i < ROOM; i++) {
            news.get(i).close(FIRST_BROADCAST + member(i).broadcasts * STEP);
        }
    }
}
