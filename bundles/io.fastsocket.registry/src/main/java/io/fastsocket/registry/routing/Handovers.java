package io.fastsocket.registry.routing;

import io.fastsocket.api.Json;
import io.fastsocket.api.StateHandover;
import io.fastsocket.registry.binding.RawJson;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Asks components for their state, and gives it to those that take their place. */
final class Handovers {

    private static final Logger LOG = LoggerFactory.getLogger(Handovers.class);

    private Handovers() {}

    static boolean any(List<HandlerService> services) {
        return services.stream().anyMatch(service -> service.handover() != null);
    }

    /**
     * What components hand over, by their names.
     *
     * @throws IllegalStateException if one cannot: which, and why
     */
    static Map<String, Payload> from(List<HandlerService> services) {
        Map<String, Payload> states = new HashMap<>();
        for (HandlerService service : services) {
            Payload state = from(service);
            if (state != null) {
                states.put(service.component(), state);
            }
        }
        return states;
    }

    /** Null for nothing. */
    static Payload from(HandlerService service) {
        StateHandover handover = service.handover();
        if (handover == null) {
            return null;
        }
        try {
            Object state = handover.handOver();
            return state == null ? null : service.scope().codec().encode(state);
        } catch (Exception e) {
            throw failed(service, "handOver", e);
        }
    }

    /** Throws IllegalStateException if a component cannot take over: which, and why. */
    static void to(List<HandlerService> services, Map<String, Payload> states) {
        for (HandlerService service : services) {
            Payload state = states.get(service.component());
            if (state != null && service.handover() != null) {
                to(service, state);
            }
        }
    }

    static void to(HandlerService service, Payload state) {
        Json json = RawJson.value(state, service.scope().codec());
        try {
            service.handover().takeOver(json);
        } catch (Exception e) {
            throw failed(service, "takeOver", e);
        }
    }

    private static IllegalStateException failed(
            HandlerService service, String method, Exception cause) {
        String sentence = service.component() + "." + method + " failed: " + cause;
        LogContext.about(
                service.scope().origin().plugin(),
                null,
                null,
                null,
                () -> LOG.error("{}.{} failed", service.component(), method, cause));
        return new IllegalStateException(sentence, cause);
    }
}
