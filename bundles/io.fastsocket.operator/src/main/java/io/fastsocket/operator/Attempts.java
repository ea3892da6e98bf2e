package io.fastsocket.operator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Wrong tokens by address, so that nobody goes on guessing. Of many addresses the latest are
 * remembered. Usable from any thread.
 */
final class Attempts {

    private static final int ADDRESSES = 1000;
    private static final long WINDOW = TimeUnit.MINUTES.toNanos(1);

    private final Map<String, Wrong> wrong = new LinkedHashMap<>();

    /** How many, since the first of them. */
    private record Wrong(int count, long since) {}

    /**
     * Whether nobody is to be let in from there.
     *
     * @param address of the client
     * @param limit how many wrong tokens there may be
     * @param now in nanoseconds
     */
    synchronized boolean tooMany(String address, int limit, long now) {
        Wrong before = recent(address, now);
        return before != null && before.count >= limit;
    }

    /** There was a wrong token. */
    synchronized void failed(String address, long now) {
        Wrong before = recent(address, now);
        wrong.put(
                address,
                before == null ? new Wrong(1, now) : new Wrong(before.count + 1, before.since));
        if (wrong.size() > ADDRESSES) {
            wrong.remove(wrong.keySet().iterator().next());
        }
    }

    private Wrong recent(String address, long now) {
        Wrong before = wrong.get(address);
        if (before != null && now - before.since >= WINDOW) {
            wrong.remove(address);
            return null;
        }
        return before;
    }
}
