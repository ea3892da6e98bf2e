package io.fastsocket.registry.routing;

import io.fastsocket.registry.log.LogContext;
import io.fastsocket.registry.sockets.Timers;
import io.fastsocket.registry.sockets.Transports;
import io.fastsocket.registry.streams.Streaming;
import io.fastsocket.spi.contract.ContractKeeper;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds the revisions in service and the table made of them. Changes are made under one lock and
 * become visible by one volatile write; whoever dispatches only reads the table.
 */
public final class Routes {

    private static final Logger LOG = LoggerFactory.getLogger(Routes.class);

    private final Supplier<Settings> settings;
    private final Transports transports;
    private final Timers timers;
    private final Parking parking;
    private final Streaming streaming;
    private final Object lock = new Object();
    private final List<Revision> serving = new ArrayList<>();
    private final Set<String> complaints = new HashSet<>();
    private final Arrivals arrivals = new Arrivals();

    private volatile RoutingTable table = new RoutingTable(0, List.of(), List.of());
    private volatile ContractKeeper keeper;
    private volatile List<HandlerService> inService = List.of();
    private final AtomicLong changes = new AtomicLong();
    private volatile CompletableFuture<Void> change = new CompletableFuture<>();

    /**
     * Starts with nothing but the namespace {@code /}.
     *
     * @param settings the settings in force
     * @param transports is told of namespaces that end
     * @param timers ends parking
     */
    public Routes(Supplier<Settings> settings, Transports transports, Timers timers) {
        this.settings = settings;
        this.transports = transports;
        this.timers = timers;
        this.parking = new Parking(settings);
        this.streaming = new Streaming(timers, () -> settings.get().callWait());
    }

    /** The table in force. */
    public RoutingTable table() {
        return table;
    }

    /** Completes with the next change of the table; get it before looking at the table. */
    public CompletableFuture<Void> change() {
        return change;
    }

    /** Where queues wait for what is parked. */
    public Parking parking() {
        return parking;
    }

    /** The way to the engine. */
    Transports transports() {
        return transports;
    }

    /** Who looks after contracts; null for nobody. */
    public ContractKeeper keeper() {
        return keeper;
    }

    /**
     * Somebody else looks after contracts.
     *
     * @param now who it is; null for nobody
     */
    public void keeper(ContractKeeper now) {
        keeper = now;
    }

    /** The services in the table, in the order in which they came. */
    public List<HandlerService> inService() {
        return inService;
    }

    /** Grows with each change of what is in service, or of what is known about it. */
    public long changes() {
        return changes.get();
    }

    void changed() {
        changes.incrementAndGet();
    }

    /** Who wants to know of components that have come into service. */
    public Arrivals arrivals() {
        return arrivals;
    }

    Object lock() {
        return lock;
    }

    /** Revisions in service; to be read and changed under the lock. */
    List<Revision> serving() {
        return serving;
    }

    Parked park(HandlerService service) {
        long until = System.nanoTime() + settings.get().parkTime().toNanos();
        timers.after(settings.get().parkTime().plusMillis(1), this::timeUp);
        return new Parked(service, until == 0 ? 1 : until);
    }

    private void timeUp() {
        announce();
    }

    /** Makes a new table and puts it in force. Called under the lock. */
    void publish() {
        List<HandlerService> live = new ArrayList<>();
        List<Parked> parked = new ArrayList<>();
        Claims claims = new Claims();
        Map<String, String> still = new HashMap<>();
        for (Revision revision : serving) {
            parked.addAll(revision.parked());
            revision.parked().forEach(p -> claims.claim(p.service()));
        }
        for (Revision revision : serving) {
            for (HandlerService service : revision.inService()) {
                List<String> refused = new ArrayList<>(service.problems());
                refused.addAll(claims.conflicts(service));
                if (refused.isEmpty()) {
                    claims.claim(service);
                    live.add(service);
                } else {
                    String plugin = service.scope().origin().plugin();
                    refused.forEach(problem -> still.put(problem, plugin));
                }
            }
        }
        complain(still);
        RoutingTable next = new RoutingTable(table.number() + 1, live, parked);
        arrivals.look(live, next.number());
        live.forEach(service -> service.streams().start(streaming));
        table = next;
        inService = Stream.concat(live.stream(), parked.stream().map(Parked::service)).toList();
        changed();
    }

    /**
     * Handlers of bundles without a deployer have nobody else to tell.
     *
     * @param refused plugin by problem
     */
    private void complain(Map<String, String> refused) {
        refused.forEach(
                (problem, plugin) -> {
                    if (complaints.add(problem)) {
                        LogContext.about(
                                plugin,
                                null,
                                null,
                                null,
                                () -> LOG.error("Handler is not in service: {}", problem));
                    }
                });
        complaints.retainAll(refused.keySet());
    }

    /** After the lock is released: ends namespaces that are gone, and lets waiting queues look. */
    void published(Set<String> before) {
        Set<String> names = new HashSet<>(before);
        names.addAll(transports.namespaces());
        for (String name : names) {
            if (table.namespace(name) == null) {
                transports.closeNamespace(name);
            }
        }
        announce();
        arrivals.tell();
    }

    private void announce() {
        CompletableFuture<Void> last = change;
        change = new CompletableFuture<>();
        last.complete(null);
        parking.wake();
    }
}
