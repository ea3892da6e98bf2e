package io.fastsocket.spi.transport;

import org.osgi.annotation.versioning.ProviderType;

/**
 * Says for each receiver of a broadcast whether the engine is to send it the event. Who sets the
 * pace himself gets it from whoever has made this: later, something newer instead, or not at all.
 */
@ProviderType
public interface Pace {

    /**
     * A socket is about to be sent the event. Asked once for each receiver, of those only that the
     * rooms choose and that are ready for a volatile event; on whichever thread sends, so it
     * returns at once.
     *
     * @param receiver the socket
     * @return whether the engine sends
     */
    boolean sendsTo(ClientSocket receiver);
}
