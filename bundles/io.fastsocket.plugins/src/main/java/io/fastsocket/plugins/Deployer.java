package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.UnloadCatalog;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.hooks.resolver.ResolverHookFactory;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Dictionary;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the framework in agreement with the JARs in {@code plugins/}. Activation returns once those
 * that lie there are deployed, waiting or refused, or after ten seconds.
 *
 * <p>When it goes away, plugins stay as they are; when it comes back, it takes them over.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = Deployer.PID)
@Designate(ocd = DeployerConfig.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.fastsocket.spi.observe.PluginCatalog\"",
        uses = PluginCatalog.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.fastsocket.spi.deploy.PluginDeployer\"",
        uses = PluginDeployer.class)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.fastsocket.spi.observe.UnloadCatalog\"",
        uses = UnloadCatalog.class)
public final class Deployer {

    /** Configuration PID, and the bundle's symbolic name. */
    static final String PID = "io.fastsocket.plugins";

    private static final Logger log = LoggerFactory.getLogger(Deployer.class);
    private static final String SETTLED = "fastsocket.settled";
    private static final Duration SETTLE_LIMIT = Duration.ofSeconds(10);
    private static final Duration BUSY_INTERVAL = Duration.ofMillis(10);

    private final BundleContext context;
    private final Catalog catalog = new Catalog();
    private final CountDownLatch settled = new CountDownLatch(1);
    private final DeployerThread thread = new DeployerThread(this::round);
    private final Generation generation = new Generation();
    private final long startedAt = System.nanoTime();
    private final PluginDirectory directory;
    private final RevisionStore store;
    private final ComponentState components;
    private final Quarantine quarantine;
    private final Deployment deployment;
    private final ServiceRegistration<PluginCatalog> registration;
    private final Requests requests;
    private final ServiceRegistration<PluginDeployer> operators;
    private final Listeners listeners;
    private final Unloading unloading;
    private final ServiceRegistration<UnloadCatalog> unloads;
    private final ServiceRegistration<ResolverHookFactory> hook;
    private final ServiceRegistration<ResolverHookFactory> libraryHook;
    private final FileWatch watch;
    private volatile Settings settings;
    private long prunedAt = -1;

    /**
     * Starts the deployer.
     *
     * @param context of this bundle
     * @param registry where handlers come into service
     * @param runtime tells of their components
     * @param config not read; its defaults are in the properties
     * @param properties checked by {@link Settings}
     * @throws IOException if {@code plugins/} does not exist and cannot be made
     */
    @Activate
    public Deployer(
            BundleContext context,
            @Reference HandlerRegistry registry,
            @Reference ServiceComponentRuntime runtime,
            DeployerConfig config,
            Map<String, Object> properties)
            throws IOException {
        this.context = context;
        this.settings = Settings.of(properties);
        Path home = home(context);
        directory = new PluginDirectory(existing(home.resolve("plugins")));
        store = new RevisionStore(home.resolve("var").resolve("revisions"));
        components = new ComponentState(runtime);
        Reasons allowances = new Reasons(store.path().resolve("allowed.tsv"));
        Reasons rolledBack = new Reasons(store.path().resolve("rolled-back.tsv"));
        listeners = new Listeners(context);
        History history =
                new History(new HistoryFile(store.path().resolve("history.tsv")), listeners);
        quarantine = new Quarantine(directory.path(), history, generation);
        LibraryHook libraries = new LibraryHook();
        unloading =
                new Unloading(() -> settings.collectTime(), new Lull(context), Unloading::collect);
        Installer installer =
                new Installer(
                        context, registry, store, libraries, unloading, () -> settings.startTime());
        Tools tools =
                new Tools(
                        installer,
                        components,
                        new Retirement(
                                installer,
                                libraries,
                                thread,
                                plugin -> settings.drainTimes().of(plugin),
                                history,
                                unloading),
                        new RunningRecord(context.getDataFile("running.properties").toPath()),
                        generation,
                        store,
                        libraries,
                        history,
                        new ContractGate(() -> settings.breaking(), allowances),
                        new Promises(store.path().resolve("promises")),
                        rolledBack,
                        () -> settings.watchTime());
        Checks checks = new Checks(() -> RuntimeBundles.of(context));
        deployment = new Deployment(directory, new Intake(store, checks), tools, () -> settings);
        requests = new Requests(directory.path(), history, allowances, rolledBack, thread::wake);
        context.addBundleListener(generation);
        hook =
                context.registerService(
                        ResolverHookFactory.class,
                        new SingletonHook(),
                        FrameworkUtil.asDictionary(Map.of()));
        libraryHook =
                context.registerService(
                        ResolverHookFactory.class, libraries, FrameworkUtil.asDictionary(Map.of()));
        registration = context.registerService(PluginCatalog.class, catalog, settledIs(false));
        operators =
                context.registerService(
                        PluginDeployer.class, requests, FrameworkUtil.asDictionary(Map.of()));
        unloads =
                context.registerService(
                        UnloadCatalog.class,
                        new LeakFinder(unloading, home.resolve("var").resolve("leaks")),
                        FrameworkUtil.asDictionary(Map.of()));
        watch = FileWatch.start(directory.path(), thread::wake);
        thread.execute(deployment::adopt);
        thread.start();
        awaitSettled();
    }

