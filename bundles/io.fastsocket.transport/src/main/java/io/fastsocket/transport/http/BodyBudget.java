package io.fastsocket.transport.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * The bytes that are set aside for bodies still being collected, over all connections. Without a
 * limit, clients that never finish could fill the memory. Usable from any thread.
 */
final class BodyBudget {

    private final AtomicLong taken = new AtomicLong();

    /** Takes some bytes, unless that makes more than the limit; whether they were taken. */
    boolean take(int bytes, long limit) {
        if (taken.addAndGet(bytes) <= limit) {
            return true;
        }
        giveBack(bytes);
        return false;
    }

    void giveBack(int bytes) {
        taken.addAndGet(-bytes);
    }
}
