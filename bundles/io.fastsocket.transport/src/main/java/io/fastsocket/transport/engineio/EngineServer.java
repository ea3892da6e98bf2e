package io.fastsocket.transport.engineio;

import io.fastsocket.spi.transport.HandshakeInfo;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.util.concurrent.EventExecutor;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/**
 * All Engine.IO connections of a server, by session id, and the ways by which requests reach them.
 * Usable from any thread unless a method says otherwise.
 */
public final class EngineServer {

    /** How long a client that polls may take to fetch the last words, in milliseconds. */
    private static final int LAST_WORDS_TIMEOUT = 5000;

    private final Map<EventExecutor, LoopShard> shards = new HashMap<>();
    private final Map<String, EngineConnection> connections = new ConcurrentHashMap<>();
    private final Map<String, String> lastWords = new ConcurrentHashMap<>();
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
        return connections.size();
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

    MessageReceiver.Factory receivers() {
        return receivers;
    }

    void add(EngineConnection connection) {
        connections.put(connection.sid(), connection);
    }

    void remove(EngineConnection connection) {
        connections.remove(connection.sid());
    }

    void leaveLastWords(String sid, String packets) {
        lastWords.put(sid, packets);
        shards.values()
                .iterator()
                .next()
                .loop()
                .schedule(() -> lastWords.remove(sid), LAST_WORDS_TIMEOUT, TimeUnit.MILLISECONDS);
    }

    /**
     * Whether there is such a session, or its last words wait to be fetched.
     *
     * @param sid the session id
     * @return whether requests may name it
     */
    public boolean knows(String sid) {
        return connections.containsKey(sid) || lastWords.containsKey(sid);
    }

    /**
     * Opens a connection by polling; on the request's event loop.
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
     * A GET for packets.
     *
     * @param sid the session
     * @param exchange the request
     */
    public void poll(String sid, PollExchange exchange) {
        EngineConnection connection = connections.get(sid);
        if (connection == null) {
            String packets = lastWords.remove(sid);
            if (packets == null) {
                exchange.refuse(EngineError.UNKNOWN_SID);
            } else {
                exchange.answer(Unpooled.copiedBuffer(packets, StandardCharsets.UTF_8), () -> {});
            }
            return;
        }
        connection
                .shard()
                .execute(
                        () -> {
                            if (!connection.alive()) {
                                exchange.refuse(EngineError.UNKNOWN_SID);
                            } else if (connection.link() instanceof PollingLink polling) {
                                polling.poll(exchange);
                            } else {
                                exchange.refuse(EngineError.BAD_REQUEST);
                            }
                        });
    }

    /**
     * A POST with packets.
     *
     * @param sid the session
     * @param exchange the request
     * @param body the packets; not written to again
     */
    public void data(String sid, PollExchange exchange, byte[] body) {
        EngineConnection connection = connections.get(sid);
        if (connection == null) {
            exchange.refuse(EngineError.UNKNOWN_SID);
            return;
        }
        connection
                .shard()
                .execute(
                        () -> {
                            if (!connection.alive()) {
                                exchange.refuse(EngineError.UNKNOWN_SID);
                            } else if (connection.link() instanceof PollingLink polling) {
                                polling.data(exchange, body);
                            } else {
                                exchange.refuse(EngineError.BAD_REQUEST);
                            }
                        });
    }

    /**
     * A polling request's client has gone away before it was answered.
     *
     * @param sid the session
     * @param exchange the request
     */
    public void aborted(String sid, PollExchange exchange) {
        EngineConnection connection = connections.get(sid);
        if (connection != null) {
            connection
                    .shard()
                    .execute(
                            () -> {
                                if (connection.link() instanceof PollingLink polling) {
                                    polling.aborted(exchange);
                                }
                            });
        }
    }

    /**
     * The loop a session lives on, to which a WebSocket that wants to take it over has to move.
     *
     * @param sid the session
     * @return its event loop, or null if there is no such session
     */
    public EventLoop loop(String sid) {
        EngineConnection connection = connections.get(sid);
        return connection == null ? null : connection.shard().loop();
    }

    /**
     * Opens a connection by a WebSocket whose handshake has just been answered; on its event loop.
     *
     * @param pipeline the WebSocket's; gets the handler that serves it from now on
     * @param handshake what the request said
     */
    public void openWebSocket(ChannelPipeline pipeline, HandshakeInfo handshake) {
        LoopShard shard = shards.get(pipeline.channel().eventLoop());
        EngineConnection connection = new EngineConnection(this, shard, settings, handshake);
        WebSocketLink link = new WebSocketLink(connection, false);
        pipeline.addLast(link);
        connection.open(link, false);
    }

    /**
     * Offers a session a WebSocket to be upgraded to; on the session's event loop.
     *
     * @param sid the session
     * @param pipeline the WebSocket's; gets the handler that serves it from now on
     */
    public void upgrade(String sid, ChannelPipeline pipeline) {
        EngineConnection connection = connections.get(sid);
        if (connection == null) {
            pipeline.channel().close();
            return;
        }
        WebSocketLink link = new WebSocketLink(connection, true);
        pipeline.addLast(link);
        if (!connection.probe(link)) {
            // Not before the HTTP codec, which does not pass frames, is out of the pipeline.
            connection.shard().loop().execute(() -> link.close(CloseCause.BAD_STATE));
        }
    }

    /**
     * Ends all connections.
     *
     * @param cause why
     */
    public void closeAll(CloseCause cause) {
        for (EngineConnection connection : List.copyOf(connections.values())) {
            connection.shard().execute(() -> connection.close(cause));
        }
    }
}
