package io.fastsocket.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** One instance in this process, from its checks to its end. */
final class Instance {

    /** Ports open within 2 s as a rule; a machine may be slow, and plugins get 10 s of it. */
    private static final Duration START_LIMIT = Duration.ofSeconds(60);

    /** Plugins may drain for 30 s; then it has to end. */
    private static final Duration STOP_LIMIT = Duration.ofSeconds(40);

    /** Everything but the shell's prompt runs at this start level. */
    private static final int SERVING_LEVEL = 25;

    /**
     * Gogo stops the framework when its input ends, and drawing a prompt takes time to get ready:
     * the bundle that does both is above the level reached, unless somebody wants a prompt.
     */
    private static final int PROMPT_LEVEL = 30;

    /** The process may be older: a start script that has built something first. */
    private static final long STARTED = System.nanoTime();

    private final Installation installation;
    private final Settings settings;
    private final InstanceLock lock;
    private final boolean shell;
    private final PrintStream out;
    private final Preparation preparation;
    private FrameworkRunner runner;
    private RunInfo info;

    Instance(
            Installation installation,
            Settings settings,
            InstanceLock lock,
            boolean shell,
            PrintStream out) {
        this.installation = installation;
        this.settings = settings;
        this.lock = lock;
        this.shell = shell;
        this.out = out;
        this.preparation = new Preparation(installation, settings, out);
    }

    /** Runs until somebody stops it; the exit code. */
    int run() throws InterruptedException {
        OldStorage old = new OldStorage(settings.home().storage());
        old.setAside();
        start();
        out.print(Banner.text(info, Duration.ofNanos(System.nanoTime() - STARTED), "Ctrl-C"));
        out.flush();
        old.deleteInBackground();
        preparation.inBackground();
        runner.awaitStop();
        return ExitCode.OK;
    }

    /** Starts, serves its first clients, and stops. */
    void rehearse() throws InterruptedException {
        start();
        IOException failed = visit();
        if (!runner.stop(STOP_LIMIT)) {
            throw LaunchException.failed("it did not stop in time");
        }
        if (failed != null) {
            throw LaunchException.failed("it did not serve a client", failed);
        }
    }

    private IOException visit() throws InterruptedException {
        try (FirstClient client = new FirstClient()) {
            client.visit(info);
            return null;
        } catch (IOException e) {
            return e;
        }
    }

    private void start() throws InterruptedException {
        info = RunInfo.starting(settings, installation.version());
        lock.publish(info);
        // Bundles look for services with their own loaders; JLine finds no terminal by another.
        Thread.currentThread().setContextClassLoader(null);
        VirtualThreads.configure();
        Beside<FrameworkRunner> made = Beside.begin("framework", this::framework);
        List<Feature> features =
                new FeatureReader(installation)
                        .read(settings.features(), settings.origin(Setting.FEATURES));
        new ConfigCheck(settings.home().etc(), ownBundles(features)).check();
        PortCheck.check(settings);
        runner = made.await();
        Runtime.getRuntime().addShutdownHook(new Thread(this::shutDown, "shutdown"));
        try {
            runner.start(installation, features, shell ? PROMPT_LEVEL : SERVING_LEVEL);
            Readiness readiness = new Readiness(runner.context(), settings.features());
            checkReady(readiness.await(START_LIMIT));
            info = info.ready(readiness.port(), readiness.httpPort(), readiness.secure());
        } catch (LaunchException e) {
            runner.stop(STOP_LIMIT);
            throw e;
        }
        lock.publish(info);
    }

    private FrameworkRunner framework() {
        return new FrameworkRunner(new FrameworkProperties(installation, settings).build());
    }

    private List<Path> ownBundles(List<Feature> features) {
        return features.stream()
                .flatMap(feature -> feature.bundles().stream())
                .filter(bundle -> bundle.artifact().group().equals("io.fastsocket"))
                .map(bundle -> bundle.artifact().in(installation.repo()))
                .toList();
    }

    private void checkReady(List<String> missing) {
        if (!missing.isEmpty()) {
            // Somebody may have taken a port after the first look.
            PortCheck.check(settings);
            throw LaunchException.failed(
                    "not ready after %d s: %s; see %s"
                            .formatted(
                                    START_LIMIT.toSeconds(),
                                    String.join(", ", missing),
                                    settings.home().var().resolve("log")));
        }
    }

    /** By a signal. Ends the process itself: 0 says that all went in order. */
    private void shutDown() {
        preparation.cancel();
        boolean inOrder = runner.stop(STOP_LIMIT);
        lock.close();
        Runtime.getRuntime().halt(inOrder ? ExitCode.OK : ExitCode.FAILED);
    }
}
