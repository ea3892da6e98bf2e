package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.Transport;
import com.corundumstudio.socketio.handler.ClientHead;

import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.limits.Limit;

import java.nio.charset.StandardCharsets;

/**
 * The way into a session: its requests and its WebSocket, on whatever event loops they are, and the
 * WebSocket that is to take over from its polls.
 */
final class SessionIn {

    private final Session session;
    private final Hub hub;
    private final ClientHead head;
    private final SessionLoop loop;
    private final Polls polls;
    private final SessionOut out;
    private final Probe probe = new Probe();

    SessionIn(Session session, Hub hub, SessionLoop loop, Polls polls, SessionOut out) {
        this.session = session;
        this.hub = hub;
        this.head = session.head();
        this.loop = loop;
        this.polls = polls;
        this.out = out;
    }

    // From the library's event loops

    /** A WebSocket asks to take over; false if it must not. */
    boolean probe(Gate gate) {
        return !session.hasWebSocket() && probe.begin(gate);
    }

    boolean isProbe(Gate gate) {
        return probe.is(gate);
    }

    /** A WebSocket has brought a message. */
    void message(Gate gate, byte[] bytes, boolean binary) {
        if (loop.inLoop()) {
            take(gate, bytes, binary);
        } else {
            loop.enqueue(() -> take(gate, bytes, binary));
        }
    }

    /** All is passed on that one read has brought. */
    void endOfRead(Gate gate) {
        if (loop.inLoop()) {
            endOfBatch(gate);
        } else {
            loop.enqueue(() -> endOfBatch(gate));
        }
    }

    void poll(Gate gate) {
        loop.execute(() -> polls.poll(gate));
    }

    void post(Gate gate, byte[] body) {
        loop.execute(() -> polls.data(gate, body));
    }

    /** A TCP connection has ended. */
    void gone(Gate gate) {
        loop.execute(
                () -> {
                    if (isOn(gate)) {
                        session.close(CloseCause.CLIENT);
                    } else if (probe.gone(gate)) {
                        hub.forgetUpgrade(head);
                    } else {
                        polls.gone(gate);
                    }
                });
    }

    // On the session's own

    private void take(Gate gate, byte[] bytes, boolean binary) {
        if (session.closed()) {
            return;
        } else if (!isOn(gate)) {
            probing(gate, binary ? "" : new String(bytes, StandardCharsets.UTF_8));
        } else if (binary) {
            session.binary(bytes);
        } else {
            session.packet(bytes, 0, bytes.length);
        }
    }

    private void endOfBatch(Gate gate) {
        if (isOn(gate)) {
            session.endOfBatch();
        }
    }

    /** Whether the session is on the WebSocket of a TCP connection. */
    private boolean isOn(Gate gate) {
        WebSocketOut webSocket = out.webSocket();
        return webSocket != null && webSocket.gate() == gate;
    }

    private void probing(Gate gate, String text) {
        if (text.equals("2probe") && !probe.answered()) {
            probe.answer();
            WebSocketOut.text(gate, "3probe");
            polls.answerWithNoop();
        } else if (text.equals("5") && probe.answered()) {
            probe.done();
            WebSocketOut next = new WebSocketOut(gate);
            out.upgrade(next);
            next.reading(!session.paused());
            hub.forgetUpgrade(head);
            head.upgradeCurrentTransport(Transport.WEBSOCKET);
        } else {
            gate.channel().close();
        }
    }

    /** Whether polls end at once, so that the client can go on with its upgrade. */
    boolean switching() {
        return probe.answered();
    }

    /** Looks whether the WebSocket that is to take over is late. */
    void tick(long now, long upgradeTimeout) {
        if (probe.isUnderWay()) {
            hub.forgetUpgrade(head);
        }
        if (probe.isLate(now, upgradeTimeout)) {
            hub.limits().exceeded(Limit.UPGRADE_TIMEOUT);
            probe.close();
        }
    }

    /** The session has ended: nothing takes over any more. */
    void close() {
        probe.close();
        probe.done();
    }
}
