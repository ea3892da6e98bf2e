package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.Bundle;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** What is no plugin, what does not end, what others do meanwhile. */
class HardCasesIT {

    @TempDir Path home;
    private Container container;

    @BeforeEach
    void launch() throws Exception {
        container = new Container(home).start();
        container.configure(Map.of("incompleteTime", "500"));
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
    }

    @AfterEach
    void stop() throws Exception {
        container.close();
    }

    private String refused(String file) {
        return container.awaitState(file, PluginState.QUARANTINED).reason();
    }

    @Test
    void thingsThatAreNoJarAreRefused() throws Exception {
        Files.createDirectory(container.plugins.resolve("directory.jar"));
        Files.createFile(container.plugins.resolve("empty.jar"));
        Files.createSymbolicLink(
                container.plugins.resolve("link.jar"), home.resolve("nothing-there"));
        Files.writeString(container.plugins.resolve("readme.txt"), "not looked at");
        assertThat(refused("directory.jar")).contains("is a directory");
        assertThat(refused("empty.jar")).contains("the file is empty");
        assertThat(refused("link.jar")).contains("a link that leads nowhere");
        assertThat(container.catalog().plugins()).hasSize(4);
        for (String name : new String[] {"directory.jar", "empty.jar", "link.jar"}) {
            Files.delete(container.plugins.resolve(name));
        }
        container.await("cleared", () -> container.catalog().plugins().size() == 1);
        assertThat(container.plugins.resolve("empty.jar.rejected.txt")).doesNotExist();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void whatIsNoRegularFileIsRefusedWithoutBeingOpened() throws Exception {
        Path pipe = container.plugins.resolve("pipe.jar");
        PipeFile.make(container.plugins.resolve("pipe.jar.rejected.txt"));
        PipeFile.make(pipe);
        Files.createSymbolicLink(container.plugins.resolve("link.jar"), pipe);
        Files.createSymbolicLink(container.plugins.resolve("device.jar"), Path.of("/dev/zero"));
        for (String file : List.of("pipe.jar", "link.jar", "device.jar")) {
            assertThat(refused(file)).isEqualTo("is no regular file");
        }
        container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
        container.awaitAnswer("hello", "hello 1.1.0");
        Files.delete(pipe);
        container.copy("pipe.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
    }

    @Test
    void linkToAJarIsFollowed() throws Exception {
        Path target = Files.write(home.resolve("x"), PluginJar.handler("linked", "1.0.0").build());
        Files.createSymbolicLink(container.plugins.resolve("linked.jar"), target);
        container.awaitAnswer("linked", "linked 1.0.0");
    }

    @Test
    void truncatedInPlaceTheRunningOneStays() throws Exception {
        Path file = container.plugins.resolve("hello.jar");
        Files.write(file, new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
        assertThat(refused("hello.jar")).contains("incomplete or corrupt");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void damagedInTheMiddleTheRunningOneStays() throws Exception {
        byte[] jar = PluginJar.handler("hello", "1.1.0").build();
        Arrays.fill(jar, 200, 260, (byte) 7);
        Files.write(container.plugins.resolve("hello.jar"), jar);
        assertThat(refused("hello.jar")).contains("incomplete or corrupt");
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
    }

    @Test
    void pluginThatNeverGetsDoneStartingHoldsUpNobody() throws Exception {
        container.configure(Map.of("startTime", "1000"));
        container.copy(
                "stuck.jar",
                PluginJar.empty("stuck", "1.0.0")
                        .component(
                                "",
                                "public Chat() throws Exception { Thread.sleep(4000); }",
                                "never")
                        .header("-dsannotations", "*")
                        .source(
                                "plugin.Activator",
                                """
                                package plugin;
                                public class Activator implements org.osgi.framework.BundleActivator {
                                    public void start(org.osgi.framework.BundleContext c)
                                            throws Exception { Thread.sleep(4000); }
                                    public void stop(org.osgi.framework.BundleContext c) { }
                                }
                                """)
                        .header("Bundle-Activator", "plugin.Activator"));
        assertThat(refused("stuck.jar")).contains("did not start within 1000 ms");
        // The other one may be slow on a busy machine.
        container.configure(Map.of());
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
    }

    @Test
    void bundleUninstalledByHandIsDeployedAgain() throws Exception {
        Bundle bundle = container.pluginBundles().get(0);
        bundle.uninstall();
        container.await(
                "deployed again",
                () ->
                        container.pluginBundles().size() == 1
                                && container.pluginBundles().get(0).getBundleId()
                                        != bundle.getBundleId());
        container.awaitState("hello.jar", PluginState.ACTIVE);
    }

    @Test
    void bundleStoppedByHandIsShownAsWaiting() throws Exception {
        Bundle bundle = container.pluginBundles().get(0);
        bundle.stop();
        container.awaitReason(
                "hello.jar",
                PluginState.WAITING,
                "its bundle %d is stopped".formatted(bundle.getBundleId()));
        bundle.start();
        container.awaitState("hello.jar", PluginState.ACTIVE);
    }

    @Test
    void wrongSettingChangesNothing() throws Exception {
        container.configure(Map.of("scanInterval", "never"));
        container.copy("other.jar", PluginJar.handler("other", "1.0.0"));
        container.awaitAnswer("other", "other 1.0.0");
    }
}
