package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.spi.dispatch.InboundEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The answer to one event, within the time that it may take. If that runs out first, it is answered
 * for whoever should have. Like {@link Reply} a layer of {@link Call}, not one object more for each
 * event.
 */
class TimedReply extends Reply implements Watchdog.Watched {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(TimedReply.class);

    private final transient Core core;
    private final transient Runnable whenLater;
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private transient volatile Deadline deadline;
    private boolean watched;
    private long endedAt;

    /** Later runs, on any thread, when a call is over that was left unfinished. */
    TimedReply(Core core, ClientState state, InboundEvent event, Entry entry, Runnable later) {
        super(state, event, entry);
        this.core = core;
        this.whenLater = later;
    }

    Core core() {
        return core;
    }

    /**
     * Its time begins, on the thread that makes the call.
     *
     * @param limitNanos zero for no limit
     * @param handler who is blamed if it runs out; null for nobody
     */
    void begin(long limitNanos, Isolation handler) {
        deadline = new Deadline(limitNanos, handler);
    }

    /** What is left of its time; null before it begins. */
    Deadline deadline() {
        return deadline;
    }

    /** Has the watchdog look at it until it is over. */
    void watch() {
        if (!watched) {
            watched = true;
            core.watchdog().add(this);
        }
    }

    /** The answer has come, or its time is up: whoever comes second goes on with the queue. */
    void over() {
        done();
        if (!first()) {
            whenLater.run();
        }
    }

    /** True for the first of two: its end, and the return of whoever leaves it unfinished. */
    boolean first() {
        return handedOver.compareAndSet(false, true);
    }

    /** It is counted, and in flight no more. */
    void done() {
        if (watched) {
            core.watchdog().remove(this);
        }
        entry().leave();
        EventMethod method = entry().method();
        if (method != null) {
            endedAt = System.nanoTime();
            method.ended(nanos(), endedAt);
        }
    }

    /** When it ended, as {@link System#nanoTime()} counts; 0 before. */
    long endedAt() {
        return endedAt;
    }

    /** How long it took, once it has ended. */
    long nanos() {
        return endedAt - deadline.begin();
    }

    @Override
    public void check(long nanoTime) {
        Deadline current = deadline;
        if (current != null && ended(current.up(nanoTime))) {
            about(
                    () ->
                            LOG.warn(
                                    "{} took longer than it may; the client got handler timeout",
                                    handler()));
        }
    }

    @Override
    public String cutOff(Set<HandlerService> services) {
        Deadline current = deadline;
        boolean theirs =
                entry().guards().stream().anyMatch(services::contains)
                        || (entry().method() != null
                                && services.contains(entry().method().service()));
        return theirs && current != null && ended(current.up()) ? handler() : null;
    }

    /** Answers, if its time has run out. */
    private boolean ended(Deadline.Up up) {
        if (up == Deadline.Up.NO) {
            return false;
        }
        answerError(Errors.of(ErrorCode.HANDLER_TIMEOUT));
        if (up == Deadline.Up.LATER_UP) {
            entry().failed();
            over();
        }
        return true;
    }

    @Override
    public void look(Round round) {
        Deadline current = deadline;
        EventMethod method = entry().method();
        // What an interceptor of another plugin computes is not the handler's way.
        if (current != null
                && current.look(round, entry().heavy())
                && method != null
                && current.isInside(method.service().scope().isolation())) {
            method.foundComputing(round.now());
        }
    }
}
