package io.fastsocket.transport.limits;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/** How often each limit was exceeded. Usable from any thread, without locks. */
public final class LimitCounts {

    /** Not changed once made. */
    private final Map<Limit, LongAdder> counts = new EnumMap<>(Limit.class);

    /** All zero. */
    public LimitCounts() {
        for (Limit limit : Limit.values()) {
            counts.put(limit, new LongAdder());
        }
    }

    /**
     * Somebody has exceeded one.
     *
     * @param limit which
     */
    public void exceeded(Limit limit) {
        counts.get(limit).increment();
    }

    /**
     * How often one was exceeded.
     *
     * @param limit which
     * @return since the start
     */
    public long of(Limit limit) {
        return counts.get(limit).sum();
    }
}
