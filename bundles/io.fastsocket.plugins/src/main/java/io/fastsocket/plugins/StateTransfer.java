package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.transport.Payload;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Has the components of one revision hand their state to those of another. Their methods run on
 * threads of their own, so that the deployer's goes on. Belongs to the deployer's thread.
 */
final class StateTransfer {

    private final String plugin;
    private final HandlerRevision old;
    private final long limitNanos;
    private Step<Map<String, Payload>> handedOver;
    private Step<Void> takenOver;

    /**
     * Nothing has begun.
     *
     * @param plugin symbolic name
     * @param old parked, with its events ended, when it is asked first; null for none
     * @param limit how long each of both may take
     */
    StateTransfer(String plugin, HandlerRevision old, Duration limit) {
        this.plugin = plugin;
        this.old = old;
        this.limitNanos = limit.toNanos();
    }

    /** Something under way on a thread of its own. */
    private final class Step<T> {
        private final long begin = System.nanoTime();
        private final String what;
        private final FutureTask<T> task;

        Step(String what, Callable<T> work) {
            this.what = what;
            task = new FutureTask<>(work);
            Thread.ofVirtual().name("fastsocket-state-" + plugin).start(task);
        }

        boolean isOver() throws RefusedException {
            if (!task.isDone() && System.nanoTime() - begin > limitNanos) {
                task.cancel(true);
                throw refused(what + " takes longer than " + limitNanos / 1_000_000 + " ms");
            }
            return task.isDone();
        }

        T result() throws RefusedException {
            try {
                return task.get();
            } catch (ExecutionException e) {
                throw refused(e.getCause().getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw refused("the deployer was stopped meanwhile");
            } catch (CancellationException e) {
                throw refused(what + " was given up");
            }
        }
    }

    private static RefusedException refused(String why) {
        return new RefusedException(
                "the state of the revision in service could not be handed on: " + why,
                "Make handOver or takeOver do it; or remove the file, and copy the new one a few"
                        + " seconds later: then it begins without state.");
    }

    /**
     * Whether the old revision has told its state; begins that when asked first.
     *
     * @throws RefusedException if it cannot
     */
    boolean isHandedOver() throws RefusedException {
        if (old == null || !old.hasState()) {
            return true;
        }
        if (handedOver == null) {
            handedOver = new Step<>("handOver", old::handOver);
        }
        return handedOver.isOver() && handedOver.result() != null;
    }

    /**
     * Whether the new revision has the state; begins that when asked first after the old one has
     * told it.
     *
     * @throws RefusedException if it cannot take it
     */
    boolean isTakenOver(HandlerRevision next) throws RefusedException {
        if (handedOver == null) {
            return true;
        }
        if (takenOver == null) {
            Map<String, Payload> states = handedOver.result();
            takenOver =
                    new Step<>(
                            "takeOver",
                            () -> {
                                next.takeOver(states);
                                return null;
                            });
        }
        if (!takenOver.isOver()) {
            return false;
        }
        takenOver.result();
        return true;
    }
}
