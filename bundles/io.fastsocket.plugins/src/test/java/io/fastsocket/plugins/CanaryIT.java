package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.dispatch.EventFigures;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A new version is tried out on a share of the connections. */
class CanaryIT {

    private static final int TENTH = 1000;

    @TempDir Path home;
    @TempDir Path elsewhere;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
        container.start();
        figures("1.0.0", 1000, 0);
        container.copy("hello-1.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private void figures(String version, long calls, long failed) {
        EventFigures figures = new EventFigures(calls, failed, 0, calls, 0, Duration.ofMillis(2));
        container.registry.figures.put("hello " + version, Map.of("/ hello", figures));
    }

    private Path jar(String file, PluginJar jar) throws IOException {
        return Files.write(elsewhere.resolve(file), jar.build());
    }

    private Path two() throws IOException {
        return jar("hello-2.jar", PluginJar.handler("hello", "2.0.0"));
    }

    private static void done(CompletionStage<Void> stage) throws Exception {
        stage.toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private void tryOut(Path jar) throws Exception {
        done(container.operator().tryOut(jar, TENTH));
    }

    private List<String> history() {
        return container.operator().history("hello").stream().map(RevisionEvent::what).toList();
    }

    private String reason(String what) {
        return container.operator().history("hello").stream()
                .filter(event -> event.what().equals(what))
                .findFirst()
                .orElseThrow()
                .reason();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(container.plugins)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private void awaitOneBundle() {
        container.await("one revision is left", () -> container.pluginBundles().size() == 1);
    }

    private void awaitOver() {
        container.await("it is over", () -> container.registry.tried("hello") == null);
    }

    @Test
    void itServesItsShareBesideTheOldOneUntilItIsPromoted() throws Exception {
        tryOut(two());
        assertThat(container.registry.calls).contains("tryOut hello 2.0.0 beside hello 1.0.0 1000");
        assertThat(container.registry.tried("hello")).isEqualTo("hello 2.0.0");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        assertThat(files()).containsExactly("hello-1.jar");
        figures("1.0.0", 1700, 7);
        container.await(
                "its figures",
                () ->
                        container
                                .awaitState("hello-2.jar", PluginState.CANARY)
                                .reason()
                                .equals(
                                        "10 % of connections: 0 calls, 0 failed, p99 0.0 ms; 1.0.0"
                                                + " meanwhile: 700 calls, 7 failed, p99 2.0 ms"));
        done(container.operator().tryOut(two(), 25 * TENTH / 10));
        assertThat(container.awaitState("hello-2.jar", PluginState.CANARY).reason())
                .startsWith("25 % of connections");

        done(container.operator().promote("hello"));
        assertThat(container.registry.answer("hello")).isEqualTo("hello 2.0.0");
        assertThat(container.registry.calls).contains("commit hello 2.0.0 for hello 1.0.0");
        assertThat(files()).containsExactly("hello-2.jar");
        container.awaitState("hello-2.jar", PluginState.ACTIVE);
        awaitOneBundle();
        assertThat(history()).startsWith("promoted", "canary", "canary", "activated");
        assertThat(reason("promoted")).contains("1.0.0 meanwhile: 700 calls");
        done(container.operator().rescan());
        assertThat(container.registry.answer("hello")).isEqualTo("hello 2.0.0");
    }

    @Test
    void rolledBackItIsGoneAndKeptOut() throws Exception {
        tryOut(two());
        done(container.operator().rollBack("hello", ""));
        assertThat(container.registry.tried("hello")).isNull();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        awaitOneBundle();
        assertThat(history()).startsWith("canary ended");
        assertThatThrownBy(() -> tryOut(two()))
                .hasMessageContaining("hello 2.0.0 is not tried out: its canary was ended: by hand")
                .hasMessageContaining("plugin deploy --again");
    }

    @Test
    void oneThatDoesClearlyWorseEndsByItself() throws Exception {
        tryOut(two());
        figures("1.0.0", 3000, 0);
        figures("2.0.0", 200, 20);
        awaitOver();
        awaitOneBundle();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        assertThat(reason("canary ended"))
                .matches(
                        "does worse than hello 1.0.0 \\([0-9a-f]{8}\\): after \\d+\\.\\d s 10.0 % of"
                                + " 200 calls of / hello failed, in 1.0.0 it was 0.0 % of 2000; .*");
    }

    @Test
    void oneThatDoesNoWorseThanTheOtherAtThatTimeStays() throws Exception {
        tryOut(two());
        figures("1.0.0", 3000, 200);
        figures("2.0.0", 200, 20);
        container.await(
                "looked at",
                () ->
                        container
                                .awaitState("hello-2.jar", PluginState.CANARY)
                                .since()
                                .isBefore(java.time.Instant.now().minusMillis(1500)));
        assertThat(container.registry.tried("hello")).isEqualTo("hello 2.0.0");
    }

    @Test
    void whatIsCopiedTakesPrecedence() throws Exception {
        tryOut(two());
        container.copy("hello-1.jar", PluginJar.handler("hello", "1.5.0"));
        container.awaitAnswer("hello", "hello 1.5.0");
        awaitOver();
        awaitOneBundle();
        assertThat(history()).startsWith("canary ended", "activated");
    }

    @Test
    void itGoesWithItsPlugin() throws Exception {
        tryOut(two());
        Files.delete(container.plugins.resolve("hello-1.jar"));
        container.awaitAnswer("hello", null);
        awaitOver();
        container.await("none is left", () -> container.pluginBundles().isEmpty());
    }

    @Test
    void aRestartEndsIt() throws Exception {
        tryOut(two());
        container.deployer.stop();
        assertThat(container.registry.tried("hello")).isNull();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        container.start();
        awaitOneBundle();
        container.close();
        container = new Container(home);
        container.start();
        container.awaitAnswer("hello", "hello 1.0.0");
        assertThat(container.registry.tried("hello")).isNull();
    }

    @Test
    void stateIsHandedOnWhenItIsPromoted() throws Exception {
        container.registry.states.put("hello", "{}");
        tryOut(two());
        assertThat(container.registry.calls).noneMatch(call -> call.startsWith("takeOver"));
        done(container.operator().promote("hello"));
        assertThat(container.registry.calls)
                .containsSubsequence(
                        "park hello 1.0.0",
                        "handOver hello 1.0.0",
                        "takeOver hello 2.0.0 {}",
                        "commit hello 2.0.0 for hello 1.0.0");
        awaitOneBundle();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 2.0.0");
    }

    @Test
    void aFolderThatCannotBeWrittenToLeavesItACanary() throws Exception {
        tryOut(two());
        // A directory in the way: what root may not do either.
        Files.createDirectories(container.plugins.resolve(".hello-2.jar.part").resolve("full"));
        assertThatThrownBy(() -> done(container.operator().promote("hello")))
                .hasMessageContaining("is still tried out by 10 % of connections")
                .hasMessageContaining("cannot be put into plugins/");
        assertThat(container.registry.tried("hello")).isEqualTo("hello 2.0.0");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    private void isRefused(String file, PluginJar jar, String why) throws IOException {
        Path path = jar(file, jar);
        assertThatThrownBy(() -> tryOut(path)).hasMessageContaining(why);
    }

    @Test
    void whatCannotBeTriedOutIsRefusedWithTheReason() throws Exception {
        isRefused("a.jar", PluginJar.handler("other", "1.0.0"), "no plugin other is in service");
        isRefused("a.jar", PluginJar.handler("hello", "1.0.0"), "it is in service already");
        isRefused(
                "a.jar",
                PluginJar.handler("hello", "2.0.0").header("FastSocket-Parallel", "false"),
                "cannot run beside its old self");
        isRefused(
                "a.jar",
                PluginJar.empty("hello", "2.0.0")
                        .header("FastSocket-Library", "true")
                        .header("Export-Package", "plugin")
                        .source("plugin.Shared", "package plugin; public class Shared {}"),
                "a library serves no connections");
        Path text = Files.writeString(elsewhere.resolve("b.jar"), "no zip");
        assertThatThrownBy(() -> tryOut(text)).hasMessageContaining("b.jar is refused: ");
        tryOut(two());
        isRefused("a.jar", PluginJar.handler("hello", "3.0.0"), "Promote it or roll it back first");
        assertThatThrownBy(() -> container.operator().tryOut(two(), 10_000))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> done(container.operator().promote("other")))
                .hasMessageContaining("no plugin other is in service");
    }
}
