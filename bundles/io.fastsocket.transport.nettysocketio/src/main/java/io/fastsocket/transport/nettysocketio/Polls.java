package io.fastsocket.transport.nettysocketio;

import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.EngineError;
import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.engineio.Message;
import io.fastsocket.transport.engineio.PollingBody;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * A session's polling requests: what is sent gathers as a body, {@code \x1e} between packets and
 * binaries in base64, until a GET asks for it. On the session's event loop.
 */
final class Polls {

    private static final String CLOSE = "1";
    private static final String NOOP = "6";

    private final Session session;
    private final EngineSettings settings;
    private ByteBuf packets = Unpooled.buffer(256);
    private Gate poll;
    private Gate post;

    /** The answer that the network has not taken all of. */
    private Gate sending;

    private int sendingBytes;

    Polls(Session session, EngineSettings settings) {
        this.session = session;
        this.settings = settings;
    }

    /** A GET asks for packets. */
    void poll(Gate gate) {
        if (!session.alive(Session.now())) {
            gate.answers().lastWords(session.takeLastWords());
        } else if (session.hasWebSocket()) {
            gate.answers().answer(Unpooled.copiedBuffer(NOOP, StandardCharsets.US_ASCII));
        } else if (poll != null) {
            gate.answers().refuse(EngineError.BAD_REQUEST);
            session.close(CloseCause.TRANSPORT_ERROR);
        } else {
            poll = gate;
            if (packets.isReadable()) {
                flush();
            } else if (session.in().switching()) {
                answerWithNoop();
            }
        }
    }

    /** A POST brings packets. */
    void data(Gate gate, byte[] body) {
        if (!session.alive(Session.now())) {
            gate.answers().refuse(EngineError.UNKNOWN_SID);
            return;
        }
        if (post != null) {
            gate.answers().refuse(EngineError.BAD_REQUEST);
            session.close(CloseCause.TRANSPORT_ERROR);
            return;
        }
        if (PollingBody.packets(body) > settings.maxPackets()) {
            session.close(CloseCause.TOO_MANY_PACKETS);
            gate.answers().refuse(EngineError.TOO_MANY_PACKETS);
            return;
        }
        takeAll(body);
        session.endOfBatch();
        CloseCause closed = session.closedBy();
        if (closed != null && closed.malformed()) {
            gate.answers().refuse(EngineError.BAD_REQUEST);
        } else if (session.paused() && closed == null) {
            post = gate;
        } else {
            gate.answers().confirm();
        }
    }

    private void takeAll(byte[] body) {
        int from = 0;
        while (from <= body.length && !session.closed()) {
            int to = PollingBody.end(body, from);
            if (from < to && body[from] == 'b') {
                binary(body, from + 1, to);
            } else {
                session.packet(body, from, to);
            }
            from = to + 1;
        }
    }

    private void binary(byte[] body, int from, int to) {
        byte[] bytes;
        try {
            bytes = PollingBody.binary(body, from, to);
        } catch (IllegalArgumentException e) {
            session.close(CloseCause.PARSE_ERROR);
            return;
        }
        session.binary(bytes);
    }

    /** A request's client has gone away before it was answered. */
    void gone(Gate gate) {
        if (gate == poll) {
            poll = null;
            session.close(CloseCause.FAILED);
        } else if (gate == post) {
            post = null;
        }
    }

    /** Answers a POST that waits. */
    void confirm() {
        if (post != null) {
            Gate gate = post;
            post = null;
            gate.answers().confirm();
        }
    }

    void message(Message message) {
        next();
        packets.writeByte('4');
        message.writeTo(packets);
        message.attachments().forEach(this::appendBinary);
    }

    void appendBinary(byte[] bytes) {
        next();
        packets.writeByte('b').writeBytes(Base64.getEncoder().encode(bytes));
    }

    void packet(String ascii) {
        next();
        packets.writeCharSequence(ascii, StandardCharsets.US_ASCII);
    }

    private void next() {
        if (packets.isReadable()) {
            packets.writeByte(PollingBody.SEPARATOR);
        }
    }

    boolean ready() {
        return poll != null;
    }

    long waiting() {
        return (long) packets.readableBytes() + sendingBytes;
    }

    /** A client that asks again, on another connection, gets nothing before it has read. */
    void flush() {
        if (poll != null && sending == null && packets.isReadable()) {
            answer();
        }
    }

    private void answer() {
        Gate gate = poll;
        ByteBuf body = packets;
        poll = null;
        packets = Unpooled.buffer(256);
        sending = gate;
        sendingBytes = body.readableBytes();
        gate.answers().answer(body).addListener(done -> session.shard().execute(() -> sent(gate)));
    }

    private void sent(Gate gate) {
        if (gate == sending) {
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
            session.leaveLastWords(NOOP);
        }
    }

    /** Gives what was not fetched to the WebSocket that takes over. */
    void handOver(WebSocketOut next) {
        byte[] body = new byte[packets.readableBytes()];
        packets.readBytes(body);
        packets.clear();
        answerWithNoop();
        confirm();
        int from = 0;
        while (from < body.length) {
            int to = PollingBody.end(body, from);
            if (body[from] == 'b') {
                next.binary(PollingBody.binary(body, from + 1, to));
            } else {
                next.packet(new String(body, from, to - from, StandardCharsets.UTF_8));
            }
            from = to + 1;
        }
    }

    void leaveLastWords(CloseCause cause) {
        if (poll == null && cause.orderly()) {
            packet(CLOSE);
            session.leaveLastWords(packets.toString(StandardCharsets.UTF_8));
        }
    }

    /** The session has ended. */
    void close() {
        confirm();
        if (session.closedBy().unread() && sending != null) {
            sending.channel().close();
        }
        if (poll != null) {
            packet(CLOSE);
            answer();
        }
    }
}
