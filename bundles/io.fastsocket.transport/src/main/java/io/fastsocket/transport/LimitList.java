package io.fastsocket.transport;

import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.transport.engineio.EngineServer;
import io.fastsocket.transport.limits.Limit;

import java.util.Arrays;
import java.util.List;

/** The limits in force, beside how often each was exceeded. */
final class LimitList {

    private LimitList() {}

    static List<LimitInfo> of(Settings settings, EngineServer server) {
        return Arrays.stream(Limit.values())
                .map(
                        limit ->
                                new LimitInfo(
                                        limit.key(),
                                        inForce(limit, settings),
                                        used(limit, server),
                                        server.limits().of(limit)))
                .toList();
    }

    private static long inForce(Limit limit, Settings settings) {
        var http = settings.http();
        var engine = settings.engine();
        var socketIo = settings.socketIo();
        return switch (limit) {
            case MAX_PAYLOAD -> engine.maxPayload();
            case MAX_PACKETS -> engine.maxPackets();
            case MAX_ATTACHMENTS -> socketIo.maxAttachments();
            case MAX_DEPTH -> socketIo.maxDepth();
            case MAX_HEADER_SIZE -> http.maxHeaderSize();
            case MAX_CONNECTIONS -> http.maxConnections();
            case MAX_CONNECTIONS_PER_ADDRESS -> http.maxConnectionsPerAddress();
            case MAX_NAMESPACES -> socketIo.maxNamespaces();
            case MAX_ROOMS -> socketIo.maxRooms();
            case EVENT_RATE -> socketIo.eventRate();
            case REQUEST_TIMEOUT -> http.deadlines().head();
            case BODY_TIMEOUT -> http.deadlines().body();
            case IDLE_TIMEOUT -> http.deadlines().idle();
            case CONNECT_TIMEOUT -> socketIo.connectTimeout();
            case UPGRADE_TIMEOUT -> engine.upgradeTimeout();
            case PING_TIMEOUT -> engine.pingTimeout();
            case OUTBOUND_LIMIT -> engine.outboundLimit();
            case INBOUND_BUDGET -> engine.inboundBudget();
            case OUTBOUND_BUDGET -> engine.outboundBudget();
        };
    }

    private static long used(Limit limit, EngineServer server) {
        return switch (limit) {
            case MAX_CONNECTIONS -> server.size();
            case INBOUND_BUDGET -> server.incoming().used();
            case OUTBOUND_BUDGET -> server.outgoing().used();
            default -> -1;
        };
    }
}
