package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.BoundMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.registry.sockets.HandshakeView;
import io.fastsocket.registry.sockets.SocketView;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Decides whether clients may join, and gives each that may its queue. */
public final class Dispatcher implements EventDispatcher {

    private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);
    private static final Payload UNKNOWN = Payload.of("{\"message\":\"Invalid namespace\"}");

    private final Core core;

    /**
     * Makes a dispatcher.
     *
     * @param core what queues share
     */
    public Dispatcher(Core core) {
        this.core = core;
    }

    @Override
    public CompletionStage<Admission> connect(ClientSocket socket, Payload auth) {
        NamespaceTable namespace = core.table(socket).namespace(socket.namespace());
        if (namespace == null) {
            return CompletableFuture.completedFuture(new Admission.Refused(UNKNOWN));
        }
        if (namespace.admitsAnybody()) {
            // Another thread would cost more than all the rest of a connection's beginning.
            return CompletableFuture.completedFuture(accept(core.sockets().open(socket, auth)));
        }
        CompletableFuture<Admission> decision = new CompletableFuture<>();
        Thread.startVirtualThread(() -> decision.complete(decide(socket, auth)));
        return decision;
    }

    private Admission accept(ClientState state) {
        SocketQueue queue = new SocketQueue(core, state);
        core.queues().add(queue);
        return new Admission.Accepted(queue);
    }

    private Admission decide(ClientSocket socket, Payload auth) {
        about(null, socket);
        ClientState state = core.sockets().open(socket, auth);
        Payload refusal;
        try {
            refusal = ask(state);
        } catch (EventException e) {
            refusal = Errors.refusal(e, null);
        } catch (Throwable e) {
            String reference = Errors.reference();
            LOG.error("Handshake in {} failed, reference {}", socket.namespace(), reference, e);
            refusal = Errors.refusal(Errors.of(ErrorCode.INTERNAL), reference);
        }
        if (refusal == null) {
            return accept(state);
        }
        core.sockets().close(state);
        return new Admission.Refused(refusal);
    }

    /** Null if all agree. */
    private Payload ask(ClientState state) throws Throwable {
        while (true) {
            CompletableFuture<Void> change = core.routes().change();
            NamespaceTable namespace = core.table(state).namespace(state.client().namespace());
            if (namespace == null) {
                return UNKNOWN;
            }
            long until = namespace.admissionsParkedUntil();
            if (until != 0) {
                await(change, until);
                continue;
            }
            if (Entry.overrun(namespace.interceptors()) || Entry.overrun(namespace.admissions())) {
                throw Errors.of(ErrorCode.UNAVAILABLE);
            }
            List<Gate> entered = new ArrayList<>();
            try {
                if (Entry.enterAll(namespace.interceptors(), entered)
                        && Entry.enterAll(namespace.admissions(), entered)) {
                    ask(state, namespace);
                    return null;
                }
            } finally {
                entered.forEach(Gate::leave);
            }
        }
    }

    private static void about(String plugin, ClientSocket client) {
        LogContext.set(plugin, client.namespace(), client.id(), null);
    }

    /** Nobody comes in while someone who may refuse is away. */
    private static void await(CompletableFuture<Void> change, long until)
            throws InterruptedException, ExecutionException {
        long left = until - System.nanoTime();
        try {
            if (left > 0) {
                change.get(left, TimeUnit.NANOSECONDS);
                return;
            }
        } catch (TimeoutException e) {
            // Said below.
        }
        throw Errors.of(ErrorCode.UNAVAILABLE);
    }

    private void ask(ClientState state, NamespaceTable namespace) throws Throwable {
        for (HandlerService guard : namespace.interceptors()) {
            HandlerService before = Inside.ofThread().enter(guard);
            about(guard.scope().origin().plugin(), state.client());
            try {
                guard.interceptor()
                        .onHandshake(
                                new HandshakeView(guard.scope(), state),
                                new SocketView(guard.scope(), state));
            } finally {
                Inside.ofThread().leave(before);
            }
        }
        Hook hook = new Hook(core, state, null, null);
        for (HandlerService service : namespace.admissions()) {
            for (BoundMethod method : service.admissions()) {
                hook.call(service, method);
            }
        }
    }
}
