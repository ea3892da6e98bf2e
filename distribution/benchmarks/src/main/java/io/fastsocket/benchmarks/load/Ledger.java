package io.fastsocket.benchmarks.load;

import java.util.HashSet;
import java.util.Set;

/** Whether numbered messages come once each and in order. One thread at a time. */
public final class Ledger {

    private final Tally tally;
    private final int step;
    private final Set<Integer> missing = new HashSet<>();
    private int next;
    private boolean closed;

    /**
     * A ledger of messages that are to come.
     *
     * @param tally is told of each
     * @param first the first one's number
     * @param step from one to the next
     */
    public Ledger(Tally tally, int first, int step) {
        this.tally = tally;
        this.next = first;
        this.step = step;
    }

    /**
     * One came, unaltered.
     *
     * @param number its number
     * @return whether it had not come before
     */
    public boolean came(int number) {
        if (closed) {
            return false;
        }
        if (number == next) {
            next += step;
        } else if (number > next) {
            for (int n = next; n < number; n += step) {
                missing.add(n);
            }
            next = number + step;
        } else if (missing.remove(number)) {
            tally.reordered();
        } else {
            tally.repeated();
            return false;
        }
        tally.message();
        return true;
    }

    /**
     * No more is waited for; what comes all the same does not count.
     *
     * @param end the number after the last one that should have
     */
    public void close(int end) {
        tally.lost(missing.size() + Math.max(0, (end - next + step - 1) / step));
        closed = true;
    }
}
