package io.fastsocket.registry.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whose code the current thread runs, for RxJava's static methods, which know nothing of plugins.
 * Threads of a revision know it themselves; on others, the class loaders of what is being called
 * tell.
 *
 * @param schedulers those of the revision
 * @param run the stream whose thread it is, or null
 */
record Caller(RevisionSchedulers schedulers, StreamRun run) {

    private static final ThreadLocal<Caller> CURRENT = new ThreadLocal<>();
    private static final StackWalker WALKER =
            StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE);

    /** Revisions whose plugins use RxJava; each leaves when it ends. */
    private static final Map<ClassLoader, RevisionSchedulers> REVISIONS = new ConcurrentHashMap<>();

    /** From now on, on this thread, which ends with the revision. */
    void set() {
        CURRENT.set(this);
    }

    /** Null if it is no plugin's. */
    static Caller current() {
        Caller current = CURRENT.get();
        if (current != null || REVISIONS.isEmpty()) {
            return current;
        }
        RevisionSchedulers found =
                WALKER.walk(
                        frames ->
                                frames.map(frame -> frame.getDeclaringClass().getClassLoader())
                                        .filter(loader -> loader != null)
                                        .map(REVISIONS::get)
                                        .filter(schedulers -> schedulers != null)
                                        .findFirst()
                                        .orElse(null));
        return found == null ? null : new Caller(found, null);
    }

    static void come(ClassLoader loader, RevisionSchedulers schedulers) {
        REVISIONS.put(loader, schedulers);
    }

    static void gone(ClassLoader loader, RevisionSchedulers schedulers) {
        REVISIONS.remove(loader, schedulers);
    }
}
