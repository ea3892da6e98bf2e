package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.function.Consumer;

/**
 * Puts the revision before back into service, if the one that has replaced it does clearly worse.
 * Belongs to the deployer's thread.
 */
final class Rollback {

    private static final Logger log = LoggerFactory.getLogger(Rollback.class);

    private final Tools tools;
    private final InService service;
    private final Swaps swaps;
    private Watch watch;

    Rollback(Tools tools, InService service, Swaps swaps) {
        this.tools = tools;
        this.service = service;
        this.swaps = swaps;
    }

    /**
     * A revision has come into service.
     *
     * @param before how the one did that it has replaced; null if there was none
     */
    void watch(Baseline before, Revision revision) {
        watch = before == null ? null : new Watch(before, revision);
    }

    /** Hash of the JAR that may yet be put back; empty for none. */
    String before() {
        return watch == null ? "" : watch.before().sha256();
    }

    /** Looks; whether what is in service does so badly that it is being rolled back. */
    boolean looked() {
        if (watch == null) {
            return false;
        }
        Running running = service.running();
        boolean over = running == null || !watch.isFor(running.revision());
        if (over || watch.isOver(tools.watchTime().get())) {
            watch = null;
            return false;
        }
        Optional<String> worse = watch.worse();
        worse.ifPresent(this::rollBack);
        return worse.isPresent();
    }

    private void rollBack(String why) {
        Revision bad = service.running().revision();
        Baseline good = watch.before();
        watch = null;
        log.warn("{} does clearly worse than {}: {}; it is rolled back", bad, good.label(), why);
        Consumer<String> stays =
                reason -> {
                    log.error("{} stays, since it cannot be rolled back: {}", bad, reason);
                    tools.rolledBack().remove(bad.sha256());
                };
        try {
            tools.rolledBack().put(bad.sha256(), "rolled back to " + good.label() + ": " + why);
            Swap swap = swaps.alone(tools.facts(good.sha256()), false, "");
            swaps.begin(
                    swap,
                    ready -> {
                        Running next = service.running().with(ready.revision());
                        service.commit(next, ready.old(), "rolled back", why);
                        swap.committed();
                    },
                    failed -> stays.accept(failed.reason()));
        } catch (RefusedException e) {
            stays.accept(e.reason());
        }
    }
}
