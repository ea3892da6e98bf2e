package io.fastsocket.transport.socketio;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.transport.limits.Limit;
import io.fastsocket.transport.limits.LimitCounts;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** How many rooms the sockets of one connection are in, beside their own. Any thread. */
final class RoomCount {

    private final AtomicInteger joined = new AtomicInteger();
    private final int most;
    private final LimitCounts limits;

    RoomCount(int most, LimitCounts limits) {
        this.most = most;
        this.limits = limits;
    }

    /** Counts one more, or throws 4030. */
    void join() {
        if (joined.incrementAndGet() > most) {
            joined.decrementAndGet();
            limits.exceeded(Limit.MAX_ROOMS);
            throw new EventException(ErrorCode.TOO_MANY_ROOMS, List.of(), null);
        }
    }

    void leave(int rooms) {
        joined.addAndGet(-rooms);
    }
}
