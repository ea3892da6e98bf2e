package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.contract.Direction;
import io.fastsocket.spi.contract.Impact;
import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A revision whose contract breaks clients stays outside, until somebody lets it in. */
class ContractGateIT {

    private static final Change REMOVED =
            new Change(
                    Impact.BREAKING,
                    Direction.RECEIVED,
                    "/",
                    "ask",
                    "/operations/ask",
                    true,
                    "the event is no longer received");
    private static final Change UNCLEAR =
            new Change(Impact.UNCLEAR, Direction.SENT, "/", "told", "/x", false, "nobody can tell");
    private static final Change ADDED =
            new Change(Impact.COMPATIBLE, Direction.RECEIVED, "/", "more", "/y", false, "is new");

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        launch(true);
    }

    private void launch(boolean deploy) throws Exception {
        container = new Container(home);
        for (String version : List.of("1.0.0", "1.1.0", "2.0.0")) {
            container.registry.contracts.put("hello " + version, version);
        }
        container.registry.changes.put("1.0.0 -> 1.1.0", List.of(ADDED));
        container.registry.changes.put("1.0.0 -> 2.0.0", List.of(REMOVED, UNCLEAR, ADDED));
        container.registry.changes.put("2.0.0 -> 1.0.0", List.of(REMOVED));
        container.start();
        if (deploy) {
            copy("hello.jar", "1.0.0");
            container.awaitAnswer("hello", "hello 1.0.0");
        }
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private void copy(String file, String version) throws Exception {
        container.copy(file, PluginJar.handler("hello", version));
    }

    private void configure(String key, String value) throws Exception {
        container.configure(Map.of(key, value));
    }

    private List<RevisionEvent> history() {
        return container.operator().history("hello");
    }

    @Test
    void itIsRefusedWithEachChangeAndTheOldOneGoesOn() throws Exception {
        copy("hello.jar", "2.0.0");
        PluginInfo refused = container.awaitState("hello.jar", PluginState.QUARANTINED);
        assertThat(refused.changes()).containsExactly(REMOVED, UNCLEAR);
        assertThat(refused.reason())
                .isEqualTo(
                        "its contract has 1 breaking change and 1 unclear; 7 sockets used these"
                                + " events within the last hour; the first: ask of /: the event is"
                                + " no longer received");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        Path note = container.plugins.resolve("hello.jar.rejected.txt");
        container.await("note", () -> Files.exists(note));
        container.await(
                "note says it",
                () -> {
                    try {
                        return Files.readString(note)
                                .contains("  unclear told of /: nobody can tell (/x)\n");
                    } catch (java.io.IOException e) {
                        return false;
                    }
                });
        assertThat(history().getFirst().reason()).isEqualTo(refused.reason());
    }

    @Test
    void theOldOneGoesOnWithoutAFileAlsoWhileTheNewOneIsWrittenAnew() throws Exception {
        configure("removeGrace", "0");
        copy("hello-2.jar", "2.0.0");
        String first = container.awaitState("hello-2.jar", PluginState.QUARANTINED).sha256();
        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitLook();
        container.copy("hello-2.jar", PluginJar.handler("hello", "2.0.0").header("X-New", "yes"));
        container.await(
                "refused anew",
                () ->
                        container.info("hello-2.jar", PluginState.QUARANTINED).stream()
                                .anyMatch(refused -> !refused.sha256().equals(first)));
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        assertThat(container.registry.calls).doesNotContain("close hello 1.0.0");
    }

    @Test
    void harmlessChangesPass() throws Exception {
        copy("hello.jar", "1.1.0");
        container.awaitAnswer("hello", "hello 1.1.0");
        assertThat(history().getFirst().reason()).isEmpty();
    }

    @Test
    void whoeverAllowsItIsHeardForThatContentAlsoAfterARestart() throws Exception {
        copy("hello.jar", "2.0.0");
        String sha256 = container.awaitState("hello.jar", PluginState.QUARANTINED).sha256();
        container.operator().allowBreaking(sha256, "all are ours");
        container.operator().rescan();
        container.awaitAnswer("hello", "hello 2.0.0");
        container.awaitLast("hello", "activated");
        assertThat(history().getFirst().reason())
                .startsWith("allowed: all are ours (1 breaking change and 1 unclear; 7");

        copy("hello.jar", "1.0.0");
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        container.close();
        launch(false);
        container.awaitAnswer("hello", "hello 2.0.0");
        assertThat(history().getFirst().what()).isIn("restored", "refused");
        copy("hello.jar", "2.0.0");
        container.awaitState("hello.jar", PluginState.ACTIVE);
    }

    @Test
    void aRestartIsNoWayAroundIt() throws Exception {
        container.await("kept", () -> Files.exists(promise()));
        container.close();
        Files.write(
                container.plugins.resolve("hello.jar"),
                PluginJar.handler("hello", "2.0.0").build());
        launch(false);
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        container.awaitAnswer("hello", "hello 1.0.0");
        container.await("told", () -> history().toString().contains("what=restored"));
        copy("hello.jar", "1.1.0");
        container.awaitAnswer("hello", "hello 1.1.0");
    }

    private Path promise() {
        return home.resolve("var/revisions/promises/hello.properties");
    }

    @Test
    void aPluginThatWasTakenAwayOwesNothing() throws Exception {
        container.await("kept", () -> Files.exists(promise()));
        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitAnswer("hello", null);
        copy("hello.jar", "2.0.0");
        container.awaitAnswer("hello", "hello 2.0.0");
    }

    @Test
    void theOldOneStaysThoughItsFileIsGoneUntilTheNewOneIsToo() throws Exception {
        Files.delete(container.plugins.resolve("hello.jar"));
        copy("hello-2.jar", "2.0.0");
        container.awaitState("hello-2.jar", PluginState.QUARANTINED);
        container.copy("marker.jar", PluginJar.handler("marker", "1.0.0"));
        container.awaitAnswer("marker", "marker 1.0.0");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        Files.delete(container.plugins.resolve("hello-2.jar"));
        container.awaitAnswer("hello", null);
    }

    @Test
    void whatIsLeftWhenTheHigherVersionIsTakenAwayNeedNotKeepToIt() throws Exception {
        configure("plugins", "hello breaking=warn unclear=warn");
        copy("hello-2.jar", "2.0.0");
        container.awaitAnswer("hello", "hello 2.0.0");
        configure("breaking", "refuse");
        Files.delete(container.plugins.resolve("hello-2.jar"));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @Test
    void whatIsSetInEtcHoldsAtOnce() throws Exception {
        copy("hello.jar", "2.0.0");
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        configure("plugins", "hello breaking=warn unclear=off");
        container.awaitAnswer("hello", "hello 2.0.0");
        String why = "by etc/io.fastsocket.plugins.cfg (1 breaking change; 7";
        container.await("told", () -> history().getFirst().reason().startsWith(why));
    }

    @Test
    void aSingletonIsPutBack() throws Exception {
        container.registry.contracts.put("one 1.0.0", "1.0.0");
        container.registry.contracts.put("one 2.0.0", "2.0.0");
        container.copy("one.jar", PluginJar.handler("one;singleton:=true", "1.0.0"));
        container.awaitState("one.jar", PluginState.ACTIVE);
        container.copy("one.jar", PluginJar.handler("one;singleton:=true", "2.0.0"));
        container.awaitState("one.jar", PluginState.QUARANTINED);
        container.await(
                "put back",
                () ->
                        container.registry.calls.stream().filter("commit one 1.0.0"::equals).count()
                                == 2);
    }
}
