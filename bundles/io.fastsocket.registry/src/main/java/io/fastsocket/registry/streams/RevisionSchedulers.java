package io.fastsocket.registry.streams;

import io.fastsocket.registry.sockets.Scope;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * RxJava's schedulers as one revision of a plugin has them: with threads of its own, so that what
 * blocks or computes in one plugin holds up no other, and which end with it. Made when they are
 * asked for.
 *
 * <p>What computes runs on platform threads, which share the cores with all others even if they
 * never pause; what blocks, and what is sent, on virtual ones.
 */
final class RevisionSchedulers {

    /** Which of RxJava's. */
    enum Kind {
        COMPUTATION,
        SINGLE,
        IO,
        NEW_THREAD
    }

    private static final Map<Scope, RevisionSchedulers> ALL = new HashMap<>();
    private static final long IDLE_SECONDS = 30;

    private final Scope scope;
    private final ClassLoader loader;
    private final StreamThreads threads;
    private final Map<Kind, Scheduler> schedulers = new EnumMap<>(Kind.class);
    private final List<ExecutorService> streams = new ArrayList<>();
    private final Scheduler sending;
    private boolean ended;

    private RevisionSchedulers(Scope scope) {
        this.scope = scope;
        loader = scope.origin().loader().get();
        threads = new StreamThreads(plugin(), new Caller(this, null));
        ThreadFactory virtual = threads.virtual();
        sending = Schedulers.from(task -> virtual.newThread(task).start());
    }

    /** Those of a plugin that uses RxJava; they end with its life. */
    static RevisionSchedulers of(Scope scope) {
        RevisionSchedulers made;
        synchronized (ALL) {
            made = ALL.get(scope);
            if (made != null) {
                return made;
            }
            RxHooks.install();
            made = new RevisionSchedulers(scope);
            ALL.put(scope, made);
            Caller.come(made.loader, made);
        }
        scope.atEnd(made::end);
        return made;
    }

    String plugin() {
        return scope.origin().plugin();
    }

    /** Whether what goes wrong now is but a consequence of the end. */
    boolean ended() {
        return scope.ended();
    }

    /** One of RxJava's; of one that has ended, it does nothing. */
    synchronized Scheduler get(Kind kind) {
        return schedulers.computeIfAbsent(kind, this::make);
    }

    private Scheduler make(Kind kind) {
        Scheduler made =
                switch (kind) {
                    case COMPUTATION ->
                            RxJavaPlugins.createComputationScheduler(threads.platform());
                    case SINGLE -> RxJavaPlugins.createSingleScheduler(threads.platform());
                    case IO -> RxJavaPlugins.createIoScheduler(threads.virtual());
                    case NEW_THREAD -> RxJavaPlugins.createNewThreadScheduler(threads.virtual());
                };
        if (ended) {
            made.shutdown();
        }
        return made;
    }

    /** For what is sent: a virtual thread for each burst, one at a time for each stream. */
    Scheduler sending() {
        return sending;
    }

    /** A thread for one stream, which takes one task after the other. */
    synchronized ExecutorService streamThread(StreamRun run) {
        Caller caller = new Caller(this, run);
        ThreadPoolExecutor made =
                new ThreadPoolExecutor(
                        1,
                        1,
                        IDLE_SECONDS,
                        TimeUnit.SECONDS,
                        new LinkedBlockingQueue<>(),
                        StreamThreads.one(plugin(), run.method().name(), caller),
                        new ThreadPoolExecutor.DiscardPolicy());
        made.allowCoreThreadTimeOut(true);
        if (ended) {
            made.shutdownNow();
        }
        streams.removeIf(ExecutorService::isShutdown);
        streams.add(made);
        return made;
    }

    private synchronized void end() {
        ended = true;
        synchronized (ALL) {
            ALL.remove(scope);
        }
        Caller.gone(loader, this);
        schedulers.values().forEach(Scheduler::shutdown);
        streams.forEach(ExecutorService::shutdownNow);
        streams.clear();
    }
}
