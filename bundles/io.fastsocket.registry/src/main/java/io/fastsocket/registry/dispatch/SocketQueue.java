package io.fastsocket.registry.dispatch;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.registry.routing.EventMethod;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.routing.Parking;
import io.fastsocket.registry.routing.Route;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/**
 * The events of one socket, one at a time in order.
 *
 * <p>The engine's thread adds and publishes a batch; the counter of items published and not
 * finished says who works: whoever raises it from zero starts a virtual thread, and that thread
 * works until it is back at zero. An item that cannot be finished now (its answer comes later, its
 * handler is parked) keeps its place in the count, so that nobody else starts; what it waits for
 * then starts a thread anew.
 */
final class SocketQueue implements SocketReceiver, Parking.Waiting {

    private static final Logger LOG = LoggerFactory.getLogger(SocketQueue.class);
    private static final Object CONNECTED = new Object();

    private final Core core;
    private final ClientState state;
    private final EventBuffer buffer = new EventBuffer();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger unordered = new AtomicInteger();
    private final AtomicBoolean paused = new AtomicBoolean();
    private final AtomicBoolean awaitingUnordered = new AtomicBoolean();

    /** Added and not published; the engine's thread only. */
    private int added;

    /** The item that keeps its place; whoever works only. */
    private Object kept;

    private volatile boolean parked;

    SocketQueue(Core core, ClientState state) {
        this.core = core;
        this.state = state;
    }

    @Override
    public void connected() {
        if (core.routes().table().namespace(state.client().namespace()) == null) {
            state.client().disconnect(false);
        }
        add(CONNECTED);
        publish();
    }

    @Override
    public void event(InboundEvent event) {
        if (added == 0 && pending.get() == 0 && ranInline(event)) {
            return;
        }
        add(event);
    }

    @Override
    public void ack(long ackId, Payload arguments) {
        state.questions().answered(ackId, arguments);
    }

    @Override
    public void endOfBatch() {
        if (added > 0) {
            publish();
        }
    }

    @Override
    public void disconnected(DisconnectReason reason) {
        // At once, since a handler in the queue may be waiting for an answer.
        state.questions().left();
        add(reason);
        publish();
    }

    private void add(Object item) {
        buffer.add(item, System.currentTimeMillis());
        added++;
    }

    private void publish() {
        int count = added;
        added = 0;
        int before = pending.getAndAdd(count);
        if (before == 0) {
            start();
        } else if (parked) {
            core.routes().parking().grown(this, count);
        }
        int limit = core.settings().get().queueLimit();
        if (load() >= limit && !paused.get()) {
            state.client().pauseReading();
            paused.set(true);
            resumeReading(limit);
        }
    }

    private int load() {
        return pending.get() + unordered.get();
    }

    private void resumeReading(int limit) {
        if (load() <= limit / 2 && paused.compareAndSet(true, false)) {
            state.client().resumeReading();
        }
    }

    private void start() {
        Thread.startVirtualThread(new Drain(this, core.watchdog()));
    }

    /** An item that kept its place is finished. */
    private void goOn() {
        if (finished()) {
            start();
        }
    }

    @Override
    public void retry() {
        parked = false;
        start();
    }

    /** Works until there is nothing left, or an item keeps its place. */
    void drain(Drain drain) {
        do {
            Object item = kept == null ? buffer.take() : kept;
            kept = item;
            if (!handle(item, drain)) {
                return;
            }
        } while (finished());
    }

    private boolean handle(Object item, Drain drain) {
        try {
            return switch (item) {
                case InboundEvent event -> event(event, drain);
                case DisconnectReason reason -> farewell(reason);
                default -> hooks(null, NamespaceTable::connects);
            };
        } catch (Throwable e) {
            LOG.error("An event of {} could not be handled", state.client().id(), e);
            return true;
        }
    }

    /** Counts an item as finished; true if there are more. Nothing may be touched after false. */
    private boolean finished() {
        kept = null;
        boolean more = pending.decrementAndGet() > 0;
        if (paused.get()) {
            resumeReading(core.settings().get().queueLimit());
        }
        return more;
    }

    private boolean event(InboundEvent event, Drain drain) {
        while (true) {
            RoutingTable table = core.routes().table();
            NamespaceTable namespace = table.namespace(state.client().namespace());
            Route route = namespace == null ? null : namespace.find(event);
            long until = until(namespace, route);
            if (until != 0) {
                switch (park(table, until)) {
                    case PARKED -> {
                        return false;
                    }
                    case REFUSED -> {
                        unavailable(event);
                        return true;
                    }
                    default -> {
                        continue;
                    }
                }
            }
            EventMethod method = route == null ? null : route.method();
            Entry entry = Entry.enter(method, namespace);
            if (entry != null) {
                return run(event, entry, drain);
            }
        }
    }

