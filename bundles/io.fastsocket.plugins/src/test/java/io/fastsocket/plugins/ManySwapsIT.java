package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;
import org.osgi.framework.wiring.BundleWiring;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Twenty swaps: how long each takes, and what is left of the revisions replaced. */
class ManySwapsIT {

    private static final Logger log = LoggerFactory.getLogger(ManySwapsIT.class);
    private static final int SWAPS = 20;

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home).start();
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    @Test
    void areQuickAndLeaveNothingBehind() throws Exception {
        byte[][] jars = {
            PluginJar.handler("hello", "1.0.0").build(), PluginJar.handler("hello", "1.1.0").build()
        };
        String[] answers = {"hello 1.0.0", "hello 1.1.0"};
        List<Duration> times = new ArrayList<>();
        List<WeakReference<Object>> old = new ArrayList<>();
        for (int i = 0; i < SWAPS; i++) {
            long begun = System.nanoTime();
            Files.write(container.plugins.resolve("hello.jar"), jars[i % 2]);
            container.awaitAnswer("hello", answers[i % 2]);
            times.add(Duration.ofNanos(System.nanoTime() - begun));
            container.await("one left", () -> container.pluginBundles().size() == 1);
            Bundle bundle = container.pluginBundles().get(0);
            old.add(new WeakReference<>(bundle.adapt(BundleWiring.class).getClassLoader()));
            old.add(new WeakReference<>(bundle));
        }
        Collections.sort(times);
        log.info(
                "file written to first answer: {} (median), {} (longest)",
                times.get(SWAPS / 2),
                times.get(SWAPS - 1));
        // The others may have met a busy machine; something to wait for would be in each of them.
        assertThat(times.getFirst()).isLessThan(Duration.ofMillis(400));
        // Not only the class loaders: the framework keeps nothing of their bundles either.
        container.await("collected", () -> collected(old) == 2 * (SWAPS - 1));
    }

    private static long collected(List<WeakReference<Object>> references) {
        System.gc();
        return references.stream().filter(reference -> reference.get() == null).count();
    }
}
