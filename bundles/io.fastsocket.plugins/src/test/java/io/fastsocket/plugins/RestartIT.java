package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.observe.PluginState;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.osgi.framework.startlevel.BundleStartLevel;
import org.osgi.framework.startlevel.FrameworkStartLevel;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Bundles of the runtime that stop and start under running plugins. */
class RestartIT {

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

    private long deployHello() throws Exception {
        container.start();
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.awaitAnswer("hello", "hello 1.0.0");
        return container.pluginBundles().get(0).getBundleId();
    }

    @Test
    void ofTheDeployerLeavesPluginsAndTakesThemOver() throws Exception {
        long bundle = deployHello();
        container.deployer.stop();
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        container.start();
        container.awaitState("hello.jar", PluginState.ACTIVE);
        assertThat(container.pluginBundles()).hasSize(1);
        assertThat(container.pluginBundles().get(0).getBundleId()).isEqualTo(bundle);
        Files.delete(container.plugins.resolve("hello.jar"));
        container.awaitAnswer("hello", null);
    }

    @Test
    void ofTheDeployerComparesWithTheFiles() throws Exception {
        deployHello();
        container.deployer.stop();
        container.copy("hello.jar", PluginJar.handler("hello", "1.1.0"));
        container.start();
        container.awaitAnswer("hello", "hello 1.1.0");
        container.await("old one gone", () -> container.pluginBundles().size() == 1);
    }

    @Test
    void ofTheDeployerKeepsTheGoodOneUnderACorruptFile() throws Exception {
        deployHello();
        container.deployer.stop();
        Files.writeString(container.plugins.resolve("hello.jar"), "nonsense");
        container.start();
        container.awaitState("hello.jar", PluginState.QUARANTINED);
        assertThat(container.registry.answer("hello")).isEqualTo("hello 1.0.0");
        container.awaitState("hello.jar", PluginState.ACTIVE);
    }

    @Test
    void ofTheRegistryCommitsAgain() throws Exception {
        long bundle = deployHello();
        container.stopRegistry();
        container.await("deployer gone", () -> container.catalog() == null);
        container.startRegistry();
        container.awaitAnswer("hello", "hello 1.0.0");
        assertThat(container.pluginBundles().get(0).getBundleId()).isEqualTo(bundle);
    }

    @Test
    void ofDeclarativeServicesLosesNothing() throws Exception {
        long bundle = deployHello();
        container.scr.stop();
        container.await("deployer gone", () -> container.catalog() == null);
        Logger logger = Logger.getLogger(Deployer.class.getName());
        GivingUp givingUp = new GivingUp();
        logger.addHandler(givingUp);
        try {
            container.scr.start();
            container.awaitState("hello.jar", PluginState.ACTIVE);
        } finally {
            logger.removeHandler(givingUp);
        }
        assertThat(container.pluginBundles().get(0).getBundleId()).isEqualTo(bundle);
        assertThat(givingUp.told).isFalse();
    }

    /** Whether the deployer's activation waited in vain for what takes place after it. */
    private static final class GivingUp extends Handler {
        private volatile boolean told;

        @Override
        public void publish(LogRecord line) {
            told |= line.getMessage().contains("it goes on in the background");
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }

    @Test
    void atAStartLevelOfItsOwnDeploysDuringActivation() throws Exception {
        container.copy("hello.jar", PluginJar.handler("hello", "1.0.0"));
        container.deployer.adapt(BundleStartLevel.class).setStartLevel(15);
        container.deployer.start();
        container.framework.adapt(FrameworkStartLevel.class).setStartLevel(30);
        container.awaitAnswer("hello", "hello 1.0.0");
        assertThat(container.pluginBundles().get(0).adapt(BundleStartLevel.class).getStartLevel())
                .as("one below the deployer's, which is not reached yet for others")
                .isEqualTo(14);
    }
}
