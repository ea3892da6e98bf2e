package io.fastsocket.transport.nettysocketio;

import io.fastsocket.spi.observe.LimitInfo;
import io.fastsocket.transport.limits.Limit;

import java.util.List;

/** The limits in force, beside how often each was exceeded. */
final class LimitList {

    private LimitList() {}

    static List<LimitInfo> of(Hub hub) {
        Settings now = hub.settings();
        return List.of(
                info(hub, Limit.MAX_PACKETS, now.engine().maxPackets()),
                info(hub, Limit.MAX_ATTACHMENTS, now.socketIo().maxAttachments()),
                info(hub, Limit.MAX_DEPTH, now.socketIo().maxDepth()),
                info(hub, Limit.MAX_CONNECTIONS, now.maxConnections()),
                info(hub, Limit.MAX_CONNECTIONS_PER_ADDRESS, now.maxConnectionsPerAddress()),
                info(hub, Limit.MAX_NAMESPACES, now.socketIo().maxNamespaces()),
                info(hub, Limit.MAX_ROOMS, now.socketIo().maxRooms()),
                info(hub, Limit.EVENT_RATE, now.socketIo().eventRate()),
                info(hub, Limit.CONNECT_TIMEOUT, now.socketIo().connectTimeout()),
                info(hub, Limit.UPGRADE_TIMEOUT, now.engine().upgradeTimeout()),
                info(hub, Limit.PING_TIMEOUT, now.engine().pingTimeout()),
                info(hub, Limit.OUTBOUND_LIMIT, now.engine().outboundLimit()));
    }

    private static LimitInfo info(Hub hub, Limit limit, long inForce) {
        long used = limit == Limit.MAX_CONNECTIONS ? hub.size() : -1;
        return new LimitInfo(limit.key(), inForce, used, hub.limits().of(limit));
    }
}
