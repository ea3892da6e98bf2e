package io.fastsocket.transport.engineio;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.limits.Limit;
import io.fastsocket.transport.limits.LimitCounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.CompletableFuture;

/**
 * One Engine.IO connection: the packets that are not messages, what carries it, and its end. The
 * {@link Link} is exchanged by an upgrade. Confined to its event loop.
 */
final class EngineConnection implements Connection {

    private static final Logger LOG = LoggerFactory.getLogger(EngineConnection.class);

    private static final String PING = "2";

    private final EngineServer server;
    private final LoopShard shard;
    private final EngineSettings settings;
    private final String sid;
    private final HandshakeInfo handshake;
    private final Heartbeat heartbeat;
    private MessageReceiver receiver;
    private Link link;
    private Upgrade upgrade;
    private boolean paused;
    private CloseCause closedBy;
    private boolean unflushed;

    // What the loop's books say of it.
    private int position;
    private long counted;
    private int keptByLink;
    private int keptByReceiver;

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
        heartbeat = new Heartbeat(settings);
    }

    /** Begins: tells the client its session, then lets messages through. */
    void open(Link first, boolean upgradable) {
        link = first;
        shard.add(this);
        server.sessions().add(this);
        send(settings.opening(sid, upgradable));
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

    /** What {@link Unsent} has counted for it. */
    long counted() {
        return counted;
    }

    void counted(long bytes) {
        counted = bytes;
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
            case '3' -> heartbeat.pong();
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

    private void closeByClient() {
        if (link instanceof PollingLink polling) {
            polling.closedByClient();
        }
        close(CloseCause.CLIENT);
    }

    /** The link keeps so many bytes of a frame or message that is not whole. */
    void keptByLink(int bytes) {
        if (bytes != keptByLink) {
            keptByLink = bytes;
            kept();
        }
    }

    @Override
    public void kept(int bytes) {
        if (bytes != keptByReceiver) {
            keptByReceiver = bytes;
            kept();
        }
    }

    private void kept() {
        if (!closed() && !shard.unfinished().keep(this, (long) keptByLink + keptByReceiver)) {
            close(CloseCause.INBOUND_FULL);
        }
    }

    // Deadlines

    /** Looks at the deadlines, moving them by {@code grace} milliseconds first. */
    void scan(long now, long grace) {
        switch (heartbeat.scan(now, grace, paused)) {
            case TIMEOUT -> {
                close(CloseCause.PING_TIMEOUT);
                return;
            }
            case PING -> send(PING);
            case NOTHING -> {}
        }
        if (upgrade != null && upgrade.late(now)) {
            LOG.debug("Upgrade of a connection not finished in time");
            server.limits().exceeded(Limit.UPGRADE_TIMEOUT);
            upgrade.failed();
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
    boolean begin(Upgrade next) {
        if (closed() || upgrade != null || !(link instanceof PollingLink)) {
            return false;
        }
        upgrade = next;
        return true;
    }

    /** Whether polls end at once, so that the client can go on with its upgrade. */
    boolean switching() {
        return upgrade != null && upgrade.switching();
    }

    void carriedBy(WebSocketLink next) {
        upgrade = null;
        link = next;
        next.reading(!paused);
    }

    void upgradeEnded(Upgrade ended) {
        if (upgrade == ended) {
            upgrade = null;
            keptByLink(0);
        }
    }

    boolean paused() {
        return paused;
    }

    // What goes out

    @Override
    public void send(Message message) {
        if (mayAppend()) {
            link.message(message);
            flushLater();
        }
    }

    @Override
    public void send(SharedMessage message) {
        if (mayAppend()) {
            link.shared(message);
            flushLater();
        }
    }

    @Override
    public void sendBinary(byte[] bytes) {
        if (mayAppend()) {
            link.appendBinary(bytes);
            flushLater();
        }
    }

    private void send(String packet) {
        if (mayAppend()) {
            link.packet(packet);
            flushLater();
        }
    }

    private boolean mayAppend() {
        if (closed()) {
            return false;
        }
        if (link.waiting() <= settings.outboundLimit()) {
            return true;
        }
        // Not within whatever is being sent: what closing calls may send as well.
        shard.loop().execute(() -> close(CloseCause.TOO_SLOW));
        return false;
    }

    void flushLater() {
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
            shard.unsent().flushed(this);
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
            heartbeat.resumed();
            link.reading(true);
        }
    }

    /** Begins no more, and tells when what was begun is done. */
    void settle(CompletableFuture<Void> done) {
        if (closed()) {
            done.complete(null);
        } else {
            receiver.settle().whenComplete((nothing, failure) -> done.complete(null));
        }
    }

    /** Closes it since the server stops. */
    void shutDown(boolean sayGoodbye) {
        if (!closed() && sayGoodbye) {
            receiver.goodbye();
        }
        close(CloseCause.SHUTDOWN);
    }

    @Override
    public void close(CloseCause cause) {
        if (closed()) {
            return;
        }
        closedBy = cause;
        server.notices().closed(cause, server.limits(), handshake.remoteAddress());
        shard.remove(this);
        link.leaveLastWords(cause);
        server.sessions().remove(this);
        shard.unfinished().forget(this);
        if (upgrade != null) {
            upgrade.failed();
        }
        link.close(cause);
        if (receiver != null) {
            receiver.closed(cause);
        }
    }

    @Override
    public LimitCounts limits() {
        return server.limits();
    }

    @Override
    public Notices notices() {
        return server.notices();
    }

    /** What carries it has failed; it is closed next. */
    void failed(Throwable cause) {
        server.notices().failed("WebSocket", cause, handshake.remoteAddress());
    }
}
