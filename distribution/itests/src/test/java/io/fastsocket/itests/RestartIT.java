package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.Map;

/** Each runtime bundle is stopped and started again, from inside: the rest keeps working. */
@NeedsNode
class RestartIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int RESOLVED = 4;
    private static final int ACTIVE = 32;

    private static final String OPERATOR =
            """
            private final org.osgi.framework.BundleContext context;

            @Activate
            public Handler(org.osgi.framework.BundleContext context) { this.context = context; }

            @OnEvent("state") int state(String name) { return find(name).getState(); }

            @OnEvent("stop") void stop(String name) {
                act(() -> find(name).stop());
            }

            @OnEvent("start") void start(String name) {
                act(() -> find(name).start());
            }

            @OnEvent("restart") void restart(String name) {
                act(() -> {
                    find(name).stop();
                    find(name).start();
                });
            }

            private interface Act {
                void perform() throws org.osgi.framework.BundleException;
            }

            private static void act(Act act) {
                Thread.ofPlatform().start(() -> {
                    try {
                        act.perform();
                    } catch (org.osgi.framework.BundleException e) {
                        throw new IllegalStateException(e);
                    }
                });
            }

            private org.osgi.framework.Bundle find(String name) {
                // The context given ends with the component, which the registry's end takes along.
                return java.util.Arrays.stream(context.getBundle(0).getBundleContext().getBundles())
                        .filter(b -> name.equals(b.getSymbolicName())).findFirst().orElseThrow();
            }
            """;

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        // On any free port, which a restarted transport takes again, so that clients find it.
        product = Product.start("restart");
        node = NodeClient.start();
        product.deploy(PluginJar.handler("test.operator", "1.0.0", OPERATOR), "operator.jar");
        try (ClientSocket socket = node.connect(product.url())) {
            socket.awaitAnswer("32", "state", "io.fastsocket.api");
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"plugins", "http", "logging", "shell"})
    void clientsDoNotNotice(String part) {
        String bundle = "io.fastsocket." + part;
        try (ClientSocket socket = node.connect(product.url())) {
            socket.call("stop", bundle);
            awaitState(socket, bundle, RESOLVED);
            assertThat(greets(socket)).isTrue();
            socket.call("start", bundle);
            awaitState(socket, bundle, ACTIVE);
            assertThat(greets(socket)).isTrue();
            assertThat(socket.disconnects()).isZero();
        }
        assertEverythingWorks(part);
    }

    private static void awaitState(ClientSocket socket, String bundle, int state) {
        Await.until(
                bundle + " is in state " + state,
                PATIENCE,
                () -> socket.call("state", bundle).asInt() == state);
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport", "registry"})
    void clientsComeBackByThemselves(String part) {
        try (ClientSocket socket = node.connect(product.url())) {
            socket.emit("stop", "io.fastsocket." + part);
            Await.until("cut off", PATIENCE, () -> socket.disconnects() == 1);
            assertThat(product.http("/health/live").statusCode()).isEqualTo(200);
            Await.until(
                    "not ready", PATIENCE, () -> product.http("/health/ready").statusCode() == 503);
            String home = product.home().toString();
            Command started = Product.command("bundle", "start", part, "--home", home);
            assertThat(started.exitCode()).as(started.text()).isZero();
            Await.until("back", PATIENCE, socket::connected);
            // The port and the handlers come back at the same moment, in either order.
            Await.until("greeted", PATIENCE, () -> greets(socket));
        }
        assertEverythingWorks(part);
    }

    @Test
    void aPluginDeployedBeforeIsStillSwappedAfterwards() {
        try (ClientSocket socket = node.connect(product.url())) {
            product.deploy(PluginJar.answering("test.old", "1.0.0", "old", "one"), "old.jar");
            socket.awaitAnswer("\"one\"", "old");
            socket.call("restart", "io.fastsocket.plugins");
            product.deploy(PluginJar.answering("test.old", "1.0.1", "old", "two"), "old.jar");
            socket.awaitAnswer("\"two\"", "old");
            product.delete("old.jar");
            Await.until(
                    "gone", PATIENCE, () -> socket.call("old").at("/error/code").asInt() == 4004);
        }
    }

    private static void assertEverythingWorks(String part) {
        Await.until("ready", PATIENCE, () -> product.http("/health/ready").statusCode() == 200);
        String file = "after-" + part + ".jar";
        try (ClientSocket socket = node.connect(product.url())) {
            product.deploy(PluginJar.answering("test." + part, "1.0.0", part, "here"), file);
            socket.awaitAnswer("\"here\"", part);
            product.delete(file);
        }
    }

    private static boolean greets(ClientSocket socket) {
        JsonNode greeting = socket.call("hello", Map.of("name", "Ada"));
        return greeting.path("message").asText().equals("Hello, Ada!");
    }
}
