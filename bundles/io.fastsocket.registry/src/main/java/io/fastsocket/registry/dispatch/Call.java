package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventContext;
import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.ContextView;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.ClientSocket;

import java.time.Instant;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/** One event being handled, from its interceptors to its answer. */
final class Call extends TimedReply {

    private static final long serialVersionUID = 1L;

    private final long millis;

    /** Later runs, on any thread, when a call is over that {@link #run} left unfinished. */
    Call(
            Core core,
            ClientState state,
            InboundEvent event,
            long millis,
            Entry entry,
            Runnable later) {
        super(core, state, event, entry, later);
        this.millis = millis;
    }

    EventContext context(Scope scope) {
        return new ContextView(scope, state(), event(), Instant.ofEpochMilli(millis));
    }

    /** Whether it is finished; if not, the runnable given runs later. Never throws. */
    boolean run(Inside inside) {
        EventMethod method = entry().method();
        Isolation isolation = method == null ? null : method.service().scope().isolation();
        begin(limit(method, isolation), isolation);
        Deadline deadline = deadline();
        if (method != null && !isSynthetic()) {
            method.recent().mark(state().client().id(), deadline.begin());
        }
        if (!entry().guards().isEmpty() && !passed(inside, isolation)) {
            done();
            return true;
        }
        try {
            if (method == null) {
                unhandled();
                throw Errors.of(ErrorCode.NO_HANDLER);
            }
            Object returned = invoke(method, inside);
            CompletionStage<?> stage = method.method().later(returned);
            if (stage != null) {
                // What observers do meanwhile is not the handler's doing.
                deadline.inside(null);
                observe();
                deadline.inside(isolation);
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
            return core().handlerTimeoutNanos();
        }
        long own = method.timeoutNanos();
        return own > 0 ? own : isolation.limits().nanos(Limit.HANDLER_TIMEOUT);
    }

    /** Whether the guards let it pass, and in time; if not, it is answered. */
    private boolean passed(Inside inside, Isolation handler) {
        Deadline deadline = deadline();
        try {
            Interceptors.ask(this, inside);
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
        if (!entry().observers().isEmpty()) {
            Observers.tell(this, entry().observers());
        }
    }

    /** The handler has accepted the event: streams that look on get it. */
    private void tap() {
        if (!entry().taps().isEmpty()) {
            Taps.bring(this, entry().taps());
        }
    }

    private Object invoke(EventMethod method, Inside inside) throws Throwable {
        HandlerService service = method.service();
        Object[] arguments = CheckedArguments.bind(this, method);
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
        ContractKeeper keeper = core().routes().keeper();
        if (keeper != null && !isSynthetic()) {
            keeper.unhandled(state().client().namespace(), name(), event().arguments());
        }
    }

    /** Whether no client has sent it. */
    boolean isSynthetic() {
        return state().client().synthetic();
    }

    /** What is logged from now on is about it, by one plugin. */
    void logContext(HandlerService service) {
        ClientSocket client = state().client();
        LogContext.set(service.scope().origin().plugin(), client.namespace(), client.id(), name());
    }

    /** False if the answer is still to come. */
    private boolean await(CompletionStage<?> stage) {
        if (!deadline().later()) {
            entry().failed();
            done();
            return true;
        }
        watch();
        stage.whenComplete(this::completed);
        return !first();
    }

    private void completed(Object value, Throwable error) {
        if (!deadline().end()) {
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
}
