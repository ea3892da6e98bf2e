package io.fastsocket.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class PluginsTest {

    private static final PluginInfo RUNNING = plugin("org.example.hello", PluginState.ACTIVE, 7);
    private static final PluginInfo JUNK = plugin("hello.jar", PluginState.QUARANTINED, -1);

    private static PluginInfo plugin(String name, PluginState state, long bundle) {
        return new PluginInfo(
                name, "1", state, "", "hello.jar", "", Instant.EPOCH, bundle, List.of());
    }

    @Test
    void whatRunsFromAFileThatJunkOverwroteIsFoundByTheFileFirst() throws CommandException {
        assertThat(Plugins.named("hello.jar", List.of(JUNK, RUNNING)))
                .containsExactly(RUNNING, JUNK);
        assertThat(Plugins.named("hello", List.of(JUNK, RUNNING))).containsExactly(RUNNING);
    }

    @Test
    void uninstallSaysWhatWasInService() {
        assertThat(PluginUninstallCommand.outcome(List.of(RUNNING, JUNK), List.of("hello.jar")))
                .isEqualTo("org.example.hello is out of service; deleted hello.jar");
        assertThat(PluginUninstallCommand.outcome(List.of(JUNK), List.of("hello.jar")))
                .isEqualTo("hello.jar is deleted; it was not in service");
        assertThat(PluginUninstallCommand.outcome(List.of(JUNK), List.of("a.jar", "b.jar")))
                .isEqualTo("a.jar, b.jar are deleted; they were not in service");
    }

    @Test
    void endingOfAJarMayBeInAnyCase() {
        assertThat(PluginFiles.isJar(Path.of("/x/HELLO.JAR"))).isTrue();
        assertThat(PluginFiles.isJar(Path.of("/x/hello.zip"))).isFalse();
    }
}
