package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.fail;

import io.fastsocket.spi.deploy.PluginDeployer;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.observe.UnloadCatalog;

import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.ServiceRegistration;
import org.osgi.framework.launch.Framework;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.cm.ConfigurationListener;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** Felix with Declarative Services, Config Admin, a {@link FakeRegistry} and the deployer. */
final class Container {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String MARK = "test.mark";
    private static final String SHARED =
            "io.fastsocket.api;version=1.0.0,io.fastsocket.spi.deploy;version=1.0.0,"
                    + "io.fastsocket.spi.contract;version=1.0.0,"
                    + "io.fastsocket.spi.dispatch;version=1.0.0,"
                    + "io.fastsocket.spi.transport;version=1.0.0,"
                    + "io.fastsocket.spi.observe;version=1.0.0,org.slf4j;version=2.0.17,"
                    + "org.osgi.service.cm;version=1.6.1,jakarta.validation;version=3.1.1";

    final Path home;
    final Path plugins;
    final Framework framework;
    final Bundle scr;
    final Bundle deployer;
    FakeRegistry registry;
    private ServiceRegistration<HandlerRegistry> registration;
    private int marks;

    /** Starts everything but the deployer. */
    Container(Path home) throws BundleException, IOException, URISyntaxException {
        this.home = home;
        plugins = Files.createDirectories(home.resolve("plugins"));
        Map<String, String> properties = new HashMap<>();
        properties.put(Constants.FRAMEWORK_STORAGE, home.resolve("cache").toString());
        properties.put(Constants.FRAMEWORK_STORAGE_CLEAN, "onFirstInit");
        properties.put(Constants.FRAMEWORK_BSNVERSION, Constants.FRAMEWORK_BSNVERSION_MULTIPLE);
        properties.put(Constants.FRAMEWORK_SYSTEMPACKAGES_EXTRA, SHARED);
        properties.put("fastsocket.home", home.toString());
        framework = new FrameworkFactory().newFramework(properties);
        framework.start();
        install("org.osgi.util.function.Function");
        install("org.osgi.util.promise.Promise");
        install("org.osgi.service.component.runtime.ServiceComponentRuntime");
        install("org.apache.felix.cm.impl.ConfigurationManager").start();
        scr = install("org.apache.felix.scr.impl.Activator");
        scr.start();
        startRegistry();
        deployer =
                context()
                        .installBundle(
                                new File(System.getProperty("bundle.under.test"))
                                        .toURI()
                                        .toString());
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    private Bundle install(String className)
            throws BundleException, IOException, URISyntaxException {
        try {
            Class<?> type = Class.forName(className, false, getClass().getClassLoader());
            return context()
                    .installBundle(
                            type.getProtectionDomain()
                                    .getCodeSource()
                                    .getLocation()
                                    .toURI()
                                    .toString());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    Container start() throws BundleException {
        deployer.start();
        await("settled", () -> catalog().settled());
        return this;
    }

    void startRegistry() {
        registry = new FakeRegistry(context());
        registration = context().registerService(HandlerRegistry.class, registry, null);
    }

    void stopRegistry() {
        registration.unregister();
        registry.close();
    }

    PluginCatalog catalog() {
        ServiceReference<PluginCatalog> reference =
                context().getServiceReference(PluginCatalog.class);
        return reference == null ? null : context().getService(reference);
    }

    PluginDeployer operator() {
        return context().getService(context().getServiceReference(PluginDeployer.class));
    }

    /** Until the deployer has looked at the folder from now on, and shown what it has seen. */
    void awaitLook() {
        for (int i = 0; i < 2; i++) {
            CompletableFuture<Void> looked = new CompletableFuture<>();
            // Looked up at the end of a round; the second time, the first one's result is shown.
            operator().reload("nobody").whenComplete((none, error) -> looked.complete(null));
            looked.orTimeout(LIMIT.toSeconds(), TimeUnit.SECONDS).join();
        }
    }

    UnloadCatalog unloads() {
        return context().getService(context().getServiceReference(UnloadCatalog.class));
    }

    ConfigurationAdmin configurationAdmin() {
        return context().getService(context().getServiceReference(ConfigurationAdmin.class));
    }

    /** Configures the deployer; returns once that is in force. */
    void configure(Map<String, Object> values) throws IOException {
        update(Deployer.PID, values);
        CountDownLatch delivered = new CountDownLatch(1);
        ServiceRegistration<ConfigurationListener> listener =
                context()
                        .registerService(
                                ConfigurationListener.class,
                                event -> {
                                    if (event.getPid().equals(MARK)) {
                                        delivered.countDown();
                                    }
                                },
                                null);
        // Everybody is told of one edit before anybody is of the next.
        update(MARK, Map.of("number", marks++));
        await("configured", () -> delivered.getCount() == 0);
        listener.unregister();
    }

    private void update(String pid, Map<String, Object> values) throws IOException {
        configurationAdmin().getConfiguration(pid, "?").update(FrameworkUtil.asDictionary(values));
    }

    void copy(String file, PluginJar jar) throws IOException {
        Files.write(plugins.resolve(file), jar.build());
    }

    void awaitAnswer(String plugin, String answer) {
        await(
                plugin + " answers " + answer,
                () ->
                        answer == null
                                ? registry.answer(plugin) == null
                                : answer.equals(registry.answer(plugin)));
    }

    PluginInfo awaitState(String file, PluginState state) {
        return awaitInfo(file, state, "", info -> true);
    }

    /** How a file is shown once that begins so: what keeps it out may be another thing at first. */
    PluginInfo awaitReason(String file, PluginState state, String beginning) {
        return awaitInfo(file, state, beginning, info -> info.reason().startsWith(beginning));
    }

    private PluginInfo awaitInfo(
            String file, PluginState state, String why, Predicate<PluginInfo> wanted) {
        AtomicReference<PluginInfo> found = new AtomicReference<>();
        await(
                (file + " is " + state + " " + why).strip(),
                () -> {
                    found.set(info(file, state).filter(wanted).orElse(null));
                    return found.get() != null;
                });
        return found.get();
    }

    /** Until the newest entry of a plugin's history is that, which comes after the first answer. */
    void awaitLast(String plugin, String what) {
        await(
                "the last of " + plugin + " is " + what,
                () ->
                        operator().history(plugin).stream()
                                .limit(1)
                                .anyMatch(event -> event.what().equals(what)));
    }

    Optional<PluginInfo> info(String file, PluginState state) {
        PluginCatalog catalog = catalog();
        return catalog == null
                ? Optional.empty()
                : catalog.plugins().stream()
                        .filter(info -> info.file().equals(file) && info.state() == state)
                        .findFirst();
    }

    List<Bundle> pluginBundles() {
        return Arrays.stream(context().getBundles())
                .filter(b -> b.getLocation().startsWith(HandlerRegistry.PLUGIN_LOCATION))
                .toList();
    }

    void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                PluginCatalog catalog = catalog();
                fail(
                        "not within "
                                + LIMIT
                                + ": "
                                + what
                                + "\ncatalog: "
                                + (catalog == null ? "none" : catalog.plugins())
                                + "\ncalls: "
                                + registry.calls
                                + "\nbundles: "
                                + pluginBundles());
            }
            LockSupport.parkNanos(5_000_000);
        }
    }

    void close() throws BundleException, InterruptedException {
        framework.stop();
        framework.waitForStop(20_000);
    }
}
