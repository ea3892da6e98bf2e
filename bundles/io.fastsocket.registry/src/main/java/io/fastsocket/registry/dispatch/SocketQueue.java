package io.fastsocket.registry.dispatch;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.registry.demand.Request;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.Arrival;
import io.fastsocket.registry.routing.NamespaceTable;
import io.fastsocket.registry.routing.Parking;
import io.fastsocket.registry.routing.RoutingTable;
import io.fastsocket.registry.sockets.ClientState;
import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.dispatch.SocketReceiver;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;

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

    /** Stands in the queue behind what is waited for. */
    private record Settled(CompletableFuture<Void> done) {}

    private final Core core;
    private final ClientState state;
    private final EventBuffer buffer = new EventBuffer();
    private final Backlog backlog;
    private final InlineCalls inline;
    private final Routing routing;
    private final Lifecycle lifecycle;
    private final DemandRequests demands;

    /** Added and not published; the engine's thread only. */
    private int added;

    private long addedBytes;

    /**
     * Components that are to greet the socket though it was there before; null before the first.
     */
    private volatile Queue<Arrival> replays;

    /** The item that keeps its place; whoever works only. */
    private Object kept;

    private volatile boolean parked;

    SocketQueue(Core core, ClientState state) {
        this.core = core;
        this.state = state;
        backlog = new Backlog(state.client(), core.settings());
        inline = new InlineCalls(core, state);
        demands = new DemandRequests(core, state.client());
        Unordered unordered = new Unordered(backlog, this::start);
        routing = new Routing(core, state, this, unordered);
        lifecycle = new Lifecycle(core, state, this, unordered);
    }

    @Override
    public void connected() {
        if (core.table(state).namespace(state.client().namespace()) == null) {
            state.client().disconnect(false);
        }
        if (!isIdle() || !lifecycle.needsNoGreeting()) {
            add(CONNECTED);
            publish();
        }
    }

    /**
     * Nothing is waiting and nobody at work; told by the engine's thread, which brings the work.
     */
    private boolean isIdle() {
        return added == 0 && backlog.queued() == 0 && backlog.beside() == 0;
    }

    @Override
    public void event(InboundEvent event) {
        Request request = Request.of(event);
        if (request != null) {
            demands.take(request, event);
            return;
        }
        boolean idle = added == 0 && backlog.queued() == 0;
        Entry entry = idle ? inline.enter(event) : null;
        if (entry == null) {
            add(event);
            return;
        }
        if (!backlog.addFirst()) {
            // A component that greets the socket has come in between.
            entry.leave();
            add(event);
            return;
        }
        inline.run(event, entry);
        if (backlog.remove(0)) {
            start();
        }
    }

    @Override
    public void refuse(InboundEvent event, ErrorCode why) {
        Errors.answer(state.client(), event, Errors.of(why));
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
    public CompletionStage<Void> settled() {
        Settled mark = new Settled(new CompletableFuture<>());
        add(mark);
        publish();
        return mark.done();
    }

    @Override
    public void disconnected(DisconnectReason reason) {
        demands.end();
        // At once, since a handler in the queue may be waiting for an answer.
        state.questions().left();
        if (isIdle() && lifecycle.callsNobody(reason)) {
            lifecycle.close();
        } else {
            add(reason);
            publish();
        }
    }

    /** Has a component called that has come into service, if it is for this socket. */
    void replay(Arrival arrival) {
        if (!arrival.concerns(state.point())) {
            return;
        }
        NamespaceTable namespace = core.table(state).namespace(state.client().namespace());
        if (namespace == null || !namespace.connects().contains(arrival.service())) {
            return;
        }
        synchronized (this) {
            if (replays == null) {
                replays = new ConcurrentLinkedQueue<>();
            }
        }
        replays.add(arrival);
        if (backlog.add(1, 0) == 0) {
            start();
        }
    }

    private void add(Object item) {
        buffer.add(item, System.currentTimeMillis());
        added++;
        addedBytes += Backlog.bytes(item);
    }

    private void publish() {
        int count = added;
        long bytes = addedBytes;
        added = 0;
        addedBytes = 0;
        if (backlog.add(count, bytes) == 0) {
            start();
        } else if (parked) {
            core.routes().parking().grown(this, new Parking.Load(count, bytes));
        }
        backlog.press();
    }

    private void start() {
        Thread.startVirtualThread(new Drain(this, core.watchdog()));
    }

    /** An item that kept its place is finished. */
    void goOn() {
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
        while (true) {
            Object item = kept == null ? next() : kept;
            kept = item;
            if (!handle(item, drain) || !finished()) {
                return;
            }
            drain.pause();
        }
    }

    /** Both kinds are counted as one, so that there is one or the other. */
    private Object next() {
        Queue<Arrival> greeting = replays;
        Object first = greeting == null ? null : greeting.poll();
        return first == null ? buffer.take() : first;
    }

    private boolean handle(Object item, Drain drain) {
        try {
            return switch (item) {
                case InboundEvent event -> routing.handle(event, buffer.time(), drain);
                case Arrival arrival -> lifecycle.replay(arrival);
                case DisconnectReason reason -> lifecycle.left(reason);
                case Settled mark -> lifecycle.settled(mark.done());
                default -> lifecycle.came();
            };
        } catch (Throwable e) {
            ClientSocket client = state.client();
            LogContext.about(
                    null,
                    client.namespace(),
                    client.id(),
                    null,
                    () -> LOG.error("An event of {} could not be handled", client.id(), e));
            return true;
        }
    }

    /** The item at work runs elsewhere, and takes its bytes along. */
    void handedOver() {
        kept = null;
    }

    /** Counts an item as finished; true if there are more. Nothing may be touched after false. */
    private boolean finished() {
        long bytes = Backlog.bytes(kept);
        kept = null;
        return backlog.remove(bytes);
    }

    /** What came of {@link #park}. */
    enum Parked {
        /** It stands still, and another thread may be at work: nothing may be touched. */
        PARKED,
        /** It may not wait, or no longer. */
        REFUSED,
        /** What it was to wait for has changed. */
        CHANGED
    }

    /** Lets the queue stand still until the table is another one or time is up. */
    Parked park(RoutingTable table, long until) {
        Parking parking = core.routes().parking();
        if (System.nanoTime() - until >= 0) {
            return Parked.REFUSED;
        }
        parked = true;
        Parking.Load load = new Parking.Load(backlog.queued(), backlog.queuedBytes());
        if (!parking.enter(this, load)) {
            parked = false;
            return Parked.REFUSED;
        }
        // Whoever changed the table meanwhile may not have seen this queue.
        boolean stale = core.table(state) != table || System.nanoTime() - until >= 0;
        if (stale && parking.leave(this)) {
            parked = false;
            return Parked.CHANGED;
        }
        return Parked.PARKED;
    }
}
