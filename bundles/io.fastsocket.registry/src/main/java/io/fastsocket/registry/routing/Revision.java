package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.registry.sockets.Origin;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.RevisionContract;
import io.fastsocket.spi.dispatch.EventFigures;
import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.transport.Payload;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.stream.Stream;

/** The handlers of one bundle. */
public final class Revision implements HandlerRevision {

    private enum State {
        STAGED,
        SERVING,
        TRIED,
        PARKED,
        CLOSED
    }

    private final Origin origin;
    private final Routes routes;
    private final Function<Origin, Scope> scopes;

    /** Held while handlers and their contract are brought together; taken before the lock. */
    private final Object contracting = new Object();

    private final List<HandlerService> live = new ArrayList<>();
    private final List<Parked> parked = new ArrayList<>();
    private final Map<Object, String> failures = new LinkedHashMap<>();
    private final LeftState left = new LeftState();
    private Scope scope;
    private State state;

    /**
     * Makes a revision: staged, or at once in service if no deployer commits it.
     *
     * @param origin the bundle
     * @param routes where it serves
     * @param scopes begins a life of the bundle
     */
    public Revision(Origin origin, Routes routes, Function<Origin, Scope> scopes) {
        this.origin = origin;
        this.routes = routes;
        this.scopes = scopes;
        this.state = origin.managed() ? State.STAGED : State.SERVING;
        if (!origin.managed()) {
            synchronized (routes.lock()) {
                routes.serving().add(this);
            }
        }
    }

    /** Services that take events; read under the lock. */
    List<HandlerService> inService() {
        return serves() ? live : List.of();
    }

    /** Whether events go to it, of all connections or of some. */
    private boolean serves() {
        return state == State.SERVING || state == State.TRIED;
    }

    /** Services that are there, whether or not they take events; read under the lock. */
    List<HandlerService> live() {
        return live;
    }

    /** Services that are away; read under the lock. */
    List<Parked> parked() {
        return parked;
    }

    /** The present life of the bundle; a new one if the last has ended. */
    public Scope scope() {
        synchronized (routes.lock()) {
            if (scope == null || scope.ended()) {
                scope = scopes.apply(origin);
            }
            return scope;
        }
    }

    /**
     * A handler service has come.
     *
     * @param found the service
     * @return it, bound
     */
    public HandlerService add(HandlerService.Found found) {
        HandlerService service = HandlerScanner.scan(found, scope());
        left.giveBack(service);
        synchronized (contracting) {
            Contracting.keep(scope(), routes.keeper(), List.of(service));
            change(
                    () -> {
                        live.add(service);
                        if (serves() && service.problems().isEmpty()) {
                            unpark(service);
                        }
                    });
        }
        return service;
    }

    /**
     * Keeps what a service hands over that has gone away, and whose calls have ended, for the one
     * that comes in its place. It may take as long as the plugin's code.
     *
     * @param service the service
     */
    public void keepState(HandlerService service) {
        boolean expected;
        synchronized (routes.lock()) {
            expected = parked.stream().anyMatch(away -> away.service().equals(service));
        }
        if (expected) {
            left.keep(service);
        }
    }

    @Override
    public Map<String, EventFigures> figures(Map<String, Duration> slow) {
        return Figures.of(present(), slow);
    }

    @Override
    public boolean hasState() {
        synchronized (routes.lock()) {
            return Handovers.any(live);
        }
    }

    @Override
    public Map<String, Payload> handOver() {
        return Handovers.from(present());
    }

    @Override
    public void takeOver(Map<String, Payload> states) {
        Handovers.to(present(), states);
    }

    private List<HandlerService> present() {
        synchronized (routes.lock()) {
            return List.copyOf(live);
        }
    }

    /** Somebody else looks after contracts, or nobody any more. */
    public void keepToContract() {
        synchronized (contracting) {
            Scope life;
            List<HandlerService> services;
            synchronized (routes.lock()) {
                life = scope;
                services = List.copyOf(live);
            }
            if (!services.isEmpty()) {
                Contracting.keep(life, routes.keeper(), services);
                routes.changed();
            }
        }
    }

    /** What says what a plugin may take and send; null without. Read under the lock. */
    RevisionContract contract() {
        return scope == null ? null : scope.contract();
    }

    /** What was away under this name is back; a changed namespace does not matter. */
    private void unpark(HandlerService service) {
        Stream<Parked> same =
                parked.stream().filter(p -> p.service().component().equals(service.component()));
        List<Parked> candidates = same.toList();
        candidates.stream()
                .filter(p -> p.service().namespace().equals(service.namespace()))
                .findFirst()
                .or(() -> candidates.stream().findFirst())
                .ifPresent(parked::remove);
    }

    /**
     * A handler service goes away. If the bundle stays, its events are parked.
     *
     * @param service the service
     * @return completes when no call is in it any more
     */
    public CompletableFuture<Void> remove(HandlerService service) {
        change(
                () -> {
                    live.remove(service);
                    if (serves()
                            && origin.active().getAsBoolean()
                            && service.problems().isEmpty()) {
                        parked.add(routes.park(service));
                    }
                });
        return service.gate().close();
    }

    /** Somebody has subscribed to a stream by hand. */
    void listen(HandlerService subscription) {
        change(() -> live.add(subscription));
    }

    /** And wants no more of it. */
    void leave(HandlerService subscription) {
        change(() -> live.remove(subscription));
        subscription.gate().close();
    }

