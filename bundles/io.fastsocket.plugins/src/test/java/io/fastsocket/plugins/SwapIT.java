package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;

/** Which file wins, how files get there, and what happens to the revision replaced. */
class SwapIT {

    private static final String SINGLETON = "hello;singleton:=true";

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

    private Path file(String name) {
        return container.plugins.resolve(name);
    }

    private void awaitCalls(String... calls) {
        container.await(
                "calls " + Arrays.toString(calls),
                () -> container.registry.calls.equals(Arrays.asList(calls)));
    }

    @Test
    void slowlyWrittenFileIsDeployedOnceItIsWhole() throws Exception {
        byte[] jar = PluginJar.handler("hello", "1.0.0").build();
        try (OutputStream out = Files.newOutputStream(file("hello.jar"))) {
            for (int i = 0; i < jar.length; i += 100) {
                out.write(jar, i, Math.min(100, jar.length - i));
                assertThat(container.registry.calls).isEmpty();
                LockSupport.parkNanos(40_000_000);
            }
        }
        container.awaitAnswer("hello", "hello 1.0.0");
        assertThat(file("hello.jar.rejected.txt")).doesNotExist();
    }

    @Test
    void renamedIntoPlaceItIsASwap() throws Exception {
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        container.copy(".hello.jar.tmp", PluginJar.handler("hello", "1.1.0"));
        Files.move(file(".hello.jar.tmp"), file("hello.jar"), StandardCopyOption.REPLACE_EXISTING);
        container.awaitAnswer("hello", "hello 1.1.0");
    }

    @Test
    void sameContentAgainIsNoSwap() throws Exception {
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.copy("marker.jar", PluginJar.handler("marker", "1.0.0"));
        container.awaitAnswer("marker", "marker 1.0.0");
        assertThat(container.registry.calls)
                .containsExactly("commit hello 1.0.0", "commit marker 1.0.0");
    }

    @Test
    void deletedThenCopiedUnderAnotherNameIsASwap() throws Exception {
        container.copy("hello-1.0.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        byte[] next = PluginJar.handler("hello", "0.9.0").build();
        Files.delete(file("hello-1.0.jar"));
        Files.write(file("hello-0.9.jar"), next);
        awaitCalls("commit hello 1.0.0", "commit hello 0.9.0 for hello 1.0.0", "close hello 1.0.0");
    }

    @Test
    void higherVersionWinsAndFallsBack() throws Exception {
        container.copy("b.jar", PluginJar.handler("hello", "2.0.0"));
        container.awaitAnswer("hello", "hello 2.0.0");
        container.copy("a.jar", PluginJar.handler("hello", "1.0.0"));
        assertThat(container.awaitState("a.jar", PluginState.WAITING).reason())
                .isEqualTo("superseded by b.jar (2.0.0)");
        Files.delete(file("b.jar"));
        container.awaitAnswer("hello", "hello 1.0.0");
        container.awaitState("a.jar", PluginState.ACTIVE);
    }

    @Test
    void refusedHigherVersionDoesNotKeepTheLowerOut() throws Exception {
        container.deployer.stop();
        container.registry.problems.put("hello 2.0.0", "no good");
        container.copy("b.jar", PluginJar.handler("hello", "2.0.0"));
        container.copy("a.jar", PluginJar.handler("hello", "1.0.0"));
        container.start();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        container.awaitState("b.jar", PluginState.QUARANTINED);
    }

    @Test
    void lowerVersionOverTheHigherIsADowngrade() throws Exception {
        container.copy("hello.jar", PluginJar.handler("hello", "2.0.0"));
        container.awaitAnswer("hello", "hello 2.0.0");
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @Test
    void replacedRevisionRunsUntilItsEventsHaveEnded() throws Exception {
        CompletableFuture<Void> inFlight = new CompletableFuture<>();
        container.registry.inFlight.put("hello 1.0.0", inFlight);
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
        container.awaitAnswer("hello", "hello 1.1.0");
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
        assertThat(container.pluginBundles()).hasSize(3);
        inFlight.complete(null);
        container.await("old one gone", () -> container.pluginBundles().size() == 2);
    }

    @Test
    void backAndForthWhileTheOldOnesDrain() throws Exception {
        container.registry.inFlight.put("hello 1.0.0", new CompletableFuture<>());
        container.registry.inFlight.put("hello 1.1.0", new CompletableFuture<>());
        for (int i = 0; i < 3; i++) {
            container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
            container.awaitAnswer("hello", "hello 1.0.0");
            container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
            container.awaitAnswer("hello", "hello 1.1.0");
        }
        assertThat(container.pluginBundles()).hasSize(6);
        container.registry.inFlight.values().forEach(future -> future.complete(null));
        container.await("old ones gone", () -> container.pluginBundles().size() == 1);
    }

    @Test
    void singletonIsParkedStoppedAndReplaced() throws Exception {
        container.copy("hello.jar", PluginJar.handler(SINGLETON, "1.0.0"));
        container.await("in service", () -> container.registry.calls.size() == 1);
        container.copy("hello.jar", PluginJar.handler(SINGLETON, "1.1.0"));
        awaitCalls(
                "commit hello 1.0.0",
                "park hello 1.0.0",
                "commit hello 1.1.0 for hello 1.0.0",
                "close hello 1.0.0");
        container.await("old one gone", () -> container.pluginBundles().size() == 1);
    }

    @Test
    void singletonIsPutBackIfTheNewOneFails() throws Exception {
        container.copy("hello.jar", PluginJar.handler(SINGLETON, "1.0.0"));
        container.await("in service", () -> container.registry.calls.size() == 1);
        container.registry.problems.put("hello 1.1.0", "no good");
        container.copy("hello.jar", PluginJar.handler(SINGLETON, "1.1.0"));
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        container.awaitState("hello.jar", PluginState.ACTIVE);
        awaitCalls(
                "commit hello 1.0.0",
                "park hello 1.0.0",
                "close hello 1.1.0",
                "commit hello 1.0.0");
    }
}
