package io.fastsocket.registry.dispatch;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.Contracted;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The answer to one event. The first that is given counts: an acknowledgement if the client wants
 * one; else errors are events. An object of its own would be one more for each event, so this is
 * what {@link Call} is made of.
 */
class Reply extends AtomicBoolean {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = LoggerFactory.getLogger(Reply.class);

    private final transient ClientState state;
    private final transient InboundEvent event;
    private final transient Entry entry;
    private transient String name;

    Reply(ClientState state, InboundEvent event, Entry entry) {
        this.state = state;
        this.event = event;
        this.entry = entry;
    }

    ClientState state() {
        return state;
    }

    InboundEvent event() {
        return event;
    }

    Entry entry() {
        return entry;
    }

    /** The event's name. */
    String name() {
        if (name == null) {
            name = entry.method() != null ? entry.method().event() : event.eventName();
        }
        return name;
    }

    /** Who handles it, for people. */
    String handler() {
        return entry.method() == null ? "event " + name() : entry.method().method().name();
    }

    /** Logs on a thread that is not the handler's own. */
    void about(Runnable logging) {
        EventMethod method = entry.method();
        String plugin = method == null ? null : method.service().scope().origin().plugin();
        ClientSocket client = state.client();
        LogContext.about(plugin, client.namespace(), client.id(), name(), logging);
    }

    /** With what the method returned. */
    void answerReturned(Object value) {
        try {
            switch (entry.method().method().answer()) {
                case BY_ACK -> {}
                case NOTHING, STREAM -> answer(allowed(Payload.NONE));
                default -> {
                    if (unanswered()) {
                        answer(allowed(entry.method().service().scope().codec().encode(value)));
                    }
                }
            }
        } catch (RuntimeException e) {
            answerThrown(e);
        }
    }

    /** With what was thrown; what is not meant for clients goes to the log. */
    void answerThrown(Throwable thrown) {
        if (thrown instanceof EventException error) {
            answerError(error);
            return;
        }
        String reference = Errors.reference();
        LOG.error("{} failed, reference {}", handler(), reference, thrown);
        entry.failed();
        fail(Errors.of(ErrorCode.INTERNAL), reference);
    }

    /**
     * What the contract allows as an acknowledgement.
     *
     * @throws IllegalArgumentException if it does not
     */
    Payload allowed(Payload arguments) {
        PayloadCheck contract = entry.method().answered();
        if (contract != null && event.ackWanted()) {
            Contracted.refuse("the acknowledgement", contract, arguments);
        }
        return arguments;
    }

    boolean unanswered() {
        return event.ackWanted() && !get();
    }

    void answer(Payload arguments) {
        if (event.ackWanted() && compareAndSet(false, true)) {
            state.client().ack(event.ackId(), arguments);
        }
    }

    void answerError(EventException error) {
        fail(error, null);
    }

    private void fail(EventException error, String reference) {
        if (!compareAndSet(false, true)) {
            return;
        }
        if (entry.method() != null) {
            entry.method().failed();
        }
        if (event.ackWanted()) {
            state.client().ack(event.ackId(), Errors.ack(error, name(), reference));
        } else {
            state.client().emit(Errors.event(error, name(), reference), false);
        }
    }
}
