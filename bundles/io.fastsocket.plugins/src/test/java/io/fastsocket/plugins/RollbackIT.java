package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.dispatch.EventFigures;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A revision that does clearly worse than the one before is taken back. */
class RollbackIT {

    private static final String REASON =
            "rolled back to hello 1.0.0 \\([0-9a-f]{8}\\): after \\d+\\.\\d s 10.0 % of 200 calls of /"
                    + " hello failed, before it was 0.0 % of 1000";

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
        container.start();
        container.registry.figures.put("hello 1.0.0", figures(1000, 0));
        copy("hello.jar", "1.0.0");
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private static Map<String, EventFigures> figures(long calls, long failed) {
        return Map.of(
                "/ hello", new EventFigures(calls, failed, 0, calls, 0, Duration.ofMillis(1)));
    }

    private void copy(String file, String version) throws Exception {
        container.copy(file, PluginJar.handler("hello", version));
    }

    private void failAndRollBack() throws Exception {
        copy("hello.jar", "2.0.0");
        container.awaitAnswer("hello", "hello 2.0.0");
        container.registry.figures.put("hello 2.0.0", figures(200, 20));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    private String refusal() {
        return container.awaitState("hello.jar", PluginState.QUARANTINED).reason();
    }

    @Test
    void theOneBeforeIsBackAndTheFileIsKeptOut() throws Exception {
        failAndRollBack();
        assertThat(refusal()).matches(REASON);
        assertThat(container.operator().history("hello"))
                .anySatisfy(
                        event -> {
                            assertThat(event.what()).isEqualTo("rolled back");
                            assertThat(event.version()).isEqualTo("1.0.0");
                        });

        container.registry.figures.remove("hello 2.0.0");
        container.operator().rescan().toCompletableFuture().get(20, TimeUnit.SECONDS);
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void thatLastsAcrossRestarts() throws Exception {
        failAndRollBack();
        refusal();
        container.close();
        container = new Container(home);
        container.start();
        container.awaitAnswer("hello", "hello 1.0.0");
        assertThat(refusal()).matches(REASON);
    }

    @Test
    void anotherContentIsLetInAndTheSameWhenSomebodySaysSo() throws Exception {
        failAndRollBack();
        String sha256 = container.awaitState("hello.jar", PluginState.QUARANTINED).sha256();
        container.registry.figures.clear();
        container.operator().letInAgain(sha256);
        container.operator().rescan().toCompletableFuture().get(20, TimeUnit.SECONDS);
        container.awaitAnswer("hello", "hello 2.0.0");
        copy("hello.jar", "2.0.1");
        container.awaitAnswer("hello", "hello 2.0.1");
    }

    @Test
    void alsoWhenNothingElseIsKept() throws Exception {
        container.configure(Map.of("keepRevisions", "0"));
        copy("hello.jar", "2.0.0");
        container.awaitAnswer("hello", "hello 2.0.0");
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
        container.awaitLook();
        container.registry.figures.put("hello 2.0.0", figures(200, 20));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @Test
    void nobodyLooksAtZero() throws Exception {
        container.configure(Map.of("watchTime", "0"));
        container.registry.figures.put("hello 2.0.0", figures(200, 200));
        copy("hello.jar", "2.0.0");
        container.awaitAnswer("hello", "hello 2.0.0");
        copy("hello.jar", "2.1.0");
        container.awaitAnswer("hello", "hello 2.1.0");
    }
}
