package io.fastsocket.registry.dispatch;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.registry.isolation.Isolation;
import io.fastsocket.registry.isolation.Limit;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.BoundMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Parameter;
import io.fastsocket.registry.routing.RxReturns;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.HandshakeView;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.registry.sockets.SocketView;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;

/**
 * Calls methods that handle no event: those for handshakes, for sockets that come and go, and
 * observers. They run on virtual threads, and what they return later is waited for there.
 */
final class Hook implements Watchdog.Watched {

    private static final Logger LOG = LoggerFactory.getLogger(Hook.class);

    private final Core core;
    private final ClientState state;
    private final DisconnectReason reason;
    private final Call call;
    private volatile Deadline deadline;
    private volatile HandlerService called;
    private volatile String method;

    /** Reason and call are null unless the method is for them. */
    Hook(Core core, ClientState state, DisconnectReason reason, Call call) {
        this.core = core;
        this.state = state;
        this.reason = reason;
        this.call = call;
    }

    /**
     * Calls methods one after the other; a failure is logged and changes nothing. A plugin too many
     * calls of which are past their limit is left out.
     */
    void callAll(HandlerService service, List<BoundMethod> methods) {
        if (service.scope().isolation().isSuspended()) {
            return;
        }
        for (BoundMethod method : methods) {
            try {
                call(service, method);
            } catch (Throwable e) {
                LOG.error("{} failed", method.name(), e);
            }
        }
    }

    /** Calls a method and waits for what it returns. */
    void call(HandlerService service, BoundMethod method) throws Throwable {
        Object[] parameters = parameters(service.scope(), method);
        HandlerService before = Inside.ofThread().enter(service);
        LogContext.set(
                service.scope().origin().plugin(),
                state.client().namespace(),
                state.client().id(),
                call == null ? null : call.name());
        Isolation isolation = service.scope().isolation();
        this.called = service;
        this.method = method.name();
        deadline = new Deadline(isolation.limits().nanos(Limit.HANDLER_TIMEOUT), isolation);
        core.watchdog().add(this);
        boolean inTime = true;
        try {
            await(method, method.call(parameters));
        } finally {
            core.watchdog().remove(this);
            inTime = deadline.end();
            Inside.ofThread().leave(before);
        }
        if (!inTime) {
            throw new IllegalStateException(method.name() + " took longer than it may");
        }
    }

    private static void await(BoundMethod method, Object returned) throws Throwable {
        CompletionStage<?> stage =
                switch (method.answer()) {
                    case STAGE -> (CompletionStage<?>) returned;
                    case RX -> RxReturns.stage(returned);
                    default -> null;
                };
        if (stage != null) {
            try {
                stage.toCompletableFuture().get();
            } catch (java.util.concurrent.ExecutionException | CompletionException e) {
                throw e.getCause();
            }
        }
    }

    private Object[] parameters(Scope scope, BoundMethod method) {
        Object[] parameters = new Object[method.parameters().size()];
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = method.parameters().get(i);
            parameters[i] =
                    switch (parameter.kind()) {
                        case SOCKET -> new SocketView(scope, state);
                        case HANDSHAKE -> new HandshakeView(scope, state);
                        case SERVER -> scope.server();
                        case NAMESPACE_VALUE ->
                                parameter.namespaceValue(state.client().namespace());
                        case REASON -> reason;
                        case CONTEXT -> call.context(scope);
                        case EVENT_NAME -> call.name();
                        case ALL -> call.context(scope).arguments();
                        default -> throw new IllegalStateException(parameter + " in a hook");
                    };
        }
        return parameters;
    }

    @Override
    public void look(Round round) {
        Deadline current = deadline;
        if (current != null) {
            current.look(round, false);
        }
    }

    @Override
    public String cutOff(Set<HandlerService> services) {
        Deadline current = deadline;
        boolean theirs = current != null && services.contains(called);
        return theirs && current.up() != Deadline.Up.NO ? method : null;
    }

    @Override
    public void check(long nanoTime) {
        Deadline current = deadline;
        if (current != null) {
            current.up(nanoTime);
        }
    }
}
