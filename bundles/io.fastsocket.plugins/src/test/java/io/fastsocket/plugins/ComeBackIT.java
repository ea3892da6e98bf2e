package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Plugins whose file is refused go on across restarts of the server, from the copy. */
class ComeBackIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void deploy() throws Exception {
        container = new Container(home).start();
        container.configure(Map.of("incompleteTime", "100"));
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        awaitRemembered("hello", "hello.jar");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private void awaitRemembered(String plugin, String file) {
        Path promise = home.resolve("var/revisions/promises/" + plugin + ".properties");
        container.await(
                plugin + " is known to come from " + file,
                () -> {
                    try {
                        return Files.exists(promise)
                                && Files.readString(promise).contains("file=" + file);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private void overwrite(String file) throws Exception {
        Files.writeString(container.plugins.resolve(file), "junk");
        container.awaitState(file, PluginState.QUARANTINED);
    }

    private void restart() throws Exception {
        container.close();
        container = new Container(home).start();
    }

    @Test
    void aCorruptFileLeavesItInServiceAsBefore() throws Exception {
        overwrite("hello.jar");
        restart();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        assertThat(container.awaitState("hello.jar", PluginState.ACTIVE).name()).isEqualTo("hello");
        assertThat(container.operator().history("hello").getFirst().what()).isEqualTo("restored");

        restart();
        assertThat(container.registry.answer("hello")).as("twice").isEqualTo("hello 1.0.0");

        container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
        container.awaitAnswer("hello", "hello 1.1.0");
    }

    @Test
    void soDoesAJarThatFailsTheChecksThoughItIsNamedOtherwise() throws Exception {
        container.copy(
                "hello.jar",
                PluginJar.handler("other", "2.0.0").header("Export-Package", "plugin"));
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        restart();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void whoeverDeletesTheFileMeansIt() throws Exception {
        overwrite("hello.jar");
        container.close();
        Files.delete(container.plugins.resolve("hello.jar"));
        container = new Container(home).start();
        assertThat(container.registry.answer("hello")).isNull();
        assertThat(container.catalog().plugins()).isEmpty();
    }

    @Test
    void onceItIsBackItGoesWithTheFile() throws Exception {
        overwrite("hello.jar");
        restart();
        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitAnswer("hello", null);
        restart();
        assertThat(container.registry.answer("hello")).isNull();
    }

    @Test
    void aFileThatWasRenamedIsKnown() throws Exception {
        Files.move(container.plugins.resolve("hello.jar"), container.plugins.resolve("new.jar"));
        container.awaitState("new.jar", PluginState.ACTIVE);
        awaitRemembered("hello", "new.jar");
        overwrite("new.jar");
        restart();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void soAreLibrariesAndWhatUsesThem() throws Exception {
        container.copy("z-lib.jar", LibraryIT.library("1.0.0", "hi"));
        container.copy("a-user.jar", LibraryIT.user("user", "1.0.0", "[1,2)"));
        container.awaitState("a-user.jar", PluginState.ACTIVE);
        awaitRemembered("user", "a-user.jar");
        awaitRemembered("common", "z-lib.jar");
        overwrite("z-lib.jar");
        restart();
        container.awaitState("z-lib.jar", PluginState.ACTIVE);
        container.awaitState("a-user.jar", PluginState.ACTIVE);
        overwrite("a-user.jar");
        restart();
        container.awaitState("a-user.jar", PluginState.ACTIVE);
    }
}
