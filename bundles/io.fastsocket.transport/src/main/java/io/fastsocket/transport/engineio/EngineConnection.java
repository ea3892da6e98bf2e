package io.fastsocket.transport.engineio;

import io.fastsocket.spi.transport.HandshakeInfo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One Engine.IO connection: its heartbeat, its upgrade, and the packets that are not messages. What
 * carries it is a {@link Link}, exchanged by an upgrade. Confined to its event loop.
 */
final class EngineConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConnection.class);

    private static final String PING = "2";
    private static final long NEVER = Long.MAX_VALUE;

    private final EngineServer server;
    private final LoopShard shard;
    private final EngineSettings settings;
    private final String sid;
    private final HandshakeInfo handshake;
    private MessageReceiver receiver;
    private Link link;
    private WebSocketLink probing;
    private long upgradeDeadline = NEVER;
    private long nextPing;
    private long pongDeadline = NEVER;
    private long lastScan;
    private boolean paused;
    private CloseCause closedBy;
    private boolean switching;
    private boolean unflushed;
    private int position;

    EngineConnection(
            EngineServer server,
            LoopShard shard,
            EngineSettings settings,
            HandshakeInfo handshake) {
        this.server = server;
        this.shard = shard;
        this.settings = settings;
        this.handshake = handshake;
        sid = shard.newId();
        lastScan = LoopShard.now();
        nextPing = lastScan + settings.pingInterval();
    }

    /** Begins: tells the client its session, then lets messages through. */
    void open(Link first, boolean upgradable) {
        link = first;
        shard.add(this);
        server.add(this);
        send(
                "0{\"sid\":\""
                        + sid
                        + "\",\"upgrades\":["
                        + (upgradable ? "\"websocket\"" : "")
                        + "],\"pingInterval\":"
                        + settings.pingInterval()
                        + ",\"pingTimeout\":"
                        + settings.pingTimeout()
                        + ",\"maxPayload\":"
                        + settings.maxPayload()
                        + "}");
        receiver = server.receivers().opened(this);
    }

    String sid() {
        return sid;
    }

    EngineSettings settings() {
        return settings;
    }

    boolean closed() {
        return closedBy != null;
    }

    /** Why it has ended, or null. */
    CloseCause closedBy() {
        return closedBy;
    }

    Link link() {
        return link;
    }

    int position() {
        return position;
    }

    void position(int position) {
        this.position = position;
    }

    @Override
    public HandshakeInfo handshake() {
        return handshake;
    }

    @Override
    public String transport() {
        // Read without a fence: whoever asks from another thread may see the link of just before.
        return link.name();
    }

    @Override
    public LoopShard shard() {
        return shard;
    }

    // What comes in

    /** A packet given as text. */
    void packet(byte[] bytes, int from, int to) {
        if (closed()) {
            return;
        }
        switch (from < to ? bytes[from] : -1) {
            case '4' -> receiver.text(bytes, from + 1, to);
            case '3' -> pong();
            case '1' -> closeByClient();
            // The client's ping and open are the wrong way round.
            case '0', '2' -> close(CloseCause.TRANSPORT_ERROR);
            case '5', '6' -> LOG.trace("Upgrade or noop without effect");
            default -> close(CloseCause.PARSE_ERROR);
        }
    }

    void binary(byte[] bytes) {
        if (!closed()) {
            receiver.binary(bytes);
        }
    }

    void endOfRead() {
        if (!closed()) {
            receiver.endOfBatch();
        }
    }

    private void pong() {
        if (pongDeadline != NEVER) {
            pongDeadline = NEVER;
            nextPing = LoopShard.now() + settings.pingInterval();
        }
    }

    private void closeByClient() {
        if (link instanceof PollingLink polling) {
            polling.answerWithNoop();
        }
        close(CloseCause.CLIENT);
    }

    // Deadlines

    /** Looks at the deadlines, moving them by {@code grace} milliseconds first. */
    void scan(long now, long grace) {
        long still = paused ? now - lastScan : grace;
        lastScan = now;
        if (still > 0 && pongDeadline != NEVER) {
            pongDeadline += still;
        }
        if (now >= pongDeadline) {
            close(CloseCause.PING_TIMEOUT);
            return;
        }
        if (pongDeadline == NEVER && now >= nextPing) {
            // Counted from when it was due, unless the loop was held up.
            pongDeadline = Math.max(nextPing, now - LoopShard.HELD_UP) + settings.pingTimeout();
            send(PING);
        }
        if (now >= upgradeDeadline) {
            LOG.debug("Upgrade of a connection not finished in time");
            endProbe();
        }
        if (!closed()) {
            receiver.tick(now);
        }
    }

    /** The same for a client that asks just now, so that no request outlives its session. */
    boolean alive() {
        if (!closed()) {
            scan(LoopShard.now(), 0);
        }
        return !closed();
    }

    // Upgrade

    /** A WebSocket asks to take over; false if it must not. */
    boolean probe(WebSocketLink candidate) {
        if (closed() || probing != null || !(link instanceof PollingLink)) {
            return false;
        }
        probing = candidate;
        upgradeDeadline = LoopShard.now() + settings.upgradeTimeout();
        return true;
    }

    /** Whether polls end at once, so that the client can go on with its upgrade. */
    boolean switching() {
        return switching;
    }

    /** The probe has been answered: a waiting poll ends. */
    void probed() {
        switching = true;
        ((PollingLink) link).answerWithNoop();
    }

    boolean paused() {
        return paused;
    }

    /** The client has switched. */
    void upgraded() {
        WebSocketLink next = probing;
        probing = null;
        switching = false;
        upgradeDeadline = NEVER;
        PollingLink last = (PollingLink) link;
        link = next;
        last.handOver(next);
        next.reading(!paused);
        markUnflushed();
    }

    /** The WebSocket that asked has gone, or did what it must not. */
    void probeFailed(WebSocketLink candidate) {
        if (candidate == probing) {
            endProbe();
        }
        candidate.close(CloseCause.BAD_STATE);
    }

    private void endProbe() {
        WebSocketLink candidate = probing;
        probing = null;
        switching = false;
        upgradeDeadline = NEVER;
        if (candidate != null) {
            candidate.close(CloseCause.BAD_STATE);
        }
    }

    // What goes out

    @Override
    public void send(Message message) {
        if (mayAppend()) {
            link.message(message);
            markUnflushed();
        }
    }

    @Override
    public void send(SharedMessage message) {
        if (mayAppend()) {
            link.shared(message);
            markUnflushed();
        }
    }

    @Override
    public void sendBinary(byte[] bytes) {
        if (mayAppend()) {
            link.appendBinary(bytes);
            markUnflushed();
        }
    }

    private void send(String packet) {
        if (mayAppend()) {
            link.packet(packet);
            markUnflushed();
        }
    }

    private boolean mayAppend() {
        if (closed()) {
            return false;
        }
        if (link.waiting() <= settings.outboundLimit()) {
            return true;
        }
        LOG.debug("{} bytes wait for {}: closing", link.waiting(), handshake.remoteAddress());
        // Not within whatever is being sent: what closing calls may send as well.
        shard.loop().execute(() -> close(CloseCause.TOO_SLOW));
        return false;
    }

    private void markUnflushed() {
        if (!unflushed) {
            unflushed = true;
            shard.flushLater(this);
        }
    }

    /** What a client that polls shall still be told when it asks the next time. */
    void leaveLastWords(String packets) {
        server.leaveLastWords(sid, packets);
    }

    void flush() {
        unflushed = false;
        if (!closed()) {
            link.flush();
        }
    }

    @Override
    public boolean ready() {
        return !closed() && link.ready();
    }

    @Override
    public void pause() {
        paused = true;
        link.reading(false);
    }

    @Override
    public void resume() {
        paused = false;
        if (!closed()) {
            long now = LoopShard.now();
            if (pongDeadline != NEVER) {
                pongDeadline += now - lastScan;
            }
            lastScan = now;
            link.reading(true);
        }
    }

    @Override
    public void close(CloseCause cause) {
        if (closed()) {
            return;
        }
        closedBy = cause;
        LOG.debug("Connection from {} ends: {}", handshake.remoteAddress(), cause);
        shard.remove(this);
        server.remove(this);
        endProbe();
        link.close(cause);
        if (receiver != null) {
            receiver.closed(cause);
        }
    }
}
