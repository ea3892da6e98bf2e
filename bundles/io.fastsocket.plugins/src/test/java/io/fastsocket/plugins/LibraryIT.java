package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;

/** Libraries, and the plugins that use them. */
class LibraryIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home).start();
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    static PluginJar library(String version, String text) {
        return PluginJar.empty("common", version)
                .source("shared.Greeting", greeting(text))
                .header("Export-Package", "shared;version=" + version)
                .header("FastSocket-Library", "true");
    }

    private static String greeting(String text) {
        return """
        package shared;
        public class Greeting { public static String text() { return "%s"; } }
        """
                .formatted(text);
    }

    /** Answers with its name and what the library says. */
    static PluginJar user(String symbolicName, String version, String range) {
        String name = symbolicName.replaceAll(";.*", "");
        return PluginJar.empty(symbolicName, version)
                .component("", "", name + " \" + shared.Greeting.text() + \"")
                .notIncluded("shared.Greeting", greeting("compiled against"))
                .header("Import-Package", "shared;version=\"" + range + "\",*");
    }

    private void deployTwoUsers() throws IOException {
        container.copy("common.jar", library("1.0.0", "one"));
        container.copy("a.jar", user("a", "1.0.0", "[1,2)"));
        container.copy("b.jar", user("b", "1.0.0", "[1,2)"));
        container.awaitAnswer("a", "a one");
        container.awaitAnswer("b", "b one");
        for (String file : new String[] {"common.jar", "a.jar", "b.jar"}) {
            container.awaitState(file, PluginState.ACTIVE);
        }
        container.await("nothing else", () -> container.pluginBundles().size() == 3);
    }

    private PluginInfo refused(String file) {
        return container.awaitState(file, PluginState.QUARANTINED);
    }

    @Test
    void usersAreSwappedWithIt() throws Exception {
        deployTwoUsers();
        Queue<String> answers = new ConcurrentLinkedQueue<>();
        Thread asking =
                Thread.ofPlatform()
                        .start(
                                () -> {
                                    while (!Thread.currentThread().isInterrupted()) {
                                        answers.add(container.registry.answer("a") + "");
                                    }
                                });
        container.copy("common.jar", library("1.1.0", "two"));
        container.awaitAnswer("a", "a two");
        container.awaitAnswer("b", "b two");
        asking.interrupt();
        asking.join();

        assertThat(answers).isSubsetOf("a one", "a two");
        assertThat(container.registry.calls)
                .contains("commit a 1.0.0 for a 1.0.0", "commit b 1.0.0 for b 1.0.0");
        container.await("old ones gone", () -> container.pluginBundles().size() == 3);
        container.awaitLast("a", "reloaded");
        container.awaitState("common.jar", PluginState.ACTIVE);
        container.awaitState("a.jar", PluginState.ACTIVE);
    }

    @Test
    void userThatCameFirstWaitsForIt() throws Exception {
        container.copy("a.jar", user("a", "1.0.0", "[1,2)"));
        assertThat(refused("a.jar").reason()).contains("imports package shared [1,2)");
        container.copy("common.jar", library("1.0.0", "one"));
        container.awaitAnswer("a", "a one");
    }

    @Test
    void togetherAtTheStartNothingIsRefused() throws Exception {
        container.deployer.stop();
        container.copy("a.jar", user("a", "1.0.0", "[1,2)"));
        container.copy("z.jar", library("1.0.0", "one"));
        container.start();
        assertThat(container.registry.answer("a")).isEqualTo("a one");
        assertThat(container.operator().history("a"))
                .extracting(RevisionEvent::what)
                .containsExactly("activated");
        assertThat(container.plugins.resolve("a.jar.rejected.txt")).doesNotExist();
    }

    @Test
    void oneThatWouldBreakAUserIsRefusedUntilTheUserIsThere() throws Exception {
        deployTwoUsers();
        container.copy("common.jar", library("2.0.0", "two"));
        assertThat(refused("common.jar").reason())
                .startsWith("would break a 1.0.0 (")
                .endsWith(
                        "which uses it: cannot be resolved: it imports package shared [1,2);"
                                + " exported is 2.0.0");
        container.await("taken away", () -> container.pluginBundles().size() == 3);
        assertThat(container.registry.answer("a")).isEqualTo("a one");

        container.copy("a.jar", user("a", "2.0.0", "[2,3)"));
        assertThat(refused("a.jar").reason()).contains("exported is 1.0.0");
        container.awaitReason("common.jar", PluginState.QUARANTINED, "would break b 1.0.0 (");
        container.copy("b.jar", user("b", "2.0.0", "[2,3)"));
        container.awaitAnswer("a", "a two");
        container.awaitAnswer("b", "b two");
        container.await("old ones gone", () -> container.pluginBundles().size() == 3);
        container.awaitState("a.jar", PluginState.ACTIVE);
        assertThat(container.info("a.jar", PluginState.QUARANTINED)).isEmpty();
    }

    @Test
    void userThatCannotBeMadeWithItKeepsAllAsTheyWere() throws Exception {
        deployTwoUsers();
        container.copy(
                "c.jar",
                user("c", "1.0.0", "[1,2)")
                        .component(
                                "",
                                "public Chat() { shared.Greeting.text(); }",
                                "c \" + shared.Greeting.text() + \""));
        container.awaitAnswer("c", "c one");
        container.copy("common.jar", library("1.1.0", "\" + Integer.parseInt(\"none\") + \""));
        assertThat(refused("common.jar").reason())
                .startsWith("would break c 1.0.0 (")
                .contains("NumberFormatException");
        assertThat(container.registry.answer("a")).isEqualTo("a one");
        assertThat(container.registry.answer("b")).isEqualTo("b one");
        container.await("taken away", () -> container.pluginBundles().size() == 4);
    }

    @Test
    void removedItsUsersLeaveServiceUntilItIsBack() throws Exception {
        deployTwoUsers();
        Files.delete(container.plugins.resolve("common.jar"));
        assertThat(refused("a.jar").reason())
                .isEqualTo(
                        "cannot be resolved: it imports package shared [1,2), which library common"
                                + " exported until it was removed");
        refused("b.jar");
        assertThat(container.registry.answer("a")).isNull();
        container.await("all gone", () -> container.pluginBundles().isEmpty());

        container.copy("common.jar", library("1.1.0", "again"));
        container.awaitAnswer("a", "a again");
        container.awaitAnswer("b", "b again");
    }

    @Test
    void userThatCannotRunBesideItselfIsParkedLast() throws Exception {
        deployTwoUsers();
        container.copy("one.jar", user("one;singleton:=true", "1.0.0", "[1,2)"));
        container.awaitAnswer("one", "one one");
        container.copy("common.jar", library("1.1.0", "two"));
        container.awaitAnswer("one", "one two");
        container.awaitAnswer("a", "a two");
        assertThat(container.registry.calls)
                .contains("park one 1.0.0", "commit one 1.0.0 for one 1.0.0");
        container.await("old ones gone", () -> container.pluginBundles().size() == 4);

        int calls = container.registry.calls.size();
        container.copy("common.jar", library("2.0.0", "three"));
        refused("common.jar");
        assertThat(container.registry.calls.subList(calls, container.registry.calls.size()))
                .doesNotContain("park one 1.0.0");
        assertThat(container.registry.answer("one")).isEqualTo("one two");
    }

    @Test
    void usersOfALibraryOnTopAreSwappedToo() throws Exception {
        container.copy("common.jar", library("1.0.0", "one"));
        container.copy(
                "top.jar",
                PluginJar.empty("top", "1.0.0")
                        .source(
                                "upper.Polite",
                                """
                                package upper;
                                public class Polite {
                                    public static String text() {
                                        return "dear " + shared.Greeting.text();
                                    }
                                }
                                """)
                        .notIncluded("shared.Greeting", greeting("x"))
                        .header("Export-Package", "upper;version=1.0.0")
                        .header("Import-Package", "shared;version=\"[1,2)\",*")
                        .header("FastSocket-Library", "true"));
        container.copy(
                "a.jar",
                PluginJar.empty("a", "1.0.0")
                        .component("", "", "a \" + upper.Polite.text() + \"")
                        .notIncluded(
                                "upper.Polite",
                                """
                                package upper;
                                public class Polite {
                                    public static String text() { return ""; }
                                }
                                """)
                        .header("Import-Package", "upper;version=\"[1,2)\",*"));
        container.awaitAnswer("a", "a dear one");
        container.copy("common.jar", library("1.1.0", "two"));
        container.awaitAnswer("a", "a dear two");
        container.await("old ones gone", () -> container.pluginBundles().size() == 3);
    }

    @Test
    void reloadedItIsASwapOfItsUsers() throws Exception {
        deployTwoUsers();
        container.operator().reload("common").toCompletableFuture().get(60, TimeUnit.SECONDS);
        assertThat(container.registry.calls)
                .contains("commit a 1.0.0 for a 1.0.0", "commit b 1.0.0 for b 1.0.0");
        container.await("old ones gone", () -> container.pluginBundles().size() == 3);
        assertThat(container.registry.answer("a")).isEqualTo("a one");
    }

    @Test
    void restartedDeployerTakesThemOver() throws Exception {
        deployTwoUsers();
        container.deployer.stop();
        container.start();
        container.copy("common.jar", library("1.1.0", "two"));
        container.awaitAnswer("a", "a two");
        container.awaitAnswer("b", "b two");
        container.await("old ones gone", () -> container.pluginBundles().size() == 3);
    }

    @Test
    void whatIsNoLibraryIsRefused() throws Exception {
        container.copy("common.jar", library("1.0.0", "one"));
        container.awaitState("common.jar", PluginState.ACTIVE);
        container.copy(
                "twin.jar",
                PluginJar.empty("twin", "1.0.0")
                        .source("shared.Greeting", greeting("mine"))
                        .header("Export-Package", "shared;version=1.0.0")
                        .header("FastSocket-Library", "true"));
        assertThat(refused("twin.jar").reason())
                .startsWith("exports shared, which common 1.0.0 (")
                .endsWith(") exports already");
        container.copy(
                "busy.jar",
                PluginJar.handler("busy", "1.0.0")
                        .header("Export-Package", "plugin")
                        .header("FastSocket-Library", "true"));
        assertThat(refused("busy.jar").reason())
                .isEqualTo(
                        "is a library and handles events in plugin.Chat; a library is there for its"
                                + " packages");
        container.copy(
                "empty.jar",
                PluginJar.empty("empty", "1.0.0")
                        .source("plugin.Some", "package plugin; class Some {}")
                        .header("FastSocket-Library", "true"));
        assertThat(refused("empty.jar").reason()).contains("but exports nothing");
    }
}
