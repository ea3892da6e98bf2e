package io.fastsocket.registry.dispatch;

import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.routing.Route;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.spi.dispatch.InboundEvent;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs handlers marked inline on the engine's thread, and takes those off it that take long. */
final class InlineCalls {

    private static final Logger LOG = LoggerFactory.getLogger(InlineCalls.class);

    private final Core core;
    private final ClientState state;

    InlineCalls(Core core, ClientState state) {
        this.core = core;
        this.state = state;
    }

    /** What the event's handler is to be entered by, or null if it must take the queue. */
    Entry enter(InboundEvent event) {
        NamespaceTable namespace = core.table(state).namespace(state.client().namespace());
        if (namespace == null || !namespace.inline() || namespace.guardsParkedUntil() != 0) {
            return null;
        }
        Route route = namespace.find(event);
        if (route == null || route.parkedUntil() != 0 || !route.method().inline()) {
            return null;
        }
        Entry entry = new Entry(route.method(), null);
        return entry.admitted(false) && entry.enter() ? entry : null;
    }

    void run(InboundEvent event, Entry entry) {
        Call call = new Call(core, state, event, System.currentTimeMillis(), entry, () -> {});
        call.run(Inside.ofThread());
        measure(entry.method(), call.nanos(), call.endedAt());
        LogContext.clear();
    }

    private void measure(EventMethod method, long nanos, long end) {
        Settings settings = core.settings().get();
        if (nanos <= settings.inlineLimit().toNanos()) {
            return;
        }
        long absence = method.overran(settings.inlineOverruns(), nanos, end);
        if (absence > 0) {
            LOG.warn(
                    "{} is inline and took {} ms, several times too long: for {} s it runs on"
                            + " virtual threads",
                    method.method().name(),
                    nanos / 1_000_000,
                    absence / 1_000_000_000);
        }
    }
}
