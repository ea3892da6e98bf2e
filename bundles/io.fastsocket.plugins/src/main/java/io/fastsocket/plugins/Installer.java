package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.FrameworkWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/** Puts bundles into the framework and takes them out; touches none but the one it is given. */
final class Installer {

    private static final Logger log = LoggerFactory.getLogger(Installer.class);

    private final BundleContext context;
    private final HandlerRegistry registry;
    private final RevisionStore store;
    private final Supplier<Duration> limit;
    private final FrameworkWiring wiring;
    private final FrameworkStartLevel levels;
    private final Unresolved unresolved;
    private final Unloading unloading;
    private final ServiceUses uses;
    private final LogUses logs = new LogUses();

    /**
     * Makes it.
     *
     * @param unloading told of each class loader that is to go
     * @param limit how long a bundle may take to start or stop; asked each time
     */
    Installer(
            BundleContext context,
            HandlerRegistry registry,
            RevisionStore store,
            LibraryHook libraries,
            Unloading unloading,
            Supplier<Duration> limit) {
        this.unloading = unloading;
        this.limit = limit;
        this.context = context;
        this.registry = registry;
        this.store = store;
        Bundle system = context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION);
        this.wiring = system.adapt(FrameworkWiring.class);
        this.levels = system.adapt(FrameworkStartLevel.class);
        this.unresolved = new Unresolved(wiring, libraries);
        this.uses = new ServiceUses(system);
    }

    /** The plugins that are installed, by whomever started this component before. */
    List<Revision> installed() {
        return Arrays.stream(context.getBundles())
                .filter(b -> b.getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION))
                .map(bundle -> Revision.of(bundle, registry))
                .toList();
    }

    /**
     * Installs and resolves a revision, staged and not started, beside any other.
     *
     * @throws RefusedException if it does not resolve
     */
    Revision install(JarFacts facts) throws RefusedException {
        Bundle bundle = add(facts);
        try {
            Revision revision = Revision.of(bundle, registry);
            if (wiring.resolveBundles(List.of(bundle))) {
                return revision;
            }
            revision.handlers().close();
            throw new RefusedException(
                    unresolved.reason(bundle, facts.header("Import-Package")),
                    "Install what is missing, or build the plugin against what is there.",
                    true);
        } catch (RefusedException | RuntimeException e) {
            uninstall(bundle);
            throw e;
        }
    }

    /**
     * One below the deployer's own: while the deployer is being started, its own is not reached yet
     * for others.
     */
    private int startLevel() {
        return Math.max(1, context.getBundle().adapt(BundleStartLevel.class).getStartLevel() - 1);
    }

    private Bundle add(JarFacts facts) throws RefusedException {
        try (InputStream in = Files.newInputStream(store.path(facts.sha256()))) {
            return installed(freeLocation(facts), in);
        } catch (IOException e) {
            throw new RefusedException(
                    "cannot be installed: " + FileFault.of(e), "Copy the JAR again.");
        } catch (BundleException e) {
            throw new RefusedException(
                    "cannot be installed: " + e.getMessage(), "Copy the JAR again.");
        }
    }

    /**
     * Installs at the start level that plugins have. To set it afterwards is done by the
     * framework's own thread, perhaps only once the bundle is uninstalled again, and then is an
     * error.
     */
    private Bundle installed(String location, InputStream in) throws BundleException {
        int others = levels.getInitialBundleStartLevel();
        levels.setInitialBundleStartLevel(startLevel());
        try {
            return context.installBundle(location, in);
        } finally {
            levels.setInitialBundleStartLevel(others);
        }
    }

    /** The same content may still be draining when it is wanted again. */
    private String freeLocation(JarFacts facts) {
        String location = Revision.location(facts);
        String free = location;
        for (int i = 2; context.getBundle(free) != null; i++) {
            free = location + ":" + i;
        }
        return free;
    }

    /** How long code of a plugin's may take on its way into service. */
    Duration limit() {
        return limit.get();
    }

    /**
     * Starts a revision's bundle, on a thread of its own so that one that never gets done does not
     * hold up others.
     *
     * @throws RefusedException if its activator fails, or it takes too long
     */
    void start(Revision revision) throws RefusedException {
        try {
            inTime("start", revision.bundle(), revision.bundle()::start);
        } catch (TimeoutException e) {
            throw new RefusedException(
                    "did not start within " + limit.get().toMillis() + " ms",
                    "Do not wait in constructors and activators, or raise startTime.");
        } catch (BundleException e) {
            Throwable cause = e;
            while (cause.getCause() != null) {
                cause = cause.getCause();
            }
            throw new RefusedException(
                    "cannot be started: "
                            + (e.equals(cause) ? e.getMessage() : String.valueOf(cause)),
                    "The log has more; copy a JAR that starts.");
        }
    }

    /** Stops a bundle; errors in its code are logged and do not keep it from stopping. */
    void stop(Bundle bundle) {
        try {
            inTime("stop", bundle, bundle::stop);
        } catch (TimeoutException e) {
            log.warn(
                    "{} {}: has not stopped within {} ms",
                    bundle.getSymbolicName(),
                    bundle.getVersion(),
                    limit.get().toMillis());
        } catch (BundleException e) {
            log.warn(
                    "{} {}: error while stopping",
                    bundle.getSymbolicName(),
                    bundle.getVersion(),
                    e);
        }
    }

    private interface Step {
        void run() throws BundleException;
    }

    private void inTime(String what, Bundle bundle, Step step)
            throws BundleException, TimeoutException {
        FutureTask<Void> task =
                new FutureTask<>(
                        () -> {
                            step.run();
                            return null;
                        });
        Thread.ofPlatform()
                .name("fastsocket-" + what + "-" + bundle.getSymbolicName())
                .daemon()
                .start(task);
        try {
            task.get(limit.get().toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof BundleException known) {
                throw known;
            }
            // Uninstalled by somebody else meanwhile, or the framework stops.
            throw new BundleException("cannot " + what, e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BundleException("interrupted", e);
        }
    }

    /** Remembers what a library exported that is removed, for those who will miss it. */
    void missed(Revision library) {
        unresolved.missed(library);
    }

    /** Stops and uninstalls a bundle, and lets its class loader go. */
    void uninstall(Bundle bundle) {
        stop(bundle);
        try {
            ClassLoader loader = Unloading.loader(bundle);
            RevisionId revision = RevisionId.of(bundle);
            bundle.uninstall();
            wiring.refreshBundles(Set.of(bundle));
            uses.forget(bundle);
            logs.forget(bundle);
            unloading.retired(revision, loader);
        } catch (BundleException e) {
            log.warn("{} cannot be uninstalled", bundle, e);
        } catch (IllegalStateException e) {
            log.debug("bundle {} is uninstalled already", bundle.getBundleId(), e);
        }
    }
}