    private void leaveAll() {
        present().stream().filter(HandlerService::subscription).forEach(this::leave);
    }

    /**
     * A handler service could not be had.
     *
     * @param key the service
     * @param problem one sentence; null takes it back
     */
    public void failed(Object key, String problem) {
        synchronized (routes.lock()) {
            if (problem == null) {
                failures.remove(key);
            } else {
                failures.put(key, problem);
            }
        }
    }

    /** The bundle has stopped: views end, and nothing waits for its services any more. */
    public void stopped() {
        Scope last;
        synchronized (routes.lock()) {
            last = scope;
        }
        if (!isParked()) {
            change(
                    () -> {
                        parked.clear();
                        left.clear();
                    });
        }
        leaveAll();
        if (last != null) {
            last.end();
        }
    }

    private boolean isParked() {
        synchronized (routes.lock()) {
            return state == State.PARKED;
        }
    }

    @Override
    public List<String> components() {
        synchronized (routes.lock()) {
            return live.stream()
                    .filter(service -> !service.subscription())
                    .map(HandlerService::component)
                    .toList();
        }
    }

    @Override
    public List<String> problems(HandlerRevision replaced) {
        synchronized (routes.lock()) {
            List<String> problems = new ArrayList<>(failures.values());
            problems.addAll(Conflicts.of(this, replaced, routes));
            return problems;
        }
    }

    @Override
    public void tryOut(HandlerRevision beside, int share) {
        if (share < 1 || share >= ALL) {
            throw new IllegalArgumentException(
                    "the share must be from 1 to " + (ALL - 1) + ", and is " + share);
        }
        change(
                () -> {
                    Revision old = (Revision) beside;
                    if (!routes.serving().contains(old) || routes.serving().contains(this)) {
                        throw new IllegalStateException(
                                "no other revision of " + origin.plugin() + " is in service");
                    }
                    refuseProblems(beside);
                    if (state != State.TRIED) {
                        parked.clear();
                    }
                    state = State.TRIED;
                    open();
                    routes.trials().put(this, old, share);
                });
    }

    private void refuseProblems(HandlerRevision replaced) {
        List<String> problems = problems(replaced);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
    }

    @Override
    public CompletionStage<Void> commit(HandlerRevision replaced) {
        Revision old = replaced == this ? null : (Revision) replaced;
        List<Gate> gates = new ArrayList<>();
        change(
                () -> {
                    refuseProblems(replaced);
                    // In service already, what is away is still waited for.
                    if (!serves()) {
                        parked.clear();
                    }
                    serve(old);
                    if (old != null) {
                        gates.addAll(old.retire());
                    }
                });
        return old == null
                ? CompletableFuture.completedFuture(null)
                : Draining.of(gates, old.scope);
    }

    private void serve(Revision old) {
        state = State.SERVING;
        open();
        routes.trials().remove(this);
        List<Revision> serving = routes.serving();
        int place = serving.indexOf(old);
        if (!serving.contains(this)) {
            serving.add(place < 0 ? serving.size() : place, this);
        }
        serving.remove(old);
    }

    private void open() {
        live.forEach(HandlerService::reopen);
        if (scope != null) {
            scope.openQuestions();
        }
    }

    private List<Gate> retire() {
        state = State.CLOSED;
        routes.trials().remove(this);
        routes.serving().remove(this);
        List<Gate> gates =
                Stream.concat(live.stream(), parked.stream().map(Parked::service))
                        .map(HandlerService::gate)
                        .toList();
        parked.clear();
        return gates;
    }

    @Override
    public CompletionStage<Void> close() {
        List<Gate> gates = new ArrayList<>();
        change(() -> gates.addAll(retire()));
        return Draining.of(gates, scope);
    }

    @Override
    public CompletionStage<Void> park() {
        List<Gate> gates = new ArrayList<>();
        change(
                () -> {
                    if (state != State.SERVING) {
                        throw new IllegalStateException(
                                origin.plugin() + " is not in service, so it cannot be parked");
                    }
                    state = State.PARKED;
                    for (HandlerService service : live) {
                        parked.add(routes.park(service));
                        gates.add(service.gate());
                    }
                });
        return Draining.of(gates, scope);
    }

    @Override
    public Map<String, Integer> cutOff() {
        Set<HandlerService> services;
        Scope life;
        synchronized (routes.lock()) {
            services = Set.copyOf(live);
            life = scope;
        }
        Map<String, Integer> ended = new LinkedHashMap<>(routes.inFlight().cutOff(services));
        int questions = life == null ? 0 : life.cutOffQuestions();
        if (questions > 0) {
            ended.put("answers of clients", questions);
        }
        return ended;
    }

    @Override
    public String promise() {
        return Contracting.promise(routes.keeper(), services());
    }

    /** Its services, those included that are away. */
    private List<HandlerService> services() {
        synchronized (routes.lock()) {
            return Stream.concat(live.stream(), parked.stream().map(Parked::service))
                    .distinct()
                    .toList();
        }
    }

    @Override
    public List<Change> changes(String old) {
        return Contracting.changes(routes.keeper(), old, services());
    }

    @Override
    public int recentSockets(List<Change> changes) {
        return RecentUsers.count(services(), routes.transports(), changes);
    }

    /** Changes what serves; then the table, and only then are gates to be closed. */
    private void change(Runnable change) {
        Set<String> before;
        synchronized (routes.lock()) {
            before = routes.table().namesAnywhere();
            change.run();
            routes.publish();
        }
        routes.published(before);
    }
}
