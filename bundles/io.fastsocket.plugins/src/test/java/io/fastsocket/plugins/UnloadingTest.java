package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.Leak;
import io.fastsocket.spi.observe.LeakReport;
import io.fastsocket.spi.observe.RetiredRevision;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

class UnloadingTest {

    private static final RevisionId ONE = new RevisionId("one", "1.0.0", "abcdef0123456789");
    private static final RevisionId TWO = new RevisionId("two", "1.0.0", "");

    /** Something outside of the "plugin" that keeps an object of it. */
    private static final List<Object> KEPT = new ArrayList<>();

    private final List<Loader> held = new ArrayList<>();
    private final AtomicInteger asked = new AtomicInteger();
    private volatile Duration collectTime = Duration.ofHours(1);
    private volatile boolean quiet;
    private final Unloading unloading =
            new Unloading(() -> collectTime, () -> quiet, asked::incrementAndGet);

    /** A class loader with a class of its own. */
    private static final class Loader extends ClassLoader {
        private final Class<?> type;

        Loader() {
            super(UnloadingTest.class.getClassLoader());
            try (InputStream in = CanaryBird.class.getResourceAsStream("CanaryBird.class")) {
                byte[] code = in.readAllBytes();
                type = defineClass(CanaryBird.class.getName(), code, 0, code.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private Loader kept() {
        Loader loader = new Loader();
        held.add(loader);
        return loader;
    }

    private void await(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime() - deadline).as(what).isNegative();
            unloading.round();
            LockSupport.parkNanos(5_000_000);
        }
    }

    private RetiredRevision only(String name) {
        return unloading.retired().stream().filter(r -> r.name().equals(name)).findFirst().get();
    }

    @Test
    void tellsWhatIsCollectedFromWhatIsHeldOnceACollectionHasBeen() {
        unloading.retired(ONE, kept());
        unloading.retired(TWO, new Loader());
        unloading.retired(new RevisionId("never", "1.0.0", ""), null);
        unloading.round();
        assertThat(unloading.retired())
                .extracting(RetiredRevision::name)
                .containsExactly("two", "one");
        assertThat(only("one").held()).isFalse();

        System.gc();

        await("two is collected", () -> only("two").collectedAfter().isPresent());
        await("one is held", () -> only("one").held());
        assertThat(only("two").held()).isFalse();
        assertThat(only("one").collectedAfter()).isEmpty();
    }

    @Test
    void asksForACollectionOnceWhenItIsQuietAndNoneHasBeen() {
        unloading.retired(ONE, kept());
        unloading.round();
        assertThat(asked).hasValue(0);
        collectTime = Duration.ofMillis(1);
        LockSupport.parkNanos(2_000_000);
        unloading.round();
        assertThat(asked).as("not while events are handled").hasValue(0);
        collectTime = Duration.ZERO;
        quiet = true;
        unloading.round();
        assertThat(asked).as("not if it is not wanted").hasValue(0);
        collectTime = Duration.ofSeconds(1);
        await("asked", () -> asked.get() == 1);
        unloading.round();
        assertThat(asked).as("not again at once").hasValue(1);
    }

    @Test
    void forgetsTheCollectedFirst() {
        unloading.retired(ONE, kept());
        for (int i = 0; i < Unloading.LIMIT / 2; i++) {
            unloading.retired(TWO, new Loader());
        }
        System.gc();
        await(
                "those of two are collected",
                () ->
                        unloading.retired().stream()
                                        .filter(r -> r.collectedAfter().isPresent())
                                        .count()
                                == Unloading.LIMIT / 2);
        for (int i = 0; i < Unloading.LIMIT; i++) {
            unloading.retired(new RevisionId("more", "1.0.0", ""), kept());
        }
        assertThat(unloading.retired())
                .hasSize(Unloading.LIMIT)
                .allMatch(revision -> revision.name().equals("more"));
    }

    @Test
    void namesTheStaticFieldThatHoldsAndLeavesNoDump(@TempDir Path folder) throws Exception {
        Loader loader = new Loader();
        java.lang.reflect.Constructor<?> constructor = loader.type.getDeclaredConstructor();
        constructor.setAccessible(true);
        KEPT.add(constructor.newInstance());
        unloading.retired(ONE, loader);
        loader = null;
        constructor = null;
        LeakFinder finder = new LeakFinder(unloading, folder.resolve("var/leaks"));
        Path kept = folder.resolve("kept.hprof");

        LeakReport report = join(finder, Optional.of(kept));

        Leak leak = report.leaks().getFirst();
        assertThat(report.leaks()).hasSize(1);
        assertThat(leak.revision().name()).isEqualTo("one");
        assertThat(leak.kind()).isEqualTo("static-field");
        assertThat(leak.holder()).contains("UnloadingTest.KEPT", "CanaryBird");
        assertThat(leak.path().getFirst()).endsWith("UnloadingTest.KEPT");
        assertThat(leak.path().getLast()).contains("CanaryBird, a class of the plugin");
        assertThat(folder.resolve("var/leaks")).doesNotExist();
        assertThat(Files.size(kept)).isEqualTo(report.dumpBytes());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");

        org.assertj.core.api.Assertions.assertThatThrownBy(() -> join(finder, Optional.of(kept)))
                .isInstanceOf(CompletionException.class)
                .hasMessageContaining("exists already");

        KEPT.clear();
        assertThat(join(finder, Optional.empty()))
                .isEqualTo(new LeakReport(List.of(), 0, 0, Duration.ZERO));
    }

    private static LeakReport join(LeakFinder finder, Optional<Path> keep) {
        return finder.leaks(Optional.of("one"), keep).toCompletableFuture().join();
    }
}
