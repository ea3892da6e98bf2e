package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A plugin with state hands it to the revision that takes its place. */
class HandoverIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
        container.start();
        container.registry.states.put("hello", "{\"count\":2}");
        copy("1.0.0");
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private void copy(String version) throws Exception {
        container.copy("hello.jar", PluginJar.handler("hello", version));
    }

    private PluginInfo refused() {
        return container.awaitState("hello.jar", PluginState.QUARANTINED);
    }

    private void oldOneGoesOn() {
        container.await("put back", () -> container.registry.calls.contains("close hello 2.0.0"));
        assertThat(container.registry.calls).contains("park hello 1.0.0");
        assertThat(container.registry.calls.lastIndexOf("commit hello 1.0.0"))
                .isGreaterThan(container.registry.calls.indexOf("park hello 1.0.0"));
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void itIsParkedAskedAndReplaced() throws Exception {
        CompletableFuture<Void> inFlight = new CompletableFuture<>();
        container.registry.inFlight.put("hello 1.0.0", inFlight);
        copy("2.0.0");
        container.await("parked", () -> container.registry.calls.contains("park hello 1.0.0"));
        assertThat(container.registry.calls).doesNotContain("handOver hello 1.0.0");
        inFlight.complete(null);
        container.awaitAnswer("hello", "hello 2.0.0");
        assertThat(container.registry.calls)
                .containsSubsequence(
                        "commit hello 1.0.0",
                        "park hello 1.0.0",
                        "handOver hello 1.0.0",
                        "takeOver hello 2.0.0 {\"count\":2}",
                        "commit hello 2.0.0 for hello 1.0.0");
    }

    @Test
    void aReloadHandsItOnToo() throws Exception {
        container.operator().reload("hello").toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(container.registry.calls)
                .containsSubsequence("handOver hello 1.0.0", "takeOver hello 1.0.0 {\"count\":2}");
    }

    @Test
    void oneThatCannotTakeItIsRefusedAndTheOldOneGoesOn() throws Exception {
        container.registry.problems.put("takeOver hello 2.0.0", "fails: Hello.takeOver: no count");
        copy("2.0.0");
        assertThat(refused().reason())
                .isEqualTo(
                        "the state of the revision in service could not be handed on: fails:"
                                + " Hello.takeOver: no count");
        oldOneGoesOn();
    }

    @Test
    void oneThatCannotTellItStays() throws Exception {
        container.registry.states.put("hello", "fails: Hello.handOver: torn");
        copy("2.0.0");
        assertThat(refused().reason()).endsWith("fails: Hello.handOver: torn");
        oldOneGoesOn();
    }

    @Test
    void oneThatTakesTooLongIsInterruptedAndRefused() throws Exception {
        container.configure(Map.of("startTime", "3000"));
        container.registry.states.put("hello", "hangs");
        copy("2.0.0");
        assertThat(refused().reason()).contains("handOver takes longer than ");
        container.await(
                "interrupted", () -> container.registry.calls.contains("interrupted hello 1.0.0"));
        oldOneGoesOn();
    }
}
