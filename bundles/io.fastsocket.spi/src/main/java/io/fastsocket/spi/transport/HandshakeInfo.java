package io.fastsocket.spi.transport;

import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the opening request of a connection said. Immutable; one per connection, shared by its
 * sockets.
 *
 * @param query parameters of the URL, decoded, in order
 * @param headers HTTP headers; the map ignores case when it is asked
 * @param remoteAddress the peer
 * @param secure whether the connection is encrypted
 * @param time when it was opened
 */
public record HandshakeInfo(
        Map<String, List<String>> query,
        Map<String, List<String>> headers,
        InetSocketAddress remoteAddress,
        boolean secure,
        Instant time) {}
