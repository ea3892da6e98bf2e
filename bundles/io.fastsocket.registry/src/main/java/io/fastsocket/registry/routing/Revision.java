package io.fastsocket.registry.routing;

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

/** The handlers of one bundle: as they come and go, and as its deployer asks for them. */
public final class Revision implements HandlerRevision {

    private final Origin origin;
    private final Routes routes;
    private final Function<Origin, Scope> scopes;

    /** Held while handlers and their contract are brought together; taken before the lock. */
    private final Object contracting = new Object();

    private final Components components = new Components();
    private final LeftState left = new LeftState();
    private final Standing standing;
    private Scope scope;

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
        this.standing = new Standing(this, components, routes);
        if (!origin.managed()) {
            standing.serve();
        }
    }

    /** Its services, and what is known of them; read under the lock. */
    Components services() {
        return components;
    }

    /** How it stands among others. */
    Standing standing() {
        return standing;
    }

    /** Services that take events; read under the lock. */
    List<HandlerService> inService() {
        return standing.serves() ? components.live() : List.of();
    }

    /** The plugin's name. */
    String plugin() {
        return origin.plugin();
    }

    /** The last life of the bundle; null if it had none. */
    Scope life() {
        synchronized (routes.lock()) {
            return scope;
        }
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
            routes.change(
                    () -> {
                        components.add(service);
                        if (standing.serves() && service.problems().isEmpty()) {
                            components.unpark(service);
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
            expected = components.isParked(service);
        }
        if (expected) {
            left.keep(service);
        }
    }

    /** Somebody else looks after contracts, or nobody any more. */
    public void keepToContract() {
        synchronized (contracting) {
            Scope life;
            List<HandlerService> services;
            synchronized (routes.lock()) {
                life = scope;
                services = List.copyOf(components.live());
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

    /**
     * A handler service goes away. If the bundle stays, its events are parked.
     *
     * @param service the service
     * @return completes when no call is in it any more
     */
    public CompletableFuture<Void> remove(HandlerService service) {
        routes.change(
                () -> {
                    components.remove(service);
                    if (standing.serves()
                            && origin.active().getAsBoolean()
                            && service.problems().isEmpty()) {
                        components.park(routes.park(service));
                    }
                });
        return service.gate().close();
    }

    /** Somebody has subscribed to a stream by hand. */
    void listen(HandlerService subscription) {
        routes.change(() -> components.add(subscription));
    }

    /** And wants no more of it. */
    void leave(HandlerService subscription) {
        routes.change(() -> components.remove(subscription));
        subscription.gate().close();
    }

    private void leaveAll() {
        present().stream().filter(HandlerService::subscription).forEach(this::leave);
    }

    private List<HandlerService> present() {
        synchronized (routes.lock()) {
            return List.copyOf(components.live());
        }
    }

    /**
     * A handler service could not be had.
     *
     * @param key the service
     * @param problem one sentence; null takes it back
     */
    public void failed(Object key, String problem) {
        synchronized (routes.lock()) {
            components.failed(key, problem);
        }
    }

    /** The bundle has stopped: views end, and nothing waits for its services any more. */
    public void stopped() {
        Scope last = life();
        if (!standing.parked()) {
            routes.change(
                    () -> {
                        components.unparkAll();
                        left.clear();
                    });
        }
        leaveAll();
        if (last != null) {
            last.end();
        }
    }

    @Override
    public List<String> components() {
        synchronized (routes.lock()) {
            return components.names();
        }
    }

    @Override
    public List<String> problems(HandlerRevision replaced) {
        synchronized (routes.lock()) {
            List<String> problems = new ArrayList<>(components.failures());
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
        standing.tryOut((Revision) beside, share);
    }

    @Override
    public CompletionStage<Void> commit(HandlerRevision replaced) {
        return standing.commit((Revision) replaced);
    }

    @Override
    public CompletionStage<Void> park() {
        return standing.park();
    }

    @Override
    public CompletionStage<Void> close() {
        return standing.close();
    }

    @Override
    public Map<String, Integer> cutOff() {
        Set<HandlerService> services;
        Scope life;
        synchronized (routes.lock()) {
            services = Set.copyOf(components.live());
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
        return Contracting.promise(routes.keeper(), all());
    }

    private List<HandlerService> all() {
        synchronized (routes.lock()) {
            return components.all();
        }
    }

    @Override
    public List<Change> changes(String old) {
        return Contracting.changes(routes.keeper(), old, all());
    }

    @Override
    public int recentSockets(List<Change> changes) {
        return RecentUsers.count(all(), routes.transports(), changes);
    }

    @Override
    public Map<String, EventFigures> figures(Map<String, Duration> slow) {
        return Figures.of(present(), slow);
    }

    @Override
    public boolean hasState() {
        synchronized (routes.lock()) {
            return Handovers.any(components.live());
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
}