    private static long until(NamespaceTable namespace, Route route) {
        if (namespace == null) {
            return 0;
        }
        long guards = namespace.guardsParkedUntil();
        return guards != 0 || route == null ? guards : route.parkedUntil();
    }

    private enum Parked {
        PARKED,
        REFUSED,
        CHANGED
    }

    /** After PARKED another thread may be at work: nothing may be touched. */
    private Parked park(RoutingTable table, long until) {
        Parking parking = core.routes().parking();
        if (System.nanoTime() - until >= 0) {
            return Parked.REFUSED;
        }
        parked = true;
        if (!parking.enter(this, pending.get())) {
            parked = false;
            return Parked.REFUSED;
        }
        // Whoever changed the table meanwhile may not have seen this queue.
        boolean stale = core.routes().table() != table || System.nanoTime() - until >= 0;
        if (stale && parking.leave(this)) {
            parked = false;
            return Parked.CHANGED;
        }
        return Parked.PARKED;
    }

    private void unavailable(InboundEvent event) {
        Entry nobody = Entry.enter(null, null);
        new Call(core, state, event, buffer.time(), nobody, () -> {})
                .answerError(Errors.of(ErrorCode.UNAVAILABLE));
    }

    private boolean run(InboundEvent event, Entry entry, Drain drain) {
        boolean ordered = entry.method() == null || entry.method().ordered();
        if (ordered) {
            return drain.run(new Call(core, state, event, buffer.time(), entry, this::goOn));
        }
        unordered.incrementAndGet();
        Call call = new Call(core, state, event, buffer.time(), entry, this::unorderedDone);
        Thread.startVirtualThread(
                () -> {
                    call.watch();
                    if (call.run(Inside.ofThread())) {
                        unorderedDone();
                    }
                });
        return true;
    }

    private void unorderedDone() {
        int left = unordered.decrementAndGet();
        if (paused.get()) {
            resumeReading(core.settings().get().queueLimit());
        }
        if (left == 0 && awaitingUnordered.compareAndSet(true, false)) {
            start();
        }
    }

    private boolean farewell(DisconnectReason reason) {
        if (unordered.get() > 0) {
            awaitingUnordered.set(true);
            if (unordered.get() > 0 || !awaitingUnordered.compareAndSet(true, false)) {
                return false;
            }
        }
        if (!hooks(reason, NamespaceTable::disconnects)) {
            return false;
        }
        core.sockets().close(state);
        return true;
    }

    /** Calls the methods for sockets that come or go. */
    private boolean hooks(
            DisconnectReason reason, Function<NamespaceTable, List<HandlerService>> choice) {
        while (true) {
            RoutingTable table = core.routes().table();
            NamespaceTable namespace = table.namespace(state.client().namespace());
            if (namespace == null) {
                return true;
            }
            long until = namespace.lifecycleParkedUntil();
            if (until != 0) {
                Parked parking = park(table, until);
                if (parking == Parked.PARKED) {
                    return false;
                }
                if (parking == Parked.CHANGED) {
                    continue;
                }
            }
            if (called(choice.apply(namespace), reason)) {
                return true;
            }
        }
    }

    private boolean called(List<HandlerService> services, DisconnectReason reason) {
        List<Gate> entered = new ArrayList<>(services.size());
        try {
            if (!Entry.enterAll(services, entered)) {
                return false;
            }
            Hook hook = new Hook(core, state, reason, null);
            for (HandlerService service : services) {
                hook.callAll(service, reason == null ? service.connects() : service.disconnects());
            }
            return true;
        } finally {
            entered.forEach(Gate::leave);
        }
    }

    /** Runs an event's handler on the engine's thread, if it may. */
    private boolean ranInline(InboundEvent event) {
        NamespaceTable namespace = core.routes().table().namespace(state.client().namespace());
        if (namespace == null || !namespace.inline()) {
            return false;
        }
        Route route = namespace.find(event);
        if (route == null || route.parkedUntil() != 0 || !route.method().inline()) {
            return false;
        }
        Entry entry = Entry.enter(route.method(), null);
        if (entry == null) {
            return false;
        }
        pending.set(1);
        long begin = System.nanoTime();
        new Call(core, state, event, System.currentTimeMillis(), entry, () -> {})
                .run(Inside.ofThread());
        LogContext.clear();
        measure(route.method(), System.nanoTime() - begin);
        if (pending.decrementAndGet() > 0) {
            start();
        }
        return true;
    }

    private void measure(EventMethod method, long nanos) {
        if (nanos > core.settings().get().inlineLimit().toNanos()
                && method.overran(core.settings().get().inlineOverruns())) {
            LOG.warn(
                    "{} is inline and took {} ms, several times too long: from now on it runs on"
                            + " virtual threads",
                    method.method().name(),
                    nanos / 1_000_000);
        }
    }
}
