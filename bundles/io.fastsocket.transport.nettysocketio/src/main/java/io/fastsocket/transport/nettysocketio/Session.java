package io.fastsocket.transport.nettysocketio;

import com.corundumstudio.socketio.handler.ClientHead;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.engineio.CloseCause;
import io.fastsocket.transport.engineio.Connection;
import io.fastsocket.transport.engineio.EngineSettings;
import io.fastsocket.transport.engineio.LoopQueue;
import io.fastsocket.transport.engineio.Message;
import io.fastsocket.transport.engineio.MessageReceiver;
import io.fastsocket.transport.engineio.Notices;
import io.fastsocket.transport.engineio.SharedMessage;
import io.fastsocket.transport.limits.LimitCounts;

import java.util.concurrent.CompletableFuture;

/**
 * A session of the library's as the connection that Socket.IO is spoken over. Confined to the event
 * loop of the request that opened it, whatever loops its other requests and its WebSocket are on.
 */
final class Session implements Connection {

    private final Hub hub;
    private final ClientHead head;
    private final SessionLoop loop;
    private final HandshakeInfo handshake;
    private final EngineSettings settings;
    private final String sid;
    private final Polls polls;
    private final SessionOut out;
    private final SessionIn in;
    private MessageReceiver receiver;
    private volatile CloseCause closedBy;
    private long lastPong = now();
    private boolean paused;

    Session(Hub hub, ClientHead head, SessionLoop loop, HandshakeInfo handshake) {
        this.hub = hub;
        this.head = head;
        this.loop = loop;
        this.handshake = handshake;
        settings = hub.settings().engine();
        sid = head.getSessionId().toString();
        polls = new Polls(this, settings);
        out = new SessionOut(this, loop, polls, settings.outboundLimit());
        in = new SessionIn(this, hub, loop, polls, out);
    }

    /** Begins, on a WebSocket or, without one, by polling. */
    void begin(Gate first, boolean upgradable) {
        if (first != null) {
            out.begin(new WebSocketOut(first));
        }
        // The library's own looks at a clock of 100 ms, and knows of no pause.
        head.cancelPingTimeout();
        out.packet(settings.opening(sid, first == null && upgradable));
        receiver = hub.receiver(this);
    }

    String sid() {
        return sid;
    }

    ClientHead head() {
        return head;
    }

    boolean closed() {
        return closedBy != null;
    }

    /** Why it has ended, or null. */
    CloseCause closedBy() {
        return closedBy;
    }

    boolean paused() {
        return paused;
    }

    /** What its requests and its WebSocket bring. */
    SessionIn in() {
        return in;
    }

    // From the library's event loops

    boolean hasWebSocket() {
        return out.webSocket() != null;
    }

    void fromLibrary(String packet) {
        loop.execute(() -> out.packet(packet));
    }

    /** The library has forgotten it. */
    void forgotten() {
        loop.enqueue(() -> close(CloseCause.FAILED));
    }

    // On its own

    /** A packet given as text. */
    void packet(byte[] bytes, int from, int to) {
        switch (from < to ? bytes[from] : -1) {
            case '4' -> receiver.text(bytes, from + 1, to);
            case '3' -> lastPong = now();
            case '1' -> closeByClient();
            // The client's ping and open are the wrong way round.
            case '0', '2' -> close(CloseCause.TRANSPORT_ERROR);
            case '5', '6' -> {}
            default -> close(CloseCause.PARSE_ERROR);
        }
    }

    private void closeByClient() {
        out.closedByClient();
        close(CloseCause.CLIENT);
    }

    void binary(byte[] bytes) {
        receiver.binary(bytes);
    }

    void endOfBatch() {
        if (!closed()) {
            receiver.endOfBatch();
        }
    }

    /** Looks at its deadlines, moving them by {@code grace} milliseconds first. */
    void tick(long now, long grace) {
        lastPong += grace;
        if (!alive(now)) {
            return;
        }
        in.tick(now, settings.upgradeTimeout());
        receiver.tick(now);
    }

    /** Whether its client has answered the heartbeat; if not, it is closed. */
    boolean alive(long now) {
        int limit = settings.pingInterval() + settings.pingTimeout();
        if (!closed() && !paused && now - lastPong >= limit) {
            close(CloseCause.PING_TIMEOUT);
        }
        return !closed();
    }

    /** Milliseconds of a clock that never goes back. */
    static long now() {
        return System.nanoTime() / 1_000_000;
    }

    /** Begins no more, and tells when what was begun is done. */
    CompletableFuture<Void> settle() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        loop.enqueue(
                () -> {
                    if (closed()) {
                        done.complete(null);
                    } else {
                        receiver.settle().whenComplete((nothing, failure) -> done.complete(null));
                    }
                });
        return done;
    }

    /** Closes it since the engine stops. */
    void shutDown(boolean sayGoodbye) {
        loop.enqueue(
                () -> {
                    if (!closed() && sayGoodbye) {
                        receiver.goodbye();
                    }
                    close(CloseCause.SHUTDOWN);
                });
    }

    @Override
    public HandshakeInfo handshake() {
        return handshake;
    }

    @Override
    public String transport() {
        return out.webSocket() == null ? "polling" : "websocket";
    }

    @Override
    public LoopQueue shard() {
        return loop;
    }

    @Override
    public LimitCounts limits() {
        return hub.limits();
    }

    @Override
    public Notices notices() {
        return hub.notices();
    }

    @Override
    public void send(Message message) {
        out.message(message);
    }

    @Override
    public void send(SharedMessage message) {
        out.message(message);
    }

    @Override
    public void sendBinary(byte[] bytes) {
        out.binary(bytes);
    }

    void flush() {
        out.flush();
    }

    @Override
    public boolean ready() {
        return out.ready();
    }

    @Override
    public void kept(int bytes) {
        // Bounded for each client, by its limits on messages and attachments.
    }

    @Override
    public void pause() {
        paused = true;
        reading(false);
    }

    @Override
    public void resume() {
        paused = false;
        if (closed()) {
            return;
        }
        lastPong = now();
        polls.confirm();
        reading(true);
    }

    private void reading(boolean on) {
        WebSocketOut webSocket = out.webSocket();
        if (webSocket != null) {
            webSocket.reading(on);
        }
    }

    /** Null if there are none. */
    String takeLastWords() {
        return hub.takeLastWords(sid);
    }

    void leaveLastWords(String packets) {
        hub.leaveLastWords(sid, packets);
    }

    @Override
    public void close(CloseCause cause) {
        if (closed()) {
            return;
        }
        closedBy = cause;
        hub.notices().closed(cause, hub.limits(), handshake.remoteAddress());
        out.leaveLastWords(cause);
        loop.remove(this);
        hub.remove(this);
        in.close();
        out.close(cause);
        if (receiver != null) {
            receiver.closed(cause);
        }
        head.onChannelDisconnect();
    }
}
