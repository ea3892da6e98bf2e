package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What is in service keeps its place before worse files while its own file holds no better. */
class PlaceIT {

    private static final String FAILS = "public Chat() { throw new IllegalStateException(); }";
    private static final String NEEDS_A_SERVICE = "@Reference Runnable needed;";

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home).start();
        container.copy("a.jar", PluginJar.handler("hello", "2.0.0"));
        container.awaitAnswer("hello", "hello 2.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private void copyWorse() throws Exception {
        container.copy("b.jar", PluginJar.handler("hello", "1.5.0"));
        assertThat(container.awaitState("b.jar", PluginState.WAITING).reason())
                .startsWith("superseded by ");
    }

    /** Something happens elsewhere, so that refused files are tried again. */
    private void assertNothingChanges() throws Exception {
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
        container.awaitLook();
        assertThat(container.registry.calls.stream().filter(call -> call.startsWith("commit")))
                .containsExactly("commit hello 2.0.0", "commit other 1.0.0");
    }

    @Test
    void whenTheFileThatOverwritesItCannotBeMade() throws Exception {
        copyWorse();
        container.copy("a.jar", PluginJar.empty("hello", "3.0.0").component("", FAILS, "never"));
        container.awaitState("a.jar", PluginState.QUARANTINED);
        assertNothingChanges();
    }

    @Test
    void whenTheFileThatOverwritesItWaits() throws Exception {
        copyWorse();
        container.copy(
                "a.jar",
                PluginJar.empty("hello", "3.0.0").component("", NEEDS_A_SERVICE, "hello 3.0.0"));
        container.awaitState("a.jar", PluginState.WAITING);
        assertNothingChanges();
        container.context().registerService(Runnable.class, () -> {}, null);
        container.awaitAnswer("hello", "hello 3.0.0");
    }

    @Test
    void whenALowerVersionThatOverwritesItLacksAPackage() throws Exception {
        container.copy(
                "a.jar",
                PluginJar.handler("hello", "1.0.0")
                        .header("Import-Package", "nowhere;version=\"[3,4)\",*"));
        container.awaitState("a.jar", PluginState.QUARANTINED);
        copyWorse();
        assertNothingChanges();
    }

    @Test
    void untilALowerVersionThatOverwritesItNoLongerWaits() throws Exception {
        container.copy(
                "a.jar",
                PluginJar.empty("hello", "1.0.0").component("", NEEDS_A_SERVICE, "hello 1.0.0"));
        container.awaitState("a.jar", PluginState.WAITING);
        assertNothingChanges();
        container.context().registerService(Runnable.class, () -> {}, null);
        container.awaitAnswer("hello", "hello 1.0.0");
    }
}
