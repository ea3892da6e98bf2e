package io.fastsocket.registry.inside.fakes;

import static org.assertj.core.api.Assertions.fail;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other threads do. */
public final class Await {

    private static final long LIMIT_SECONDS = 60;

    private Await() {}

    /**
     * Returns once something is so, and fails if it does not become so.
     *
     * @param what in words
     * @param condition asked again and again
     */
    public static void until(String what, BooleanSupplier condition) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(LIMIT_SECONDS);
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - end > 0) {
                fail("not within " + LIMIT_SECONDS + " s: " + what);
            }
            LockSupport.parkNanos(200_000);
        }
    }
}
