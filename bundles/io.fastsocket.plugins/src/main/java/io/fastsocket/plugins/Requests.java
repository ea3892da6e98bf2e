package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.deploy.RevisionEvent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

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
    private final List<Reload> reloads = new ArrayList<>();
    private final List<Reload> loading = new ArrayList<>();
    private boolean closed;

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
        CompletableFuture<Void> done = new CompletableFuture<>();
        synchronized (this) {
            if (closed) {
                done.completeExceptionally(stopped());
            } else {
                reloads.add(new Reload(name, done));
            }
        }
        wake.run();
        return done.minimalCompletionStage();
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
        List<Reload> loads;
        synchronized (this) {
            looks = List.copyOf(rescans);
            rescans.clear();
            loads = List.copyOf(reloads);
            reloads.clear();
        }
        if (!looks.isEmpty()) {
            deployment.retryRefused();
            looking.addAll(looks);
        }
        loads.forEach(deployment::reload);
        loading.addAll(loads);
    }

    /** After a round. */
    void after(boolean settled) {
        if (settled) {
            looking.forEach(done -> done.complete(null));
            looking.clear();
        }
        loading.removeIf(reload -> reload.done().isDone());
    }

    /** The deployer's thread has ended: nobody is kept waiting. */
    void close() {
        synchronized (this) {
            closed = true;
            looking.addAll(rescans);
            loading.addAll(reloads);
        }
        looking.forEach(done -> done.complete(null));
        loading.forEach(reload -> reload.done().completeExceptionally(stopped()));
    }

    private static IllegalStateException stopped() {
        return new IllegalStateException("the deployer was stopped before it was done");
    }
}
