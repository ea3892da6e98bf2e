package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.FrameworkUtil;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Plugins that cannot serve, or not yet; a good revision serves on each time. */
class RefusalIT {

    private static final String NEEDS_A_SERVICE = "@Reference Runnable needed;";

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home).start();
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private PluginInfo refused(PluginJar jar) throws Exception {
        container.copy("hello.jar", jar);
        PluginInfo info = container.awaitState("hello.jar", PluginState.QUARANTINED);
        container.await("rolled back", () -> container.pluginBundles().size() == 1);
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        assertThat(container.plugins.resolve("hello.jar.rejected.txt"))
                .content()
                .contains(info.reason());
        return info;
    }

    @Test
    void whatEndsTheServerIsNamed() throws Exception {
        PluginJar jar =
                PluginJar.handler("hello", "1.1.0")
                        .source(
                                "plugin.Ends",
                                """
                                package plugin;
                                class Ends {
                                    Ends() { Runtime.getRuntime().halt(1); }
                                    void stop(boolean now) { if (now) System.exit(0); }
                                    Runnable later() { return () -> Runtime.getRuntime().exit(1); }
                                    java.util.function.IntConsumer code() { return System::exit; }
                                }
                                """);
        assertThat(refused(jar).reason())
                .isEqualTo(
                        "would end the server for everybody:"
                                + " plugin.Ends.<init> calls Runtime.halt,"
                                + " plugin.Ends.code calls System.exit,"
                                + " plugin.Ends.later calls Runtime.exit,"
                                + " plugin.Ends.stop calls System.exit");
    }

    @Test
    void missingPackageIsNamed() throws Exception {
        PluginJar jar =
                PluginJar.handler("hello", "1.1.0")
                        .notIncluded("other.Thing", "package other; public class Thing {}")
                        .source(
                                "plugin.Uses",
                                "package plugin; class Uses { other.Thing t = new other.Thing(); }")
                        .header("Import-Package", "other;version=\"[3,4)\",*");
        assertThat(refused(jar).reason())
                .isEqualTo(
                        "cannot be resolved: it imports package other [3,4), which nothing exports");
    }

    @Test
    void failingConstructorIsNamedWithItsMessage() throws Exception {
        PluginJar jar =
                PluginJar.empty("hello", "1.1.0")
                        .component(
                                "",
                                "public Chat() { throw new IllegalStateException(\"no luck\"); }",
                                "x");
        assertThat(refused(jar).reason())
                .isEqualTo(
                        "component plugin.Chat could not be made:"
                                + " java.lang.IllegalStateException: no luck");
    }

    @Test
    void failingActivatorIsNamedWithItsMessage() throws Exception {
        PluginJar jar =
                PluginJar.handler("hello", "1.1.0")
                        .source(
                                "plugin.Activator",
                                """
                                package plugin;
                                public class Activator {
                                    static void fail() { }
                                }
                                """)
                        .header("Bundle-Activator", "plugin.Missing")
                        .header("-fixupmessages", "Bundle-Activator not found*;is:=ignore");
        assertThat(refused(jar).reason()).contains("cannot be started", "plugin.Missing");
    }

    @Test
    void problemsThatTheRegistryNamesAreShown() throws Exception {
        container.registry.problems.put("hello 1.1.0", "Chat.ask: no such parameter");
        assertThat(refused(PluginJar.handler("hello", "1.1.0")).reason())
                .isEqualTo("Chat.ask: no such parameter");
    }

    @Test
    void exportedPackageIsRefused() throws Exception {
        PluginJar jar = PluginJar.handler("hello", "1.1.0").header("Export-Package", "plugin");
        assertThat(refused(jar).reason()).contains("exports plugin");
    }

    @Test
    void waitsForAServiceAndThenServes() throws Exception {
        container.copy(
                "hello.jar",
                PluginJar.empty("hello", "1.1.0").component("", NEEDS_A_SERVICE, "with service"));
        PluginInfo waiting = container.awaitState("hello.jar", PluginState.WAITING);
        assertThat(waiting.reason())
                .isEqualTo(
                        "component plugin.Chat waits for service java.lang.Runnable"
                                + " (reference needed)");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        container.context().registerService(Runnable.class, () -> {}, null);
        container.awaitAnswer("hello", "with service");
        container.await("old one gone", () -> container.pluginBundles().size() == 1);
    }

    @Test
    void waitsForConfigurationAndThenServes() throws Exception {
        container.copy(
                "hello.jar",
                PluginJar.empty("hello", "1.1.0")
                        .component(
                                "(configurationPid = \"some.pid\", configurationPolicy ="
                                        + " ConfigurationPolicy.REQUIRE)",
                                "",
                                "configured"));
        PluginInfo waiting = container.awaitState("hello.jar", PluginState.WAITING);
        assertThat(waiting.reason()).contains("some.pid");
        container
                .configurationAdmin()
                .getConfiguration("some.pid", "?")
                .update(FrameworkUtil.asDictionary(Map.of("key", "value")));
        container.awaitAnswer("hello", "configured");
    }

    @Test
    void deletedWhileItWaitsItIsForgotten() throws Exception {
        container.copy(
                "other.jar", PluginJar.empty("other", "1.0.0").component("", NEEDS_A_SERVICE, "x"));
        container.awaitState("other.jar", PluginState.WAITING);
        Files.delete(container.plugins.resolve("other.jar"));
        container.await(
                "uninstalled",
                () ->
                        container.pluginBundles().size() == 1
                                && container.catalog().plugins().size() == 1);
    }

    @Test
    void blockedByAnotherPluginItServesWhenThatIsGone() throws Exception {
        container.registry.problems.put("second 1.0.0", "event ask is held by hello");
        container.copy("second.jar", PluginJar.handler("second", "1.0.0"));
        container.awaitState("second.jar", PluginState.QUARANTINED);
        container.registry.problems.clear();
        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitAnswer("second", "second 1.0.0");
        container.await(
                "note gone",
                () -> !Files.exists(container.plugins.resolve("second.jar.rejected.txt")));
    }
}
