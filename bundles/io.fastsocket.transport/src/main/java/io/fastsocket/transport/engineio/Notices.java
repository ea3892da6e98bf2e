package io.fastsocket.transport.engineio;

import io.fastsocket.transport.limits.LimitCounts;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells the log what clients do wrong, so that a flood of it is no flood of lines: the first of a
 * kind at once, then one line in ten seconds with the number of those left out. Never anything that
 * a client has sent. Usable from any thread.
 */
public final class Notices {

    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final long PERIOD = 10_000;

    private final Map<String, Kind> kinds = new ConcurrentHashMap<>();

    /** One kind; its own lock. */
    private static final class Kind {
        private long last;
        private long silent = -1;

        /** How many were left out since the last line; negative if this one is, too. */
        synchronized long next(long now) {
            if (silent >= 0 && now - last < PERIOD) {
                silent++;
                return -1;
            }
            long before = Math.max(silent, 0);
            silent = 0;
            last = now;
            return before;
        }
    }

    /**
     * A client broke a rule or a limit of its own.
     *
     * @param what in words, one of few
     * @param from the client's address; null if it is gone
     */
    public void note(String what, InetSocketAddress from) {
        log(Level.INFO, what, from);
    }

    /**
     * The server is short of something.
     *
     * @param what in words, one of few
     * @param from the address of the client that met with it; null if it is gone
     */
    public void warn(String what, InetSocketAddress from) {
        log(Level.WARN, what, from);
    }

    /**
     * A connection failed.
     *
     * @param what which kind of connection
     * @param cause why; the network's failures are no news
     * @param from the client's address; null if it is gone
     */
    public void failed(String what, Throwable cause, InetSocketAddress from) {
        if (cause instanceof IOException) {
            LOG.debug("{} connection failed", what, cause);
        } else if (cause instanceof OutOfMemoryError) {
            warn(what + " connection closed: no memory left for it", from);
        } else {
            LOG.error("{} connection closed by an error of the server's", what, cause);
        }
    }

    /**
     * A connection has ended: counts the limit that was exceeded, if any was, and tells what the
     * client, or the server, is to blame for.
     *
     * @param cause why
     * @param limits counts
     * @param from the client's address
     */
    public void closed(CloseCause cause, LimitCounts limits, InetSocketAddress from) {
        if (cause.limit() != null) {
            limits.exceeded(cause.limit());
        }
        if (cause.shortage()) {
            warn("Connection closed: " + cause.text(), from);
        } else if (cause.violation()) {
            note("Connection closed: " + cause.text(), from);
        } else {
            LOG.debug("Connection from {} ends: {}", from, cause);
        }
    }

    private void log(Level level, String what, InetSocketAddress from) {
        long before = kinds.computeIfAbsent(what, kind -> new Kind()).next(LoopShard.now());
        String address = from == null ? "a client" : from.getAddress().getHostAddress();
        if (before < 0) {
            LOG.debug("{}, from {}", what, address);
        } else if (before == 0) {
            LOG.atLevel(level).log("{}, from {}", what, address);
        } else {
            LOG.atLevel(level)
                    .log("{}, from {}; {} more since the last such line", what, address, before);
        }
    }
}
