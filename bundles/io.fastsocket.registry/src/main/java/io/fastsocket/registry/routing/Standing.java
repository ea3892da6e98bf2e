package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * How a revision stands among those that serve, and the steps by which that changes. Its state is
 * read and changed under the lock of the routes; each step takes the lock by itself.
 */
final class Standing {

    private enum State {
        STAGED,
        SERVING,
        TRIED,
        PARKED,
        CLOSED
    }

    private final Revision revision;
    private final Components components;
    private final Routes routes;
    private State state = State.STAGED;

    /** It does not serve yet. */
    Standing(Revision revision, Components components, Routes routes) {
        this.revision = revision;
        this.components = components;
        this.routes = routes;
    }

    /** Whether events go to it, of all connections or of some. Called under the lock. */
    boolean serves() {
        return state == State.SERVING || state == State.TRIED;
    }

    /** Whether its events wait for what replaces it. */
    boolean parked() {
        synchronized (routes.lock()) {
            return state == State.PARKED;
        }
    }

    /** As {@link HandlerRevision#tryOut} says. */
    void tryOut(Revision beside, int share) {
        routes.change(
                () -> {
                    List<Revision> serving = routes.serving();
                    if (!serving.contains(beside) || serving.contains(revision)) {
                        throw new IllegalStateException(
                                "no other revision of " + revision.plugin() + " is in service");
                    }
                    refuseProblems(beside);
                    open();
                    state = State.TRIED;
                    routes.trials().put(revision, beside, share);
                });
    }

    /** As {@link HandlerRevision#commit} says. */
    CompletableFuture<Void> commit(Revision replaced) {
        Revision old = replaced == revision ? null : replaced;
        List<Gate> gates = new ArrayList<>();
        routes.change(
                () -> {
                    refuseProblems(replaced);
                    open();
                    serve(old);
                    if (old != null) {
                        gates.addAll(old.standing().retire());
                    }
                });
        return old == null
                ? CompletableFuture.completedFuture(null)
                : Draining.of(gates, old.life());
    }

    /** It serves without a deployer, from its first day. */
    void serve() {
        synchronized (routes.lock()) {
            serve(null);
        }
    }

    private void serve(Revision old) {
        state = State.SERVING;
        routes.trials().remove(revision);
        List<Revision> serving = routes.serving();
        int place = serving.indexOf(old);
        if (!serving.contains(revision)) {
            serving.add(place < 0 ? serving.size() : place, revision);
        }
        serving.remove(old);
    }

    private void refuseProblems(Revision replaced) {
        List<String> problems = revision.problems(replaced);
        if (!problems.isEmpty()) {
            throw new IllegalStateException(String.join("; ", problems));
        }
    }

    /** Opens whatever of it was closed. */
    private void open() {
        // In service already, what is away is still waited for.
        if (!serves()) {
            components.unparkAll();
        }
        components.live().forEach(HandlerService::reopen);
        if (revision.life() != null) {
            revision.life().openQuestions();
        }
    }

    /** As {@link HandlerRevision#park} says. */
    CompletableFuture<Void> park() {
        List<Gate> gates = new ArrayList<>();
        routes.change(
                () -> {
                    if (state != State.SERVING) {
                        throw new IllegalStateException(
                                revision.plugin() + " is not in service, so it cannot be parked");
                    }
                    state = State.PARKED;
                    for (HandlerService service : components.live()) {
                        components.park(routes.park(service));
                        gates.add(service.gate());
                    }
                });
        return Draining.of(gates, revision.life());
    }

    /** As {@link HandlerRevision#close} says. */
    CompletableFuture<Void> close() {
        List<Gate> gates = new ArrayList<>();
        routes.change(() -> gates.addAll(retire()));
        return Draining.of(gates, revision.life());
    }

    private List<Gate> retire() {
        state = State.CLOSED;
        routes.trials().remove(revision);
        routes.serving().remove(revision);
        List<Gate> gates = components.gates();
        components.unparkAll();
        return gates;
    }
}
