package io.fastsocket.transport.limits;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Counts by who it is on the network: an IPv4 address, or the 64 bits of an IPv6 address that are
 * one network's (RFC 4291 §2.5.4), since whoever has one has all the addresses in it. Usable from
 * any thread.
 */
public final class ByAddress {

    private final ConcurrentMap<Object, Integer> counts = new ConcurrentHashMap<>();

    /** Counts nothing yet. */
    public ByAddress() {}

    /**
     * Counts one more.
     *
     * @param address whose
     * @param most how many it may be; 0 for any number
     * @return false if it would be more; then it is not counted
     */
    public boolean add(InetAddress address, int most) {
        boolean[] added = {true};
        counts.compute(
                key(address),
                (key, count) -> {
                    int now = count == null ? 0 : count;
                    added[0] = most == 0 || now < most;
                    return added[0] ? Integer.valueOf(now + 1) : count;
                });
        return added[0];
    }

    /**
     * Counts one less.
     *
     * @param address whose
     */
    public void remove(InetAddress address) {
        counts.computeIfPresent(key(address), (key, count) -> count == 1 ? null : count - 1);
    }

    private static Object key(InetAddress address) {
        return address instanceof Inet6Address
                ? (Object) ByteBuffer.wrap(address.getAddress()).getLong()
                : address;
    }
}
