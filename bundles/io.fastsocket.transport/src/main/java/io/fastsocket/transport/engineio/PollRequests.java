package io.fastsocket.transport.engineio;

import io.netty.buffer.Unpooled;

import java.nio.charset.StandardCharsets;

/** Brings polling requests to their sessions' event loops. Usable from any thread. */
public final class PollRequests {

    private final Sessions sessions;

    PollRequests(Sessions sessions) {
        this.sessions = sessions;
    }

    /**
     * A GET for packets.
     *
     * @param sid the session
     * @param exchange the request
     */
    public void poll(String sid, PollExchange exchange) {
        EngineConnection connection = sessions.get(sid);
        if (connection == null) {
            lastWords(sid, exchange);
            return;
        }
        connection
                .shard()
                .execute(
                        () -> {
                            if (!connection.alive()) {
                                lastWords(sid, exchange);
                            } else if (connection.link() instanceof PollingLink polling) {
                                polling.poll(exchange);
                            } else {
                                exchange.refuse(EngineError.BAD_REQUEST);
                            }
                        });
    }

    private void lastWords(String sid, PollExchange exchange) {
        String packets = sessions.takeLastWords(sid);
        if (packets == null) {
            exchange.refuse(EngineError.UNKNOWN_SID);
        } else {
            exchange.answer(Unpooled.copiedBuffer(packets, StandardCharsets.UTF_8), () -> {});
        }
    }

    /**
     * A POST with packets.
     *
     * @param sid the session
     * @param exchange the request
     * @param body the packets; not written to again
     */
    public void data(String sid, PollExchange exchange, byte[] body) {
        EngineConnection connection = sessions.get(sid);
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
        EngineConnection connection = sessions.get(sid);
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
}
