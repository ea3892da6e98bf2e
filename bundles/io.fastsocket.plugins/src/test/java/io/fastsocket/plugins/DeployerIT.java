package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Files in, handlers in service: the usual ways. */
class DeployerIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    @Test
    void deploysWhatIsThereBeforeItsActivationReturns() throws Exception {
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.deployer.start();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        assertThat(container.catalog().settled()).isTrue();
        PluginInfo info = container.awaitState("hello.jar", PluginState.ACTIVE);
        assertThat(info.name()).isEqualTo("hello");
        assertThat(info.version()).isEqualTo("1.0.0");
        assertThat(info.components()).containsExactly("plugin.Chat");
        assertThat(info.sha256()).hasSize(64);
    }

    @Test
    void swapsAndRemoves() throws Exception {
        container.start();
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
        container.awaitAnswer("hello", "hello 1.1.0");
        container.await("old one uninstalled", () -> container.pluginBundles().size() == 1);
        assertThat(container.registry.calls)
                .containsExactly(
                        "commit hello 1.0.0",
                        "commit hello 1.1.0 for hello 1.0.0",
                        "close hello 1.0.0");
        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitAnswer("hello", null);
        container.await("uninstalled", () -> container.pluginBundles().isEmpty());
        container.await("shown no more", () -> container.catalog().plugins().isEmpty());
    }

    @Test
    void keepsTheGoodOneWhenACorruptOneOverwritesIt() throws Exception {
        container.start();
        byte[] good = PluginJar.handler("hello", "1.0.0").build();
        Path file = container.plugins.resolve("hello.jar");
        Files.write(file, good);
        container.awaitAnswer("hello", "hello 1.0.0");
        Files.write(file, Arrays.copyOf(good, good.length / 2));
        PluginInfo refused = container.awaitState("hello.jar", PluginState.QUARANTINED);
        assertThat(refused.reason()).contains("incomplete or corrupt");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        Path note = container.plugins.resolve("hello.jar.rejected.txt");
        assertThat(note).content().contains("incomplete or corrupt");
        Files.write(file, good);
        container.await("note gone", () -> !Files.exists(note));
        container.await(
                "shown as before",
                () -> container.info("hello.jar", PluginState.QUARANTINED).isEmpty());
        assertThat(container.registry.calls).containsExactly("commit hello 1.0.0");
    }
}
