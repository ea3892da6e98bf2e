package io.fastsocket.benchmarks.scenario;

import io.fastsocket.benchmarks.load.Ledger;
import io.fastsocket.benchmarks.load.PreparedFrame;
import io.fastsocket.benchmarks.load.Receiver;
import io.fastsocket.benchmarks.load.Template;
import io.fastsocket.benchmarks.load.WebSocketClient;

/** Sends events and checks their answers. On its event loop. */
final class AckClient implements Receiver {

    /** More than are ever in flight; a power of two. */
    private static final int RING = 1 << 14;

    private final Book book;
    private final String expected;
    private final PreparedFrame event;
    private final Template answer;
    private final Ledger ledger;
    private final long[] sentAt;
    private final boolean goesOn;
    private WebSocketClient socket;
    private int next = Template.FIRST;
    private int timed = Template.FIRST;
    private int answered;

    /**
     * A client without a connection.
     *
     * @param goesOn whether each answer has it send the next event
     */
    AckClient(Book book, Exchange exchange, boolean goesOn) {
        this.book = book;
        this.goesOn = goesOn;
        expected = exchange.answer();
        event = PreparedFrame.of(exchange.event());
        answer = Template.of(exchange.answer());
        ledger = new Ledger(book.tally, Template.FIRST, 1);
        sentAt = new long[goesOn ? 256 : RING];
    }

    void socket(WebSocketClient joined) {
        socket = joined;
    }

    /** Sends that many events at once. */
    void send(int count) {
        for (int i = 0; i < count; i++) {
            socket.write(event, next++);
        }
        flush();
    }

    private void flush() {
        long now = System.nanoTime();
        while (timed < next) {
            sentAt[timed++ & (sentAt.length - 1)] = now;
        }
        socket.flush();
    }

    @Override
    public void message(byte[] b, int from, int length, long nanos) {
        int number = answer.match(b, from, length);
        answered++;
        if (number < 0) {
            book.tally.altered(expected, b, from, length);
        } else if (ledger.came(number)) {
            book.latency.recordValue(nanos - sentAt[number & (sentAt.length - 1)]);
        }
        if (goesOn && !book.stopped && next <= Template.LAST) {
            socket.write(event, next++);
        }
    }

    @Override
    public void readComplete() {
        flush();
    }

    @Override
    public void closed(String reason) {
        book.tally.closed(reason);
    }

    boolean idle() {
        return answered >= next - Template.FIRST;
    }

    /** Nothing more will come. */
    void close() {
        ledger.close(next);
    }
}