    private static Path home(BundleContext context) {
        String home = context.getProperty("fastsocket.home");
        return Path.of(home == null ? "" : home).toAbsolutePath();
    }

    private static Path existing(Path directory) throws IOException {
        return Files.isDirectory(directory) ? directory : Files.createDirectories(directory);
    }

    private void awaitSettled() {
        try {
            if (!settled.await(SETTLE_LIMIT.toMillis(), TimeUnit.MILLISECONDS)) {
                log.warn("not all plugins are deployed yet; it goes on in the background");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A hot edit of the configuration file; a wrong value changes nothing. */
    @Modified
    void modified(Map<String, Object> properties) {
        try {
            BreakingPolicy before = settings.breaking();
            settings = Settings.of(properties);
            if (!before.equals(settings.breaking())) {
                generation.next();
            }
            thread.wake();
        } catch (IllegalArgumentException e) {
            log.error("{}; the values in force stay", e.getMessage());
        }
    }

    @Deactivate
    void deactivate() {
        if (watch != null) {
            watch.close();
        }
        thread.stop();
        if (!isStopping()) {
            deployment.abandon();
        }
        context.removeBundleListener(generation);
        operators.unregister();
        unloads.unregister();
        requests.close();
        listeners.close();
        registration.unregister();
        hook.unregister();
        libraryHook.unregister();
    }

    /** One round; on the deployer's thread. */
    private Duration round() {
        if (isStopping()) {
            return settings.scanInterval();
        }
        requests.before(deployment);
        deployment.round();
        quarantine.tell(directory.files());
        catalog.publish(deployment.plugins(), directory.files(), components);
        unloading.round();
        boolean done = deployment.isSettled();
        requests.after(done);
        if (!catalog.settled()
                && (done || System.nanoTime() - startedAt > SETTLE_LIMIT.toNanos())) {
            quarantine.clearOldNotes(directory.files());
            catalog.settle();
            registration.setProperties(settledIs(true));
            settled.countDown();
        }
        if (done) {
            deployment.keepPromises();
        }
        if (done && prunedAt != generation.current()) {
            prunedAt = generation.current();
            deployment.forgetPromises();
            store.prune(deployment.hashes(), settings.keepRevisions());
        }
        return done ? settings.scanInterval() : BUSY_INTERVAL;
    }

    /** Whether the framework shuts down, so that plugins that stop are no reason to act. */
    private boolean isStopping() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING;
    }

    private static Dictionary<String, Object> settledIs(boolean value) {
        return FrameworkUtil.asDictionary(Map.of(SETTLED, value));
    }
}
