package io.fastsocket.transport.engineio;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the connections of one loop keep of messages that are not whole yet, counted in the budget
 * that all share. When it is used up, messages that have been coming in for long make room first.
 * On the loop only.
 */
final class Unfinished {

    /** A message that has been under way for so long, in milliseconds, makes room for others. */
    private static final long STALE = 5000;

    private final MemoryBudget budget;
    private final Map<EngineConnection, Kept> kept = new LinkedHashMap<>();

    private static final class Kept {
        private final long since = LoopShard.now();
        private long bytes;
    }

    Unfinished(MemoryBudget budget) {
        this.budget = budget;
    }

    /**
     * A connection keeps so many bytes now.
     *
     * @return false if it must not, and has to end
     */
    boolean keep(EngineConnection connection, long bytes) {
        if (bytes == 0) {
            forget(connection);
            return true;
        }
        Kept own = kept.computeIfAbsent(connection, key -> new Kept());
        long more = bytes - own.bytes;
        if (more <= 0) {
            budget.add(more);
        } else if (!budget.take(more)) {
            endStale(connection);
            if (!budget.take(more)) {
                return false;
            }
        }
        own.bytes = bytes;
        return true;
    }

    void forget(EngineConnection connection) {
        Kept own = kept.remove(connection);
        if (own != null) {
            budget.add(-own.bytes);
        }
    }

    private void endStale(EngineConnection asking) {
        long before = LoopShard.now() - STALE;
        while (true) {
            Iterator<Map.Entry<EngineConnection, Kept>> oldest = kept.entrySet().iterator();
            if (!oldest.hasNext()) {
                return;
            }
            Map.Entry<EngineConnection, Kept> next = oldest.next();
            if (next.getKey() == asking || next.getValue().since > before) {
                return;
            }
            // Forgets it here, too.
            next.getKey().close(CloseCause.INBOUND_FULL);
        }
    }
}
