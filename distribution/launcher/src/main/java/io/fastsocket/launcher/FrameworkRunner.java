package io.fastsocket.launcher;

import io.fastsocket.launcher.Feature.FeatureBundle;

import org.apache.felix.framework.FrameworkFactory;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleException;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.startlevel.FrameworkStartLevel;
import org.osgi.framework.wiring.BundleRevision;
import org.osgi.framework.wiring.FrameworkWiring;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * One run of the OSGi framework with the bundles of some features. Bundles are read where they lie;
 * the framework's own storage starts empty each time.
 */
final class FrameworkRunner {

    /**
     * Up to here there is logging alone, which needs no other bundle and takes long to configure:
     * that is done while the others are being installed.
     */
    private static final int FIRST_LEVEL = 1;

    private final ClassPath classPath = ClassPath.own();
    private final Framework framework;
    private final Queue<String> errors = new ConcurrentLinkedQueue<>();

    FrameworkRunner(Map<String, String> properties) {
        framework = new FrameworkFactory().newFramework(properties, classPath);
    }

    /** Starts the framework and returns once that start level is reached. */
    void start(Installation installation, List<Feature> features, int level)
            throws InterruptedException {
        List<FeatureBundle> bundles = bundles(features);
        init();
        install(installation.repo(), first(bundles));
        Beside<Void> first = Beside.begin("start", this::startFirst);
        install(installation.repo(), others(bundles));
        first.await();
        reach(level);
        if (!errors.isEmpty()) {
            throw LaunchException.failed(String.join(System.lineSeparator(), errors));
        }
    }

    /** Installs and resolves the bundles; none runs. */
    void prepare(Installation installation, List<Feature> features) {
        List<FeatureBundle> bundles = bundles(features);
        init();
        install(installation.repo(), first(bundles));
        install(installation.repo(), others(bundles));
    }

    private static List<FeatureBundle> bundles(List<Feature> features) {
        return features.stream().flatMap(feature -> feature.bundles().stream()).toList();
    }

    private static List<FeatureBundle> first(List<FeatureBundle> bundles) {
        return bundles.stream().filter(bundle -> bundle.startLevel() <= FIRST_LEVEL).toList();
    }

    private static List<FeatureBundle> others(List<FeatureBundle> bundles) {
        return bundles.stream().filter(bundle -> bundle.startLevel() > FIRST_LEVEL).toList();
    }

    private void init() {
        try {
            framework.init();
        } catch (BundleException e) {
            throw LaunchException.failed("the OSGi framework cannot be set up", e);
        }
        BundleOfClass.of(framework.getBundleContext(), classPath);
        framework.getBundleContext().addFrameworkListener(this::note);
    }

    /** As far as the first level, which is the framework's own by {@link #defaults}. */
    private Void startFirst() {
        try {
            framework.start();
            return null;
        } catch (BundleException e) {
            throw LaunchException.failed("the OSGi framework did not start", e);
        }
    }

    private void reach(int level) throws InterruptedException {
        CountDownLatch reached = new CountDownLatch(1);
        framework
                .adapt(FrameworkStartLevel.class)
                .setStartLevel(level, event -> reached.countDown());
        reached.await();
    }

    private void install(Path repo, List<FeatureBundle> bundles) {
        BundleContext context = framework.getBundleContext();
        FrameworkStartLevel levels = framework.adapt(FrameworkStartLevel.class);
        int initial = levels.getInitialBundleStartLevel();
        try {
            for (FeatureBundle entry : bundles) {
                // A level that a bundle gets later would be one more file to write.
                levels.setInitialBundleStartLevel(entry.startLevel());
                Bundle bundle = context.installBundle(location(entry.artifact().in(repo)));
                if (!isFragment(bundle)) {
                    bundle.start();
                }
            }
        } catch (BundleException e) {
            throw LaunchException.failed("the bundles cannot be installed", e);
        }
        levels.setInitialBundleStartLevel(initial);
        resolve();
    }

    /** All at once: quicker than one by one, and what misses is known before anything runs. */
    private void resolve() {
        List<Bundle> hosts = new ArrayList<>();
        for (Bundle bundle : framework.getBundleContext().getBundles()) {
            if (!isFragment(bundle)) {
                hosts.add(bundle);
            }
        }
        if (!framework.adapt(FrameworkWiring.class).resolveBundles(hosts)) {
            throw LaunchException.usage(MissingRequirements.describe(framework.getBundleContext()));
        }
    }

    private String location(Path jar) {
        return classPath.find(jar).orElseGet(() -> reference(jar));
    }

    /** The framework decodes what follows {@code reference:} once, plus signs included. */
    private static String reference(Path jar) {
        URI uri = jar.toUri();
        return "reference:" + uri.toString().replace("file:///", "file:/").replace("+", "%2B");
    }

    static boolean isFragment(Bundle bundle) {
        return (bundle.adapt(BundleRevision.class).getTypes() & BundleRevision.TYPE_FRAGMENT) != 0;
    }

    private void note(FrameworkEvent event) {
        if (event.getType() == FrameworkEvent.ERROR) {
            errors.add(
                    event.getBundle().getSymbolicName()
                            + " did not start: "
                            + LaunchException.reason(event.getThrowable()));
        }
    }

    BundleContext context() {
        return framework.getBundleContext();
    }

    /** Waits until the framework stops, whoever stops it. */
    void awaitStop() throws InterruptedException {
        framework.waitForStop(0);
    }

    /**
     * Stops the bundles in reverse order.
     *
     * @return whether that was done in time
     */
    boolean stop(Duration atMost) {
        try {
            framework.stop();
            FrameworkEvent event = framework.waitForStop(atMost.toMillis());
            return event.getType() != FrameworkEvent.WAIT_TIMEDOUT;
        } catch (BundleException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** The framework's own properties, to which those that bundles read are added. */
    static Map<String, String> defaults(Home home) {
        return Map.of(
                Constants.FRAMEWORK_STORAGE,
                home.storage().toString(),
                Constants.FRAMEWORK_STORAGE_CLEAN,
                Constants.FRAMEWORK_STORAGE_CLEAN_ONFIRSTINIT,
                Constants.FRAMEWORK_BSNVERSION,
                Constants.FRAMEWORK_BSNVERSION_MULTIPLE,
                Constants.FRAMEWORK_BEGINNING_STARTLEVEL,
                Integer.toString(FIRST_LEVEL),
                "felix.shutdown.hook",
                "false",
                "felix.log.level",
                // What goes wrong is a framework event too, which the log bundle and this class
                // hear.
                "0");
    }
}
