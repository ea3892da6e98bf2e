package io.fastsocket.transport.engineio;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * What the connections of one loop have not got rid of, counted in the budget that all share. Only
 * slow ones are looked at: those that a flush did not empty. When the budget is exceeded, those for
 * which most waits are closed. On the loop only, but for what other loops ask.
 */
final class Unsent {

    private final MemoryBudget budget;
    private final List<EngineConnection> slow = new ArrayList<>();

    /** What waits for the slowest, or did when last looked at. */
    private volatile long most;

    Unsent(MemoryBudget budget) {
        this.budget = budget;
    }

    /** A connection has been flushed. */
    void flushed(EngineConnection connection) {
        long before = connection.counted();
        if (count(connection) > 0) {
            if (before == 0) {
                slow.add(connection);
            }
            most = Math.max(most, connection.link().waiting());
        }
    }

    private long count(EngineConnection connection) {
        long now = 0;
        if (!connection.closed() && connection.link().waiting() > 0) {
            // One at least, so that it is known to be slow even if it shares all it waits for.
            now = Math.max(1, connection.link().own());
        }
        long before = connection.counted();
        if (now != before) {
            connection.counted(now);
            budget.add(now - before);
        }
        return now;
    }

    /** Looks again at those that were slow. */
    void recount() {
        if (!slow.isEmpty()) {
            slow.removeIf(connection -> count(connection) == 0);
            most = slow.isEmpty() ? 0 : slowest().link().waiting();
        }
    }

    private EngineConnection slowest() {
        return Collections.max(slow, Comparator.comparingLong(each -> each.link().waiting()));
    }

    /**
     * Closes slow connections while more waits than may.
     *
     * @param all the server's loops: it is the turn of the one with the slowest connection
     */
    void relieve(Collection<LoopShard> all) {
        if (!budget.exceeded()) {
            return;
        }
        recount();
        if (!budget.exceeded()) {
            return;
        }
        while (!budget.relieved()) {
            for (LoopShard other : all) {
                if (other.unsent().most > most) {
                    other.wake();
                    return;
                }
            }
            if (slow.isEmpty()) {
                return;
            }
            slowest().close(CloseCause.OUTBOUND_FULL);
            recount();
        }
    }
}
