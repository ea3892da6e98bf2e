package io.fastsocket.registry.streams;

import io.fastsocket.registry.log.LogContext;
import io.reactivex.rxjava3.core.Scheduler;
import io.reactivex.rxjava3.exceptions.OnErrorNotImplementedException;
import io.reactivex.rxjava3.exceptions.UndeliverableException;
import io.reactivex.rxjava3.functions.Consumer;
import io.reactivex.rxjava3.plugins.RxJavaPlugins;
import io.reactivex.rxjava3.schedulers.Schedulers;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What RxJava asks, for all plugins: {@code Schedulers.computation()} and its like are those of the
 * revision that asks, and errors that reach nobody go to the log, with the plugin's name.
 */
final class RxHooks {

    private static final Logger LOG = LoggerFactory.getLogger(RxHooks.class);

    /** Compared with what is set, so always the same object. */
    private static final Consumer<Throwable> UNDELIVERED = RxHooks::undelivered;

    private RxHooks() {}

    /**
     * Sets it, if it is not set. A plugin may have changed it, though that is not its to do: the
     * next one that comes puts it right.
     */
    static synchronized void install() {
        if (UNDELIVERED.equals(RxJavaPlugins.getErrorHandler()) || RxJavaPlugins.isLockdown()) {
            return;
        }
        RxJavaPlugins.setErrorHandler(UNDELIVERED);
        RxJavaPlugins.setComputationSchedulerHandler(
                shared -> own(RevisionSchedulers.Kind.COMPUTATION, shared));
        RxJavaPlugins.setSingleSchedulerHandler(
                shared -> own(RevisionSchedulers.Kind.SINGLE, shared));
        RxJavaPlugins.setIoSchedulerHandler(shared -> own(RevisionSchedulers.Kind.IO, shared));
        RxJavaPlugins.setNewThreadSchedulerHandler(
                shared -> own(RevisionSchedulers.Kind.NEW_THREAD, shared));
        RxJavaPlugins.setScheduleHandler(Hops::carried);
        beginSchedulers();
    }

    /**
     * The shared schedulers start a thread for good, which would hold the plugin whose thread
     * happened to be the first to ask.
     */
    private static void beginSchedulers() {
        Thread thread =
                Thread.ofPlatform()
                        .daemon()
                        .inheritInheritableThreadLocals(false)
                        .unstarted(Schedulers::trampoline);
        thread.setContextClassLoader(ClassLoader.getSystemClassLoader());
        thread.start();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The runtime goes: RxJava is as it was. */
    static synchronized void uninstall() {
        if (UNDELIVERED.equals(RxJavaPlugins.getErrorHandler()) && !RxJavaPlugins.isLockdown()) {
            RxJavaPlugins.reset();
        }
    }

    private static Scheduler own(RevisionSchedulers.Kind kind, Scheduler shared) {
        Caller caller = Caller.current();
        return caller == null ? shared : caller.schedulers().get(kind);
    }

    private static void undelivered(Throwable error) {
        Throwable cause = error.getCause();
        boolean wrapped =
                error instanceof UndeliverableException
                        || error instanceof OnErrorNotImplementedException;
        Throwable real = wrapped && cause != null ? cause : error;
        Caller caller = Caller.current();
        if (caller == null) {
            LOG.error("An error in RxJava reached no subscriber", real);
            return;
        }
        RevisionSchedulers schedulers = caller.schedulers();
        if (caller.run() != null && error instanceof OnErrorNotImplementedException) {
            caller.run().undelivered(real);
        }
        if (schedulers.ended()) {
            LOG.debug("After the end of {} an error reached nobody", schedulers.plugin(), real);
        } else {
            LogContext.about(
                    schedulers.plugin(),
                    null,
                    null,
                    null,
                    () ->
                            LOG.error(
                                    "An error in RxJava of plugin {} reached no subscriber",
                                    schedulers.plugin(),
                                    real));
        }
    }
}
