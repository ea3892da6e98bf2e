package io.fastsocket.transport.engineio;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.fastsocket.transport.limits.LimitCounts;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;

import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * All Engine.IO connections of a server, how they are opened, and what they share. Usable from any
 * thread unless a method says otherwise.
 */
public final class EngineServer {

    /** How long a client that polls may take to fetch the last words, in milliseconds. */
    private static final int LAST_WORDS_TIMEOUT = 5000;

    private final Map<EventExecutor, LoopShard> shards = new HashMap<>();
    private final LimitCounts limits = new LimitCounts();
    private final Sessions sessions = new Sessions(limits);
    private final PollRequests polls = new PollRequests(sessions);
    private final MessageReceiver.Factory receivers;
    private final Notices notices = new Notices();
    private final MemoryBudget incoming;
    private final MemoryBudget outgoing;
    private volatile EngineSettings settings;

    /**
     * A server without connections.
     *
     * @param loops its event loops
     * @param settings for connections opened from now on
     * @param receivers takes the messages
     */
    public EngineServer(
            EventLoopGroup loops, EngineSettings settings, MessageReceiver.Factory receivers) {
        this.settings = settings;
        this.receivers = receivers;
        incoming = new MemoryBudget(settings.inboundBudget());
        outgoing = new MemoryBudget(settings.outboundBudget());
        for (EventExecutor loop : loops) {
            shards.put(
                    loop,
                    new LoopShard(
                            (EventLoop) loop,
                            shards.values(),
                            settings.scanPeriod(),
                            incoming,
                            outgoing));
        }
    }

    /**
     * The loops.
     *
     * @return one shard for each
     */
    public Collection<LoopShard> shards() {
        return shards.values();
    }

    /**
     * What is in force.
     *
     * @return for connections opened now
     */
    public EngineSettings settings() {
        return settings;
    }

    /**
     * Puts other settings in force.
     *
     * @param settings for connections opened from now on
     */
    public void settings(EngineSettings settings) {
        this.settings = settings;
        incoming.limit(settings.inboundBudget());
        outgoing.limit(settings.outboundBudget());
        shards.values().forEach(shard -> shard.scanAtLeastEvery(settings.scanPeriod()));
    }

    /**
     * Connections open now.
     *
     * @return how many
     */
    public int size() {
        return sessions.size();
    }

    /**
     * What is counted of messages, and bodies of requests, that are not whole yet.
     *
     * @return always the same
     */
    public MemoryBudget incoming() {
        return incoming;
    }

    /**
     * What is counted of all that waits to be sent.
     *
     * @return always the same
     */
    public MemoryBudget outgoing() {
        return outgoing;
    }

    /**
     * Where what clients do wrong is told.
     *
     * @return always the same
     */
    public Notices notices() {
        return notices;
    }

    /**
     * How often limits were exceeded.
     *
     * @return always the same
     */
    public LimitCounts limits() {
        return limits;
    }

    /**
     * The way of polling requests to their sessions.
     *
     * @return always the same
     */
    public PollRequests polls() {
        return polls;
    }

    MessageReceiver.Factory receivers() {
        return receivers;
    }

    Sessions sessions() {
        return sessions;
    }

    void leaveLastWords(String sid, String packets) {
        sessions.leaveLastWords(sid, packets);
        shards.values()
                .iterator()
                .next()
                .loop()
                .schedule(
                        () -> sessions.takeLastWords(sid),
                        LAST_WORDS_TIMEOUT,
                        TimeUnit.MILLISECONDS);
    }

    /**
     * Keeps a place for a connection that is to be opened next.
     *
     * @param from the client's address
     * @param most how many there may be altogether; 0 for any number
     * @param mostOfAddress how many of one address; 0 for any number
     * @return null, or why there is no place
     */
    public EngineError reserve(InetSocketAddress from, int most, int mostOfAddress) {
        return sessions.reserve(from, most, mostOfAddress);
    }

    /**
     * Whether there is such a session, or its last words wait to be fetched.
     *
     * @param sid the session id
     * @return whether requests may name it
     */
    public boolean knows(String sid) {
        return sessions.knows(sid);
    }

    /**
     * Opens a connection by polling, for which a place is reserved; on the request's event loop.
     *
     * @param loop the request's event loop
     * @param handshake what the request said
     * @param exchange gets the handshake
     */
    public void openPolling(EventLoop loop, HandshakeInfo handshake, PollExchange exchange) {
        EngineConnection connection =
                new EngineConnection(this, shards.get(loop), settings, handshake);
        PollingLink link = new PollingLink(connection);
        connection.open(link, true);
        link.poll(exchange);
    }

    /**
     * The loop a session lives on, to which a WebSocket that wants to take it over has to move.
     *
     * @param sid the session
     * @return its event loop, or null if there is no such session
     */
    public EventLoop loop(String sid) {
        EngineConnection connection = sessions.get(sid);
        return connection == null ? null : connection.shard().loop();
    }

    /**
     * Opens a connection, for which a place is reserved, by a WebSocket whose handshake has just
     * been answered; on its event loop.
     *
     * @param pipeline the WebSocket's; gets the handler that serves it from now on
     * @param handshake what the request said
     * @param compressFrom from how many bytes on its messages are compressed; 0 if they may not be
     */
    public void openWebSocket(ChannelPipeline pipeline, HandshakeInfo handshake, int compressFrom) {
        LoopShard shard = shards.get(pipeline.channel().eventLoop());
        EngineConnection connection = new EngineConnection(this, shard, settings, handshake);
        WebSocketLink link = new WebSocketLink(connection).compressing(compressFrom);
        pipeline.addLast(link);
        connection.open(link, false);
    }

    /**
     * Offers a session a WebSocket to be upgraded to; on the session's event loop.
     *
     * @param sid the session
     * @param pipeline the WebSocket's; gets the handler that serves it from now on
     * @param compressFrom from how many bytes on its messages are compressed; 0 if they may not be
     */
    public void upgrade(String sid, ChannelPipeline pipeline, int compressFrom) {
        EngineConnection connection = sessions.get(sid);
        if (connection == null) {
            pipeline.channel().close();
            return;
        }
        WebSocketLink link = new WebSocketLink(connection).compressing(compressFrom);
        Upgrade upgrade = link.probing();
        pipeline.addLast(link);
        if (!connection.begin(upgrade)) {
            // Not before the HTTP codec, which does not pass frames, is out of the pipeline.
            connection.shard().loop().execute(() -> link.close(CloseCause.BAD_STATE));
        }
    }

    /**
     * Opens no more connections, and has those there are begin no more.
     *
     * @return completes when what they have begun is done
     */
    public CompletableFuture<Void> settle() {
        sessions.stop();
        return CompletableFuture.allOf(
                sessions.all().stream()
                        .map(EngineServer::settle)
                        .toArray(CompletableFuture[]::new));
    }

    private static CompletableFuture<Void> settle(EngineConnection connection) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        connection.shard().enqueue(() -> connection.settle(done));
        return done;
    }

    /**
     * Ends all connections.
     *
     * @param sayGoodbye whether their clients are told to stay away
     */
    public void closeAll(boolean sayGoodbye) {
        for (EngineConnection connection : sessions.all()) {
            connection.shard().enqueue(() -> connection.shutDown(sayGoodbye));
        }
    }

    /**
     * Whether all connections have ended and those that poll have been told.
     *
     * @return true if nobody is left
     */
    public boolean idle() {
        return sessions.size() == 0 && !sessions.hasLastWords();
    }
}
