package io.fastsocket.registry.sockets;

import io.fastsocket.api.EventContext;
import io.fastsocket.api.Json;
import io.fastsocket.api.Socket;
import io.fastsocket.registry.binding.RawJson;
import io.fastsocket.spi.dispatch.InboundEvent;

import java.time.Instant;

/** An event as one plugin sees it. */
public final class ContextView implements EventContext {

    private final Scope scope;
    private final ClientState state;
    private final InboundEvent event;
    private final Instant receivedAt;

    /**
     * Makes a view.
     *
     * @param scope whose
     * @param state the sender's
     * @param event the event
     * @param receivedAt when it was read
     */
    public ContextView(Scope scope, ClientState state, InboundEvent event, Instant receivedAt) {
        this.scope = scope;
        this.state = state;
        this.event = event;
        this.receivedAt = receivedAt;
    }

    @Override
    public String event() {
        return event.eventName();
    }

    @Override
    public Socket socket() {
        return new SocketView(scope, state);
    }

    @Override
    public Json arguments() {
        return RawJson.array(event.arguments(), scope.codec());
    }

    @Override
    public boolean ackWanted() {
        return event.ackWanted();
    }

    @Override
    public Instant receivedAt() {
        return receivedAt;
    }
}
