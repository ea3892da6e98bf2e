package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Events of a revision that was replaced do not end. */
class DrainIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home);
        container.start();
        container.configure(Map.of("plugins", "quick drainTime=100, slow drainTime=3600000"));
        for (String name : new String[] {"quick", "slow"}) {
            container.copy(name + ".jar", PluginJar.handler(name, "1.0.0"));
            container.awaitAnswer(name, name + " 1.0.0");
            container.registry.inFlight.put(name + " 1.0.0", new CompletableFuture<>());
            container.registry.cut.put(name + " 1.0.0", Map.of("Chat.ask", 2, "Chat.wait", 1));
        }
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    @Test
    void theyAreCutOffAfterTheTimeOfTheirPluginAndPeopleAreTold() throws Exception {
        for (String name : new String[] {"slow", "quick"}) {
            container.copy(name + ".jar", PluginJar.handler(name, "2.0.0"));
            container.awaitAnswer(name, name + " 2.0.0");
        }
        container.await("cut off", () -> container.registry.calls.contains("cutOff quick 1.0.0"));
        container.await(
                "in the history",
                () ->
                        container.operator().history("quick").stream()
                                .anyMatch(event -> event.what().equals("cut off")));
        assertThat(container.operator().history("quick").getFirst().reason())
                .startsWith("after 100 ms: ")
                .contains("Chat.ask (2)", "Chat.wait (1)");
        container.await(
                "shown with what went",
                () ->
                        container.unloads().retired().stream()
                                .anyMatch(one -> one.name().equals("quick") && one.cutOff() == 3));
        assertThat(container.registry.calls).doesNotContain("cutOff slow 1.0.0");
        container.registry.inFlight.get("slow 1.0.0").complete(null);
        container.await("both are gone", () -> container.pluginBundles().size() == 2);
        assertThat(container.registry.calls).doesNotContain("cutOff slow 1.0.0");
    }
}
