package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Takes revisions that are out of service out of the framework, once their events in flight have
 * ended or their time is up. Plugin code that does not stop keeps only a thread of its own.
 */
final class Retirement {

    private static final Logger log = LoggerFactory.getLogger(Retirement.class);

    private static final Duration LOOK = Duration.ofMillis(50);

    private final Installer installer;
    private final LibraryHook hook;
    private final Executor deployer;
    private final Function<String, Duration> drainTime;
    private final History history;
    private final Unloading unloading;

    /**
     * Makes it.
     *
     * @param installer used on threads of their own
     * @param hook keeps new bundles from using what is to go
     * @param deployer runs a task on the deployer's thread
     * @param drainTime of a plugin; asked each time
     * @param history told of what was cut off, and so is {@code unloading}
     */
    Retirement(
            Installer installer,
            LibraryHook hook,
            Executor deployer,
            Function<String, Duration> drainTime,
            History history,
            Unloading unloading) {
        this.installer = installer;
        this.hook = hook;
        this.deployer = deployer;
        this.drainTime = drainTime;
        this.history = history;
        this.unloading = unloading;
    }

    /** A revision that another has replaced; {@code ended} says when its events have. */
    void replaced(Revision old, CompletionStage<Void> ended) {
        hook.leaves(old.bundle());
        limited(old, ended)
                .thenRunAsync(
                        () -> {
                            old.handlers().close();
                            uninstall(old);
                        },
                        deployer);
    }

    /** A revision whose plugin goes, or that never came into service. */
    void removed(Revision old) {
        hook.leaves(old.bundle());
        limited(old, old.handlers().close()).thenRunAsync(() -> uninstall(old), deployer);
    }

    /** Completes when the events have ended, or after the drain time, when they are cut off. */
    CompletableFuture<Void> limited(Revision old, CompletionStage<Void> ended) {
        CompletableFuture<Boolean> inTime = new CompletableFuture<>();
        ended.whenComplete((none, error) -> inTime.complete(true));
        Duration limit = drainTime.apply(old.name());
        return inTime.completeOnTimeout(false, limit.toMillis(), TimeUnit.MILLISECONDS)
                .thenCompose(
                        done ->
                                done
                                        ? CompletableFuture.completedFuture(null)
                                        : CompletableFuture.runAsync(
                                                () -> cutOff(old, limit), deployer));
    }

    /** Its time is up: clients get an error, handlers an interrupt, and people the word. */
    private void cutOff(Revision old, Duration limit) {
        Map<String, Integer> ended = old.handlers().cutOff();
        int calls = ended.values().stream().mapToInt(Integer::intValue).sum();
        if (calls == 0) {
            log.warn("{}: not ended after {} ms; stopping it", old, limit.toMillis());
            return;
        }
        String what =
                ended.entrySet().stream()
                        .map(each -> each.getKey() + " (" + each.getValue() + ")")
                        .collect(Collectors.joining(", "));
        String note = "after %d ms: %s".formatted(limit.toMillis(), what);
        log.warn("{}: events still in flight were cut off {}", old, note);
        history.addCutOff(old, note);
        unloading.cutOff(old.id(), calls);
    }

    private void uninstall(Revision old) {
        Thread.ofVirtual()
                .name("fastsocket-retire-" + old.name())
                .start(
                        () -> {
                            awaitUsersGone(old.bundle());
                            installer.uninstall(old.bundle());
                            hook.forget(old.bundle());
                        });
    }

    /** To uninstall a library is to stop those that still use it, with their events in flight. */
    private static void awaitUsersGone(Bundle bundle) {
        while (bundle.getState() != Bundle.UNINSTALLED && !Users.of(bundle).isEmpty()) {
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }
}
