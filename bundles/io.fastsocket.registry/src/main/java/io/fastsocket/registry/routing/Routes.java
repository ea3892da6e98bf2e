package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Timers;
import io.fastsocket.registry.sockets.Transports;
import io.fastsocket.registry.streams.Streaming;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Holds the revisions in service and the table made of them. Changes are made under one lock and
 * become visible by one volatile write; whoever dispatches only reads the table.
 */
public final class Routes {

    private final Supplier<Settings> settings;
    private final Transports transports;
    private final Timers timers;
    private final CallsInFlight inFlight;
    private final Parking parking;
    private final Streaming streaming;
    private final Object lock = new Object();
    private final List<Revision> serving = new ArrayList<>();
    private final Trials trials = new Trials();
    private final Complaints complaints = new Complaints();
    private final Arrivals arrivals = new Arrivals();

    private volatile RoutingTable table = new RoutingTable(0, List.of(), List.of());
    private volatile ContractKeeper keeper;
    private volatile List<HandlerService> inService = List.of();
    private volatile List<HandlerService> onTrial = List.of();
    private final AtomicLong changes = new AtomicLong();
    private volatile CompletableFuture<Void> change = new CompletableFuture<>();

    /**
     * Starts with nothing but the namespace {@code /}.
     *
     * @param settings the settings in force
     * @param transports is told of namespaces that end
     * @param timers ends parking
     * @param inFlight the calls of handlers
     */
    public Routes(
            Supplier<Settings> settings,
            Transports transports,
            Timers timers,
            CallsInFlight inFlight) {
        this.settings = settings;
        this.transports = transports;
        this.timers = timers;
        this.inFlight = inFlight;
        this.parking = new Parking(settings);
        this.streaming = new Streaming(timers, () -> settings.get().callWait());
    }

    /** The table in force; {@link RoutingTable#of} has that of a connection. */
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

    /** The calls of handlers. */
    CallsInFlight inFlight() {
        return inFlight;
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

    /** The services that serve a share of the connections, beside others. */
    public List<HandlerService> onTrial() {
        return onTrial;
    }

    /**
     * Whether a plugin says that it emits an event.
     *
     * @param namespace as sockets are in it
     * @param event its name
     */
    public boolean emitted(String namespace, String event) {
        return Stream.concat(inService.stream(), onTrial.stream())
                .anyMatch(service -> service.emits(namespace, event));
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

    /** Revisions tried out; to be read and changed under the lock. */
    Trials trials() {
        return trials;
    }

    Parked park(HandlerService service) {
        long until = System.nanoTime() + settings.get().parkTime().toNanos();
        timers.after(settings.get().parkTime().plusMillis(1), this::timeUp);
        return new Parked(service, until == 0 ? 1 : until);
    }

    private void timeUp() {
        announce();
    }

    /** Changes what serves; then the table, and only then are gates to be closed. */
    void change(Runnable change) {
        Set<String> before;
        synchronized (lock) {
            before = table.namesAnywhere();
            change.run();
            publish();
        }
        published(before);
    }

    /** Makes a new table and puts it in force. Called under the lock. */
    private void publish() {
        long number = table.number() + 1;
        NavigableMap<Integer, Draft> drafts = drafts();
        Draft rest = drafts.lastEntry().getValue();
        List<RoutingTable> shares =
                drafts.headMap(drafts.lastKey()).values().stream()
                        .map(d -> new RoutingTable(number, d.live(), d.parked(), rest.live()))
                        .toList();
        Map<String, String> refused = new HashMap<>();
        drafts.values().forEach(draft -> refused.putAll(draft.refused()));
        complaints.tell(refused);
        int[] limits = drafts.keySet().stream().skip(1).mapToInt(from -> from).toArray();
        RoutingTable next = new RoutingTable(number, rest.live(), rest.parked(), limits, shares);
        arrivals.look(next, drafts);
        // A stream is of all connections, so those of what is tried out begin once it is promoted.
        rest.live().forEach(service -> service.streams().start(streaming));
        table = next;
        inService = rest.services();
        onTrial = onTrial(drafts.values());
        changed();
    }

    /** What serves connections from a point on, by that point. */
    private NavigableMap<Integer, Draft> drafts() {
        NavigableMap<Integer, Draft> drafts = new TreeMap<>();
        int from = 0;
        for (int limit : trials.limits(serving)) {
            drafts.put(from, Draft.of(limit, trials.serving(serving, from)));
            from = limit;
        }
        drafts.put(from, Draft.of(HandlerRevision.ALL, serving));
        return drafts;
    }

    private List<HandlerService> onTrial(Collection<Draft> drafts) {
        Set<HandlerService> others = new LinkedHashSet<>();
        drafts.forEach(draft -> others.addAll(draft.services()));
        inService.forEach(others::remove);
        return List.copyOf(others);
    }

    /** After the lock is released: ends namespaces that are gone, and lets waiting queues look. */
    private void published(Set<String> before) {
        Set<String> names = new HashSet<>(before);
        names.addAll(transports.namespaces());
        for (String name : names) {
            if (!table.hasSomewhere(name)) {
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
