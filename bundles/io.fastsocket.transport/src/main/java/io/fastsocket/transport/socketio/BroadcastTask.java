package io.fastsocket.transport.socketio;

import io.fastsocket.spi.transport.Broadcast;
import io.fastsocket.transport.codec.PacketType;
import io.fastsocket.transport.engineio.MemoryBudget;
import io.fastsocket.transport.engineio.SharedMessage;

/**
 * A broadcast on its way through the event loops. Holds encoded bytes, so each loop's run is
 * retained before it is handed over.
 */
record BroadcastTask(Broadcast broadcast, SharedMessage message) {

    static BroadcastTask of(Broadcast broadcast, MemoryBudget budget) {
        byte[] namespace = NamespaceSocket.prefix(broadcast.namespace());
        OutPacket packet =
                new OutPacket(PacketType.EVENT, namespace, OutPacket.NO_ACK, broadcast.event());
        return new BroadcastTask(broadcast, new SharedMessage(packet, budget));
    }

    void retain() {
        message.retain();
    }

    void release() {
        message.release();
    }

    /** Sends to one loop's sockets; on that loop. Releases. */
    void run(RoomIndex index) {
        try {
            index.forEach(
                    broadcast,
                    socket -> {
                        if (wants(socket)) {
                            socket.client().connection().send(message);
                        }
                    });
        } finally {
            release();
        }
    }

    /** Whoever has asked for so many is not to lose one because it is not ready. */
    private boolean wants(NamespaceSocket socket) {
        return (!broadcast.mayDrop() || socket.client().connection().ready())
                && (broadcast.pace() == null || broadcast.pace().sendsTo(socket));
    }
}
