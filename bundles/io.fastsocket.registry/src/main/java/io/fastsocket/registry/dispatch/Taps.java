package io.fastsocket.registry.dispatch;

import io.fastsocket.api.EventException;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Tap;
import io.fastsocket.registry.sockets.Gate;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;

/** Brings an event that its handler has accepted into the streams that look on. */
final class Taps {

    private static final Logger LOG = LoggerFactory.getLogger(Taps.class);

    private Taps() {}

    /** Never throws, and never waits. */
    static void bring(Call call, List<HandlerService> services) {
        for (HandlerService service : services) {
            Gate gate = service.gate();
            if (gate.enter()) {
                try {
                    bring(call, service);
                } finally {
                    gate.leave();
                }
            }
        }
    }

    private static void bring(Call call, HandlerService service) {
        for (Tap tap : service.taps()) {
            if (!tap.emitted() && tap.event().equals(call.name())) {
                bring(call, service, tap);
            }
        }
    }

    private static void bring(Call call, HandlerService service, Tap tap) {
        Object[] arguments;
        try {
            arguments = Arguments.bind(call, tap.method(), service.scope());
        } catch (EventException e) {
            tap.sink().unfit();
            return;
        }
        try {
            tap.method().call(arguments);
        } catch (EventException e) {
            // It has ended by itself, as the list of streams says.
            return;
        } catch (Throwable e) {
            LogContext.about(
                    service.scope().origin().plugin(),
                    service.namespace(),
                    null,
                    tap.event(),
                    () -> LOG.error("{} could not be given an event", tap.method().name(), e));
        }
    }
}
