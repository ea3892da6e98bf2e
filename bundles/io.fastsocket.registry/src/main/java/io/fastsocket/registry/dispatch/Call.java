package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventException;
import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.isolation.Overruns;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.BoundMethod;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.RxReturns;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.ContextView;
import io.fastsocket.registry.sockets.Contracted;
import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.ClientSocket;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicBoolean;

/** One event being handled, from its interceptors to its answer. */
final class Call extends Reply implements Watchdog.Watched {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Call.class);

    private final transient Core core;
    private final long millis;
    private final transient Runnable whenLater;
    private final AtomicBoolean handedOver = new AtomicBoolean();
    private transient volatile Deadline deadline;
    private boolean watched;
    private long endedAt;

    /** Later runs, on any thread, when a call is over that {@link #run} left unfinished. */
    Call(
            Core core,
            ClientState state,
            InboundEvent event,
            long millis,
            Entry entry,
            Runnable later) {
        super(state, event, entry);
        this.core = core;
        this.millis = millis;
        this.whenLater = later;
    }

    EventContext context(Scope scope) {
        return new ContextView(scope, state(), event(), Instant.ofEpochMilli(millis));
    }

    /** Whether it is finished; if not, the runnable given runs later. Never throws. */
    boolean run(Inside inside) {
        EventMethod method = entry().method();
        Isolation isolation = method == null ? null : method.service().scope().isolation();
        Overruns handler = isolation == null ? null : isolation.overruns();
        deadline = new Deadline(limit(method, isolation), handler);
        if (method != null && !isSynthetic()) {
            method.recent().mark(state().client().id(), deadline.begin());
        }
        if (!entry().guards().isEmpty() && !passed(inside, handler)) {
            done();
            return true;
        }
        try {
            if (method == null) {
                unhandled();
                throw Errors.of(ErrorCode.NO_HANDLER);
            }
            Object returned = invoke(method, inside);
            CompletionStage<?> stage = stage(method.method(), returned);
            if (stage != null) {
                observe();
                return await(stage);
            }
            if (deadline.end()) {
                answerReturned(returned);
                tap();
            } else {
                entry().failed();
            }
        } catch (Throwable e) {
            if (deadline.end()) {
                answerThrown(e);
            } else {
                entry().failed();
            }
        }
        observe();
        done();
        return true;
    }

    private long limit(EventMethod method, Isolation isolation) {
        if (method == null) {
            return core.handlerTimeoutNanos();
        }
        long own = method.timeoutNanos();
        return own > 0 ? own : isolation.limits().nanos(Limit.HANDLER_TIMEOUT);
    }

    /** Whether the guards let it pass, and in time; if not, it is answered. */
    private boolean passed(Inside inside, Overruns handler) {
        try {
            for (HandlerService guard : entry().guards()) {
                deadline.inside(guard.scope().isolation().overruns());
                guard(guard, inside);
            }
            deadline.inside(handler);
            return !deadline.passed() || deadline.end();
        } catch (Throwable e) {
            if (deadline.end()) {
                answerThrown(e);
            }
            return false;
        }
    }

    private void observe() {
        for (HandlerService observer : entry().observers()) {
            Gate gate = observer.gate();
            if (!observer.scope().isolation().overruns().tooMany() && gate.enter()) {
                try {
                    new Hook(core, state(), null, this).callAll(observer, observer.observers());
                } finally {
                    gate.leave();
                }
            }
        }
    }

    /** The handler has accepted the event: streams that look on get it. */
    private void tap() {
        if (!entry().taps().isEmpty()) {
            Taps.bring(this, entry().taps());
        }
    }

    private void guard(HandlerService guard, Inside inside) throws Exception {
        HandlerService before = inside.enter(guard);
        logContext(guard);
        try {
            guard.interceptor().onEvent(context(guard.scope()));
        } finally {
            inside.leave(before);
        }
    }

    private Object invoke(EventMethod method, Inside inside) throws Throwable {
        HandlerService service = method.service();
        Object[] arguments = bind(method, service);
        HandlerService before = inside.enter(service);
        logContext(service);
        entry().called();
        try {
            return method.method().call(arguments);
        } finally {
            inside.leave(before);
        }
    }

    private void unhandled() {
        ContractKeeper keeper = core.routes().keeper();
        if (keeper != null && !isSynthetic()) {
            keeper.unhandled(state().client().namespace(), name(), event().arguments());
        }
    }

    private Object[] bind(EventMethod method, HandlerService service) {
        PayloadCheck contract = contract(method);
        Object[] arguments;
        try {
            arguments = Arguments.bind(this, method.method(), service.scope());
        } catch (EventException e) {
            throw Contracted.more(e, contract, event().arguments());
        }
        if (contract != null) {
            Contracted.check(contract, event().arguments());
        }
        return arguments;
    }

    /** Null if it does not matter what was sent. */
    private PayloadCheck contract(EventMethod method) {
        PayloadCheck contract = method.received();
        boolean counts = contract == null || contract.declared() || !isSynthetic();
        return counts ? contract : null;
    }

    private boolean isSynthetic() {
        return state().client().synthetic();
    }

    private void logContext(HandlerService service) {
        ClientSocket client = state().client();
        LogContext.set(service.scope().origin().plugin(), client.namespace(), client.id(), name());
    }

    private static CompletionStage<?> stage(BoundMethod method, Object returned) {
        if (method.answer() == BoundMethod.Answer.STAGE) {
            return nonNull(method, (CompletionStage<?>) returned);
        }
        return method.answer() == BoundMethod.Answer.RX
                ? RxReturns.stage(nonNull(method, returned))
                : null;
    }

    private static <T> T nonNull(BoundMethod method, T returned) {
        if (returned == null) {
            throw new IllegalStateException(method.name() + " returned null, not an answer");
        }
        return returned;
    }

    /** False if the answer is still to come. */
    private boolean await(CompletionStage<?> stage) {
        if (!deadline.later()) {
            entry().failed();
            done();
            return true;
        }
        watch();
        stage.whenComplete(this::completed);
        return !handedOver.compareAndSet(false, true);
    }

    /** Has the watchdog look at it until it is over. */
    void watch() {
        if (!watched) {
            watched = true;
            core.watchdog().add(this);
        }
    }

    private void completed(Object value, Throwable error) {
        if (!deadline.end()) {
            return;
        }
        if (error == null) {
            answerReturned(value);
            tap();
        } else {
            boolean wrapped = error instanceof CompletionException && error.getCause() != null;
            about(() -> answerThrown(wrapped ? error.getCause() : error));
        }
        over();
    }

    /** The answer has come, or its time is up: whoever comes second goes on with the queue. */
    private void over() {
        done();
        if (!handedOver.compareAndSet(false, true)) {
            whenLater.run();
        }
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
    public Overruns busy(long nanoTime) {
        Deadline current = deadline;
        return current == null ? null : current.busy(nanoTime);
    }

    /** When it ended, as {@link System#nanoTime()} counts; 0 before. */
    long endedAt() {
        return endedAt;
    }

    /** How long it took, once it has ended. */
    long nanos() {
        return endedAt - deadline.begin();
    }

    private void done() {
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
}
