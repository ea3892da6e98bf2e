package io.fastsocket.registry.dispatch;

import io.fastsocket.api.EventException;
import io.fastsocket.registry.demand.ClientDemands;
import io.fastsocket.registry.demand.Request;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.ClientSocket;

/** Answers the events by which a client sets the pace, on the engine's thread, as they come. */
final class DemandRequests {

    private final Core core;
    private final ClientSocket client;

    /** Null before the first. */
    private ClientDemands demands;

    DemandRequests(Core core, ClientSocket client) {
        this.core = core;
        this.client = client;
    }

    void take(Request request, InboundEvent event) {
        if (demands == null) {
            demands = new ClientDemands(client, core.demands());
        }
        try {
            demands.take(
                    request,
                    event.arguments(),
                    name -> core.routes().emitted(client.namespace(), name),
                    core.settings().get().subscriptionLimit(),
                    answer -> {
                        if (event.ackWanted()) {
                            client.ack(event.ackId(), answer);
                        }
                    });
        } catch (EventException e) {
            Errors.answer(client, event, e);
        }
    }

    /** The client has left. */
    void end() {
        if (demands != null) {
            demands.end();
        }
    }
}
