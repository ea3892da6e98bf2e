package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;

/** What operators ask of the deployer: to look again, to load again, what was. */
class OperatorIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home).start();
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private static Throwable outcome(CompletionStage<Void> asked) {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        asked.whenComplete((none, error) -> outcome.complete(error));
        Throwable error = outcome.orTimeout(60, TimeUnit.SECONDS).join();
        return error instanceof CompletionException ? error.getCause() : error;
    }

    private List<String> history(String name) {
        return container.operator().history(name).stream().map(RevisionEvent::what).toList();
    }

    @Test
    void reloadIsASwapOfTheSameContent() throws Exception {
        long bundle = container.pluginBundles().get(0).getBundleId();
        String sha256 = container.awaitState("hello.jar", PluginState.ACTIVE).sha256();

        assertThat(outcome(container.operator().reload("hello"))).isNull();

        assertThat(container.registry.calls)
                .startsWith("commit hello 1.0.0", "commit hello 1.0.0 for hello 1.0.0");
        container.await("old one gone", () -> container.pluginBundles().size() == 1);
        assertThat(container.pluginBundles().get(0).getBundleId()).isNotEqualTo(bundle);
        container.await(
                "shown",
                () ->
                        container.awaitState("hello.jar", PluginState.ACTIVE).bundleId()
                                == container.pluginBundles().get(0).getBundleId());
        assertThat(container.awaitState("hello.jar", PluginState.ACTIVE).sha256())
                .isEqualTo(sha256);
        assertThat(history("hello")).containsExactly("reloaded", "activated");

        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitAnswer("hello", null);
        container.awaitLast("hello", "removed");
    }

    @Test
    void reloadOfASingletonParksIt() throws Exception {
        container.copy("one.jar", PluginJar.handler("one;singleton:=true", "1.0.0"));
        container.awaitState("one.jar", PluginState.ACTIVE);
        assertThat(outcome(container.operator().reload("one"))).isNull();
        assertThat(container.registry.calls)
                .contains("park one 1.0.0", "commit one 1.0.0 for one 1.0.0");
    }

    @Test
    void reloadThatComesToNothingLeavesTheOldOne() throws Exception {
        ServiceRegistration<Runnable> needed =
                container.context().registerService(Runnable.class, () -> {}, null);
        container.copy(
                "needy.jar",
                PluginJar.empty("needy", "1.0.0")
                        .component("", "@Reference Runnable needed;", "n"));
        container.awaitAnswer("needy", "n");
        needed.unregister();
        assertThat(outcome(container.operator().reload("needy")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("needy 1.0.0 (")
                .hasMessageContaining("stays as it was: ")
                .hasMessageContaining("waits for service java.lang.Runnable");
        container.await("taken away", () -> container.pluginBundles().size() == 2);

        container.registry.problems.put("hello 1.0.0", "Chat.ask: no such parameter");
        assertThat(outcome(container.operator().reload("hello")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageEndingWith("stays as it was: Chat.ask: no such parameter");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void reloadNeedsAPluginInService() {
        assertThat(outcome(container.operator().reload("nobody")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no plugin nobody is in service");
    }

    @Test
    void rescanLooksAtWhatWasRefused() throws Exception {
        container.registry.problems.put("bad 1.0.0", "no good");
        container.copy("bad.jar", PluginJar.handler("bad", "1.0.0"));
        container.awaitState("bad.jar", PluginState.QUARANTINED);
        container.registry.problems.clear();
        container.copy("more.jar", PluginJar.handler("more", "1.0.0"));

        assertThat(outcome(container.operator().rescan())).isNull();

        assertThat(container.registry.answer("bad")).isEqualTo("bad 1.0.0");
        assertThat(container.registry.answer("more")).isEqualTo("more 1.0.0");
        assertThat(container.operator().directory()).isEqualTo(container.plugins);
    }

    @Test
    void historySurvivesARestartAlsoOfWhatWasNeverInService() throws Exception {
        Files.writeString(container.plugins.resolve("broken.jar"), "nonsense");
        container.awaitState("broken.jar", PluginState.QUARANTINED);
        container.copy(
                "other.jar",
                PluginJar.empty("other", "1.0.0").component("", "@Reference Runnable r;", "x"));
        container.awaitState("other.jar", PluginState.WAITING);
        container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
        container.awaitAnswer("hello", "hello 1.1.0");
        container.await(
                "in the history",
                () -> container.operator().history("hello").getFirst().version().equals("1.1.0"));
        container.deployer.stop();
        container.start();

        RevisionEvent refused = container.operator().history("broken.jar").get(0);
        assertThat(refused.what()).isEqualTo("refused");
        assertThat(refused.reason()).contains("incomplete or corrupt");
        RevisionEvent waiting = container.operator().history("other").get(0);
        assertThat(waiting.what()).isEqualTo("waiting");
        assertThat(waiting.reason()).contains("java.lang.Runnable");
        assertThat(waiting.version()).isEqualTo("1.0.0");
        assertThat(container.operator().history("hello"))
                .extracting(RevisionEvent::version)
                .containsExactly("1.1.0", "1.0.0");
        assertThat(container.operator().history("nobody")).isEmpty();
    }
}
