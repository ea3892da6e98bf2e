package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** An operator takes a plugin back to a version that was in service before. */
class RollbackByHandIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
        container.start();
        for (String version : new String[] {"1.0.0", "2.0.0", "3.0.0"}) {
            container.copy("hello.jar", PluginJar.handler("hello", version));
            container.awaitAnswer("hello", "hello " + version);
        }
    }

    @AfterEach
    void stop() throws Exception {
        // Those that went are taken out of the framework meanwhile, which writes to its folder.
        container.await("one revision is left", () -> container.pluginBundles().size() == 1);
        container.close();
    }

    private void rollBack(String to) throws Exception {
        container.operator().rollBack("hello", to).toCompletableFuture().get(20, TimeUnit.SECONDS);
    }

    private String answer() {
        return container.registry.answer("hello");
    }

    @Test
    void oneAfterTheOtherComesBackAndTheFileIsKeptOut() throws Exception {
        rollBack("");
        assertThat(answer()).isEqualTo("hello 2.0.0");
        assertThat(container.awaitState("hello.jar", PluginState.QUARANTINED).reason())
                .matches("rolled back to hello 2.0.0 \\([0-9a-f]{8}\\): by hand");
        assertThat(container.operator().history("hello"))
                .anySatisfy(
                        event -> {
                            assertThat(event.what()).isEqualTo("rolled back");
                            assertThat(event.reason()).isEqualTo("by hand");
                        });
        rollBack("");
        assertThat(answer()).isEqualTo("hello 1.0.0");
        assertThatThrownBy(() -> rollBack(""))
                .hasMessageContaining("hello 1.0.0")
                .hasMessageContaining("no revision was in service before");

        container.close();
        container = new Container(home);
        container.start();
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @Test
    void aVersionOrAHashMayBeNamed() throws Exception {
        assertThatThrownBy(() -> rollBack("4.0.0"))
                .hasMessageContaining("no revision 4.0.0 was in service lately; there are 2.0.0 (");
        rollBack("1.0.0");
        assertThat(answer()).isEqualTo("hello 1.0.0");
        String three =
                container.operator().history("hello").stream()
                        .filter(event -> event.version().equals("3.0.0"))
                        .findFirst()
                        .orElseThrow()
                        .sha256();
        rollBack(three.substring(0, 8));
        assertThat(answer()).isEqualTo("hello 3.0.0");
        container.awaitState("hello.jar", PluginState.ACTIVE);
    }

    @Test
    void aPluginThatIsNotThereIsNamed() {
        assertThatThrownBy(
                        () ->
                                container
                                        .operator()
                                        .rollBack("other", "")
                                        .toCompletableFuture()
                                        .get(20, TimeUnit.SECONDS))
                .hasMessageContaining("no plugin other is in service");
    }
}
