package io.fastsocket.plugins;

import io.fastsocket.spi.observe.RetiredRevision;

import java.lang.ref.PhantomReference;
import java.lang.ref.ReferenceQueue;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The class loader of a revision that is out of the framework. A heap dump is searched for objects
 * of this class: {@link #number} says whose loader the referent is. Guarded by {@link Unloading}.
 */
final class RetiredLoader extends PhantomReference<ClassLoader> {

    /** A reference is cleared a moment before the queue has it. */
    private static final Duration QUEUED_BY = Duration.ofMillis(500);

    final long number;
    private final RevisionId revision;
    private final int cutOff;
    private final Instant at = Instant.now();
    private final long nanos = System.nanoTime();
    private final Canary canary = new Canary();
    private Duration collectedAfter;
    private long lookedAt;
    private boolean canaryGone;
    private boolean warned;

    RetiredLoader(
            long number,
            RevisionId revision,
            ClassLoader loader,
            ReferenceQueue<ClassLoader> queue,
            int cutOff) {
        super(loader, queue);
        this.number = number;
        this.revision = revision;
        this.cutOff = cutOff;
    }

    String name() {
        return revision.name();
    }

    Duration age(long now) {
        return Duration.ofNanos(now - nanos);
    }

    boolean isThere() {
        return collectedAfter == null;
    }

    void collected(long now) {
        collectedAfter = age(now);
    }

    /** Looks whether a garbage collection has; true once it has, and it is still there. */
    boolean look(long now) {
        if (!canaryGone && canary.isGone()) {
            canaryGone = true;
            lookedAt = now;
        }
        return isHeld(now);
    }

    /** Whether a garbage collection that unloads classes has left it there. */
    boolean isHeld(long now) {
        return isThere() && canaryGone && now - lookedAt > QUEUED_BY.toNanos();
    }

    /** Whether none has been yet. */
    boolean isUnknown() {
        return isThere() && !canaryGone;
    }

    /** True once. */
    boolean warn() {
        boolean first = !warned;
        warned = true;
        return first;
    }

    RetiredRevision describe(long now) {
        return new RetiredRevision(
                number,
                revision.name(),
                revision.version(),
                revision.sha256(),
                at,
                age(now),
                Optional.ofNullable(collectedAfter),
                isHeld(now),
                cutOff);
    }

    @Override
    public String toString() {
        return revision.toString();
    }
}
