package io.fastsocket.registry.routing;

import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.registry.sockets.Scope;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Waits for what a revision has in flight that is out of service. */
final class Draining {

    private Draining() {}

    /**
     * Lets nobody in any more.
     *
     * @param gates of its services
     * @param life of its bundle, which ends too if the bundle has stopped; null if it had none
     * @return completes when all calls and then all questions to clients have ended
     */
    static CompletableFuture<Void> of(List<Gate> gates, Scope life) {
        Gate questions = life == null ? new Gate() : life.questions();
        CompletableFuture<?>[] all =
                gates.stream().map(Gate::close).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(all)
                .thenCompose(v -> questions.close())
                .thenRun(
                        () -> {
                            if (life != null && !life.origin().active().getAsBoolean()) {
                                life.end();
                            }
                        });
    }
}
