package io.fastsocket.registry;

import io.fastsocket.registry.demand.Demands;
import io.fastsocket.registry.dispatch.Core;
import io.fastsocket.registry.dispatch.Dispatcher;
import io.fastsocket.registry.dispatch.Feed;
import io.fastsocket.registry.dispatch.Inside;
import io.fastsocket.registry.dispatch.Queues;
import io.fastsocket.registry.dispatch.Watchdog;
import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Revision;
import io.fastsocket.registry.routing.Routes;
import io.fastsocket.registry.routing.Served;
import io.fastsocket.registry.routing.Settings;
import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.registry.sockets.Outgoing;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.registry.sockets.Sockets;
import io.fastsocket.registry.sockets.Timers;
import io.fastsocket.registry.sockets.Transports;
import io.fastsocket.registry.streams.RxJava;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.ServedPlugins;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.PluginLoad;
import io.fastsocket.spi.observe.StreamInfo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All parts of the registry put together, without a framework. */
final class Registry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Registry.class);

    private volatile Settings settings;
    private final Timers timers = new Timers();
    private final Watchdog watchdog = new Watchdog();
    private final Transports transports = new Transports();
    private final Demands demands = new Demands(this::later);
    private final Outgoing outgoing = new Outgoing(transports, demands);
    private final Sockets sockets = new Sockets(timers);
    private final Routes routes = new Routes(this::settings, transports, timers, watchdog);
    private final Queues queues = new Queues();
    private final Dispatcher dispatcher =
            new Dispatcher(new Core(routes, sockets, demands, queues, this::settings, watchdog));

    Registry(Settings settings) {
        this.settings = settings;
        routes.arrivals().listener(queues::replay);
        outgoing.listener(new Feed(routes));
    }

    private void later(Duration delay, Runnable task) {
        try {
            timers.after(delay, () -> Thread.startVirtualThread(task));
        } catch (RejectedExecutionException e) {
            LOG.debug("The registry has gone, and with it what was to happen", e);
        }
    }

    Settings settings() {
        return settings;
    }

    void settings(Settings changed) {
        settings = changed;
    }

    Transports transports() {
        return transports;
    }

    EventDispatcher dispatcher() {
        return dispatcher;
    }

    Sockets sockets() {
        return sockets;
    }

    /** How many events wait for handlers that are away. */
    int parkedEvents() {
        return routes.parking().events();
    }

    Revision revision(Origin origin) {
        return new Revision(origin, routes, this::begin);
    }

    private Scope begin(Origin origin) {
        Scope life = new Scope(origin, outgoing, sockets, () -> settings.limits());
        RxJava.come(life);
        return life;
    }

    /** Takes a service out and waits, within limits, for its calls in flight. */
    void remove(Revision revision, HandlerService service) {
        CompletableFuture<Void> drained = revision.remove(service);
        if (Inside.callOf(service)) {
            return;
        }
        Duration wait = settings.callWait();
        try {
            drained.get(wait.toNanos(), TimeUnit.NANOSECONDS);
            revision.keepState(service);
        } catch (TimeoutException e) {
            LogContext.about(
                    service.scope().origin().plugin(),
                    null,
                    null,
                    null,
                    () ->
                            LOG.warn(
                                    "{} goes away with {} calls still in it after {} ms",
                                    service.component(),
                                    service.gate().inside(),
                                    wait.toMillis()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Plugins in service, as contracts see them. */
    ServedPlugins served() {
        return new Served(routes);
    }

    ContractKeeper keeper() {
        return routes.keeper();
    }

    /** Sets who looks after contracts, or null; revisions have to be told. */
    void keeper(ContractKeeper keeper) {
        routes.keeper(keeper);
    }

    List<EventInfo> events() {
        return Catalog.of(routes.table());
    }

    /** How handlers declare a namespace; null if nobody handles it. */
    String declared(String namespace) {
        return routes.table().declared(namespace);
    }

    /** What plugins in service take. */
    List<PluginLoad> loads() {
        return Loads.of(services());
    }

    /** Those in service, for all connections or a share of them. */
    private List<HandlerService> services() {
        List<HandlerService> all = new ArrayList<>(routes.inService());
        all.addAll(routes.onTrial());
        return all;
    }

    /** The streams in service. */
    List<StreamInfo> streams() {
        return services().stream()
                .flatMap(service -> service.streamInfos(demands).stream())
                .sorted(
                        Comparator.comparing(StreamInfo::namespace)
                                .thenComparing(StreamInfo::event)
                                .thenComparing(StreamInfo::stream))
                .toList();
    }

    @Override
    public void close() {
        RxJava.leave();
        watchdog.close();
        timers.close();
    }
}
