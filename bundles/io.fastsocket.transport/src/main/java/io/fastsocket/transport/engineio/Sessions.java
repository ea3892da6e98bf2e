package io.fastsocket.transport.engineio;

import io.fastsocket.transport.limits.ByAddress;
import io.fastsocket.transport.limits.Limit;
import io.fastsocket.transport.limits.LimitCounts;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The connections of a server by session id, how many there may be, and what those that have ended
 * shall still be told. Usable from any thread.
 */
final class Sessions {

    private final Map<String, EngineConnection> open = new ConcurrentHashMap<>();
    private final Map<String, String> lastWords = new ConcurrentHashMap<>();
    private final AtomicInteger reserved = new AtomicInteger();
    private final ByAddress addresses = new ByAddress();
    private final LimitCounts limits;
    private volatile boolean stopping;

    Sessions(LimitCounts limits) {
        this.limits = limits;
    }

    /** Keeps a place for a connection, which its end gives up; null, or why there is none. */
    EngineError reserve(InetSocketAddress from, int most, int mostOfAddress) {
        if (stopping) {
            return EngineError.STOPPING;
        }
        int count = reserved.incrementAndGet();
        if (most > 0 && count > most) {
            reserved.decrementAndGet();
            limits.exceeded(Limit.MAX_CONNECTIONS);
            return EngineError.TOO_MANY_CONNECTIONS;
        }
        if (!addresses.add(from.getAddress(), mostOfAddress)) {
            reserved.decrementAndGet();
            limits.exceeded(Limit.MAX_CONNECTIONS_PER_ADDRESS);
            return EngineError.TOO_MANY_OF_ADDRESS;
        }
        return null;
    }

    void add(EngineConnection connection) {
        open.put(connection.sid(), connection);
    }

    void remove(EngineConnection connection) {
        if (open.remove(connection.sid(), connection)) {
            InetAddress address = connection.handshake().remoteAddress().getAddress();
            addresses.remove(address);
            reserved.decrementAndGet();
        }
    }

    /** The one of that session id, or null. */
    EngineConnection get(String sid) {
        return open.get(sid);
    }

    Collection<EngineConnection> all() {
        return List.copyOf(open.values());
    }

    int size() {
        return open.size();
    }

    /** No more are opened from now on. */
    void stop() {
        stopping = true;
    }

    void leaveLastWords(String sid, String packets) {
        lastWords.put(sid, packets);
    }

    /** What a client that polls shall still be told, once; or null. */
    String takeLastWords(String sid) {
        return lastWords.remove(sid);
    }

    /** Whether somebody has not fetched the last words yet. */
    boolean hasLastWords() {
        return !lastWords.isEmpty();
    }

    boolean knows(String sid) {
        return open.containsKey(sid) || lastWords.containsKey(sid);
    }
}
