package io.fastsocket.registry.routing;

import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The state of components of one revision that are away, for those that come in their place. */
final class LeftState {

    private static final Logger LOG = LoggerFactory.getLogger(LeftState.class);

    private final ConcurrentMap<String, Payload> states = new ConcurrentHashMap<>();

    /** Has a component tell its state; one that cannot is named in the log. */
    void keep(HandlerService service) {
        try {
            Payload state = Handovers.from(service);
            if (state != null) {
                states.put(service.component(), state);
            }
        } catch (IllegalStateException e) {
            LOG.error("{}; what comes in its place begins without state", e.getMessage());
        }
    }

    /** Gives a component what the last one of its name has told, if that is there. */
    void giveBack(HandlerService service) {
        Payload state = states.remove(service.component());
        if (state == null || service.handover() == null) {
            return;
        }
        try {
            Handovers.to(service, state);
        } catch (IllegalStateException e) {
            LOG.error("{}; it begins without state", e.getMessage());
        }
    }

    void clear() {
        states.clear();
    }
}
