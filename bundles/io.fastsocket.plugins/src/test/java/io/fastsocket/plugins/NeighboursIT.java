package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.ServiceRegistration;

import java.nio.file.Path;
import java.util.Map;

/** What one plugin has to do with another, and what not. */
class NeighboursIT {

    private static final String NEEDS_A_SERVICE = "@Reference Runnable needed;";

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

    @Test
    void singletonThatServesIsNotParkedAgainWheneverOthersChange() throws Exception {
        container.copy(
                "one.jar",
                PluginJar.empty("one;singleton:=true", "1.0.0").component("", "", "one 1.0.0"));
        container.awaitAnswer("one", "one 1.0.0");
        container.copy("one.jar", needySingleton("1.1.0"));
        assertThat(container.awaitState("one.jar", PluginState.QUARANTINED).reason())
                .startsWith("cannot run beside its old self, and component plugin.Chat waits");
        container.awaitAnswer("one", "one 1.0.0");
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
        container.awaitLook();
        assertThat(container.registry.calls.stream().filter("park one 1.0.0"::equals)).hasSize(1);
    }

    @Test
    void singletonThatWaitedIsReplacedWhenBothCanServe() throws Exception {
        ServiceRegistration<Runnable> needed =
                container.context().registerService(Runnable.class, () -> {}, null);
        container.copy("one.jar", needySingleton("1.0.0"));
        container.awaitAnswer("one", "one 1.0.0");
        needed.unregister();
        container.copy("one.jar", needySingleton("1.1.0"));
        container.awaitState("one.jar", PluginState.QUARANTINED);
        container.context().registerService(Runnable.class, () -> {}, null);
        container.awaitAnswer("one", "one 1.1.0");
    }

    private static PluginJar needySingleton(String version) {
        return PluginJar.empty("one;singleton:=true", version)
                .component("", NEEDS_A_SERVICE, "one " + version);
    }

    @Test
    void libraryIsSwappedJustWhenOneOfItsUsersHasBegunToWait() throws Exception {
        ServiceRegistration<Runnable> needed =
                container.context().registerService(Runnable.class, () -> {}, null);
        container.copy("common.jar", LibraryIT.library("1.0.0", "one"));
        container.copy(
                "a.jar",
                LibraryIT.user("a", "1.0.0", "[1,2)")
                        .component("", NEEDS_A_SERVICE, "a \" + shared.Greeting.text() + \""));
        container.awaitAnswer("a", "a one");
        container.awaitState("a.jar", PluginState.ACTIVE);
        needed.unregister();
        container.copy("common.jar", LibraryIT.library("1.1.0", "two"));
        container.await(
                "old ones gone",
                () ->
                        container.pluginBundles().size() == 2
                                && container.registry.calls.contains("close a 1.0.0"));
        assertThat(container.info("common.jar", PluginState.QUARANTINED)).isEmpty();
        container.context().registerService(Runnable.class, () -> {}, null);
        container.awaitAnswer("a", "a two");
    }

    @Test
    void whatIsTriedAgainLaterStillHasItsCopy() throws Exception {
        container.configure(Map.of("keepRevisions", "0"));
        container.copy("a.jar", LibraryIT.user("a", "1.0.0", "[1,2)"));
        container.awaitState("a.jar", PluginState.QUARANTINED);
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
        container.awaitLook();
        container.copy("common.jar", LibraryIT.library("1.0.0", "one"));
        container.awaitAnswer("a", "a one");
    }
}
