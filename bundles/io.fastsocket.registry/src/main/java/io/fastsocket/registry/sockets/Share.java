package io.fastsocket.registry.sockets;

import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.transport.HandshakeInfo;

import java.util.Objects;

/**
 * Where a connection stands among all, as far as a share of them is served by another revision: at
 * one of {@link HandlerRevision#ALL} points, evenly spread, and the same for all its sockets for as
 * long as it lasts. A share of so many are those at the points below it: so a greater share holds
 * the connections of a lesser one.
 */
public final class Share {

    private Share() {}

    /**
     * The point of a connection, from what is unique to it: its peer, and when it was opened.
     *
     * @param connection its opening request
     * @return from 0 to {@link HandlerRevision#ALL}, exclusive
     */
    public static int point(HandshakeInfo connection) {
        int hash =
                31 * Objects.hashCode(connection.remoteAddress())
                        + Objects.hashCode(connection.time());
        return Integer.remainderUnsigned(mixed(hash), HandlerRevision.ALL);
    }

    /** The last step of MurmurHash3: ports that follow each other end up far apart. */
    private static int mixed(int hash) {
        int h = hash;
        h = (h ^ h >>> 16) * 0x85ebca6b;
        h = (h ^ h >>> 13) * 0xc2b2ae35;
        return h ^ h >>> 16;
    }
}
