package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * An Engine.IO connection over HTTP long polling: what is sent gathers as a body, {@code \x1e}
 * between packets and binaries in base64, until a GET asks for it.
 */
final class PollingLink implements Link {

    private static final String CLOSE = "1";
    private static final String NOOP = "6";

    private final EngineConnection connection;
    private ByteBuf packets = Unpooled.buffer(256);
    private PollExchange poll;
    private PollExchange post;

    /** The answer that the network has not taken all of. */
    private PollExchange sending;

    private int sendingBytes;

    PollingLink(EngineConnection connection) {
        this.connection = connection;
    }

    // What comes in

    /** A GET asks for packets. */
    void poll(PollExchange exchange) {
        if (poll != null) {
            exchange.refuse(EngineError.BAD_REQUEST);
            connection.close(CloseCause.TRANSPORT_ERROR);
            return;
        }
        poll = exchange;
        if (packets.isReadable()) {
            flush();
        } else if (connection.switching()) {
            answerWithNoop();
        }
    }

    /** The client has gone away without an answer. */
    void aborted(PollExchange exchange) {
        if (exchange.equals(poll)) {
            poll = null;
            connection.close(CloseCause.FAILED);
        } else if (exchange.equals(post)) {
            post = null;
        }
    }

    /** A POST brings packets. */
    void data(PollExchange exchange, byte[] body) {
        if (post != null) {
            exchange.refuse(EngineError.BAD_REQUEST);
            connection.close(CloseCause.TRANSPORT_ERROR);
            return;
        }
        if (PollingBody.packets(body) > connection.settings().maxPackets()) {
            connection.close(CloseCause.TOO_MANY_PACKETS);
            exchange.refuse(EngineError.TOO_MANY_PACKETS);
            return;
        }
        int from = 0;
        while (from <= body.length && !connection.closed()) {
            int to = PollingBody.end(body, from);
            if (from < to && body[from] == 'b') {
                binary(body, from + 1, to);
            } else {
                connection.packet(body, from, to);
            }
            from = to + 1;
        }
        connection.endOfRead();
        CloseCause closed = connection.closedBy();
        if (closed != null && closed.malformed()) {
            exchange.refuse(EngineError.BAD_REQUEST);
        } else if (connection.paused() && !connection.closed()) {
            post = exchange;
        } else {
            exchange.confirm();
        }
    }

    private void binary(byte[] body, int from, int to) {
        byte[] bytes;
        try {
            bytes = PollingBody.binary(body, from, to);
        } catch (IllegalArgumentException e) {
            connection.close(CloseCause.PARSE_ERROR);
            return;
        }
        connection.binary(bytes);
    }

    // What goes out

    @Override
    public String name() {
        return "polling";
    }

    @Override
    public void message(Message message) {
        next();
        packets.writeByte('4');
        message.writeTo(packets);
        for (byte[] binary : message.attachments()) {
            appendBinary(binary);
        }
    }

    @Override
    public void appendBinary(byte[] bytes) {
        next();
        packets.writeByte('b').writeBytes(Base64.getEncoder().encode(bytes));
    }

    @Override
    public void shared(SharedMessage message) {
        message(message.message());
    }

    @Override
    public void packet(String ascii) {
        next();
        packets.writeCharSequence(ascii, StandardCharsets.US_ASCII);
    }

    private void next() {
        if (packets.isReadable()) {
            packets.writeByte(PollingBody.SEPARATOR);
        }
    }

    @Override
    public boolean ready() {
        return poll != null;
    }

    @Override
    public long waiting() {
        return (long) packets.readableBytes() + sendingBytes;
    }

    @Override
    public long own() {
        return waiting();
    }

    /** A client that asks again, on another connection, gets nothing before it has read. */
    @Override
    public void flush() {
        if (poll != null && sending == null && packets.isReadable()) {
            answer();
        }
    }

    private void answer() {
        PollExchange exchange = poll;
        ByteBuf body = packets;
        poll = null;
        packets = Unpooled.buffer(256);
        sending = exchange;
        sendingBytes = body.readableBytes();
        exchange.answer(body, () -> connection.shard().execute(() -> sent(exchange)));
    }

    private void sent(PollExchange exchange) {
        if (exchange.equals(sending)) {
            sending = null;
            sendingBytes = 0;
            flush();
        }
    }

    /** Ends a waiting poll with nothing, or with what there is. */
    void answerWithNoop() {
        if (poll != null) {
            if (!packets.isReadable()) {
                packet(NOOP);
            }
            answer();
        }
    }

    /** A poll that was sent before the close, but came on a slower connection, ends as well. */
    void closedByClient() {
        if (poll != null) {
            answerWithNoop();
        } else {
            connection.leaveLastWords(NOOP);
        }
    }

    @Override
    public void reading(boolean on) {
        if (on && post != null) {
            PollExchange exchange = post;
            post = null;
            exchange.confirm();
        }
    }

    /** Gives what was not fetched to the WebSocket that takes over. */
    void handOver(WebSocketLink next) {
        byte[] body = new byte[packets.readableBytes()];
        packets.readBytes(body);
        packets.clear();
        answerWithNoop();
        reading(true);
        int from = 0;
        while (from < body.length) {
            int to = PollingBody.end(body, from);
            if (body[from] == 'b') {
                byte[] base64 = Arrays.copyOfRange(body, from + 1, to);
                byte[] bytes = Base64.getDecoder().decode(base64);
                next.handedOver(true, bytes, 0, bytes.length);
            } else {
                next.handedOver(false, body, from, to);
            }
            from = to + 1;
        }
    }

    @Override
    public void close(CloseCause cause) {
        reading(true);
        if (cause.unread() && sending != null) {
            sending.abandon();
        }
        if (poll != null) {
            packet(CLOSE);
            answer();
        }
    }

    @Override
    public void leaveLastWords(CloseCause cause) {
        if (poll == null && cause.orderly()) {
            packet(CLOSE);
            connection.leaveLastWords(packets.toString(StandardCharsets.UTF_8));
        }
    }
}
