package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/**
 * What operators ask for, taken from any thread and done on the deployer's, which calls {@link
 * #before} and {@link #after} each round.
 */
final class Requests implements PluginDeployer {

    private final Path directory;
    private final History history;
    private final Reasons allowances;
    private final Reasons rolledBack;
    private final Runnable wake;
    private final List<CompletableFuture<Void>> rescans = new ArrayList<>();
    private final List<CompletableFuture<Void>> looking = new ArrayList<>();
    private final List<Request> asked = new ArrayList<>();
    private final List<Request> underWay = new ArrayList<>();
    private boolean closed;

    /**
     * Something about one plugin. Who asked is told after the round in which it was done, when the
     * catalog shows what came of it.
     */
    private record Request(
            BiConsumer<Deployment, CompletableFuture<Void>> what,
            CompletableFuture<Void> done,
            CompletableFuture<Void> told) {

        /** Whether it is over; whoever asked is told then. */
        boolean tell() {
            if (done.isDone()) {
                done.whenComplete(
                        (none, error) -> {
                            if (error == null) {
                                told.complete(null);
                            } else {
                                told.completeExceptionally(cause(error));
                            }
                        });
            }
            return done.isDone();
        }

        private static Throwable cause(Throwable error) {
            return error instanceof CompletionException ? error.getCause() : error;
        }
    }

    /**
     * Makes it.
     *
     * @param wake makes a round begin now
     */
    Requests(
            Path directory,
            History history,
            Reasons allowances,
            Reasons rolledBack,
            Runnable wake) {
        this.directory = directory;
        this.history = history;
        this.allowances = allowances;
        this.rolledBack = rolledBack;
        this.wake = wake;
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public CompletionStage<Void> rescan() {
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (closed) {
                done.complete(null);
            } else {
                rescans.add(done);
            }
        }
        wake.run();
        return done.minimalCompletionStage();
    }

    @Override
    public CompletionStage<Void> reload(String name) {
        return wish(name, Operations::reload);
    }

    @Override
    public CompletionStage<Void> tryOut(Path file, int share) {
        if (share < 1 || share >= HandlerRevision.ALL) {
            throw new IllegalArgumentException("no share of connections: " + share);
        }
        return ask((deployment, done) -> deployment.tryOut(file, share, done));
    }

    @Override
    public CompletionStage<Void> promote(String name) {
        return wish(name, Operations::promote);
    }

    @Override
    public CompletionStage<Void> rollBack(String name, String to) {
        return wish(name, (plugin, done) -> plugin.rollBack(to, done));
    }

    private CompletionStage<Void> wish(
            String name, BiConsumer<Operations, CompletableFuture<Void>> what) {
        return ask((deployment, done) -> deployment.wish(new Wish(name, what, done)));
    }

    private CompletionStage<Void> ask(BiConsumer<Deployment, CompletableFuture<Void>> what) {
        Request request = new Request(what, new CompletableFuture<>(), new CompletableFuture<>());
        synchronized (this) {
            if (closed) {
                request.told().completeExceptionally(stopped());
            } else {
                asked.add(request);
            }
        }
        wake.run();
        return request.told().minimalCompletionStage();
    }

    @Override
    public void allowBreaking(String sha256, String reason) {
        allowances.put(sha256, reason);
    }

    @Override
    public void letInAgain(String sha256) {
        rolledBack.remove(sha256);
    }

    @Override
    public List<RevisionEvent> history(String name) {
        return history.of(name);
    }

    /** Before a round: hands over what has been asked for. */
    void before(Deployment deployment) {
        List<CompletableFuture<Void>> looks;
        List<Request> requests;
        synchronized (this) {
            looks = List.copyOf(rescans);
            rescans.clear();
            requests = List.copyOf(asked);
            asked.clear();
        }
        if (!looks.isEmpty()) {
            deployment.retryRefused();
            looking.addAll(looks);
        }
        underWay.addAll(requests);
        requests.forEach(request -> request.what().accept(deployment, request.done()));
    }

    /** After a round. */
    void after(boolean settled) {
        if (settled) {
            looking.forEach(done -> done.complete(null));
            looking.clear();
        }
        underWay.removeIf(Request::tell);
    }

    /** The deployer's thread has ended: nobody is kept waiting. */
    void close() {
        synchronized (this) {
            closed = true;
            looking.addAll(rescans);
            underWay.addAll(asked);
        }
        looking.forEach(done -> done.complete(null));
        underWay.forEach(request -> request.told().completeExceptionally(stopped()));
    }

    private static IllegalStateException stopped() {
        return new IllegalStateException("the deployer was stopped before it was done");
    }
}
