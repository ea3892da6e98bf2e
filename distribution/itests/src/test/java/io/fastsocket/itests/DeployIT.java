package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;

/** What becomes of good and bad JARs in the plugins' folder, while a client stays connected. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the file of DeployIT") // its methods one after the other
@NeedsNode
class DeployIT {

    private static final Duration PATIENCE = NodeClient.PATIENCE;

    private static Product product;
    private static NodeClient node;
    private static Path one;
    private static Path two;

    private ClientSocket socket;

    @BeforeAll
    static void start() {
        product = Product.start("deploy");
        node = NodeClient.start();
        one = PluginJar.answering("test.greeter", "1.0.0", "greet", "one");
        two = PluginJar.answering("test.greeter", "2.0.0", "greet", "two");
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    @BeforeEach
    void deployTheGoodOne() {
        socket = node.connect(product.url());
        product.deploy(one, "greeter.jar");
        socket.awaitAnswer("\"one\"", "greet");
        // The note of what was refused before goes a moment later.
        awaitAccepted("greeter.jar");
    }

    @AfterEach
    void clear() throws IOException {
        assertThat(socket.disconnects()).isZero();
        Files.deleteIfExists(product.plugin("greeter.jar"));
        Files.deleteIfExists(product.plugin("rival.jar"));
        awaitGone("greet");
        socket.close();
    }

    private void awaitGone(String event) {
        Await.until(
                event + " has no handler",
                PATIENCE,
                () -> socket.call(event).at("/error/code").asInt() == 4004);
    }

    private static String awaitRejection(String file) {
        Await.until(file + " is refused", PATIENCE, () -> !product.rejection(file).isBlank());
        // The log is written by a thread of its own.
        Await.until(file + " is in the log", PATIENCE, () -> product.log().contains(file));
        return product.rejection(file);
    }

    private static void awaitAccepted(String file) {
        Await.until(file + " is accepted", PATIENCE, () -> product.rejection(file).isEmpty());
    }

    @Test
    void takesTheNewOneInItsPlaceAndGoesBack() {
        product.deploy(two, "greeter.jar");
        socket.awaitAnswer("\"two\"", "greet");
        product.deploy(one, "greeter.jar");
        socket.awaitAnswer("\"one\"", "greet");
    }

    @Test
    void takesTheHigherVersionOfTwoFiles() {
        product.deploy(two, "greeter-2.jar");
        socket.awaitAnswer("\"two\"", "greet");
        product.delete("greeter-2.jar");
        socket.awaitAnswer("\"one\"", "greet");
    }

    @Test
    void endsWithItsFile() {
        product.delete("greeter.jar");
        awaitGone("greet");
    }

    @Test
    void keepsTheGoodOneWhenACorruptOneOverwritesIt() throws IOException {
        Files.writeString(product.plugin("greeter.jar"), "this is no zip file, to be sure");
        assertThat(awaitRejection("greeter.jar")).isNotBlank();
        assertThat(socket.call("greet").asText()).isEqualTo("one");

        product.deploy(two, "greeter.jar");
        socket.awaitAnswer("\"two\"", "greet");
        awaitAccepted("greeter.jar");
    }

    @Test
    void keepsTheGoodOneWhenHalfOfAnotherOverwritesIt() throws IOException {
        byte[] whole = Files.readAllBytes(two);
        Files.write(product.plugin("greeter.jar"), Arrays.copyOf(whole, whole.length / 2));
        assertThat(awaitRejection("greeter.jar")).isNotBlank();
        assertThat(socket.call("greet").asText()).isEqualTo("one");

        product.deploy(one, "greeter.jar");
        awaitAccepted("greeter.jar");
        assertThat(socket.call("greet").asText()).isEqualTo("one");
    }

    @Test
    void waitsForASlowWriter() throws IOException {
        byte[] whole = Files.readAllBytes(two);
        Path file = product.plugin("greeter.jar");
        Files.write(file, new byte[0]);
        int step = whole.length / 8 + 1;
        for (int at = 0; at < whole.length; at += step) {
            byte[] piece = Arrays.copyOfRange(whole, at, Math.min(whole.length, at + step));
            Files.write(file, piece, StandardOpenOption.APPEND);
            assertThat(socket.call("greet").asText()).isIn("one", "two");
            // The pace of the writer under test, not a wait for something.
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
        socket.awaitAnswer("\"two\"", "greet");
        assertThat(product.rejection("greeter.jar")).isEmpty();
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void aPipeHoldsUpNobody() throws Exception {
        Path pipe = product.plugin("pipe.jar");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
        assertThat(awaitRejection("pipe.jar")).contains("is no regular file");
        product.deploy(two, "rival.JAR");
        socket.awaitAnswer("\"two\"", "greet");
        Files.delete(pipe);
        Files.delete(product.plugin("rival.JAR"));
    }

    @Test
    void takesDeleteThenCopyForASwap() {
        product.delete("greeter.jar");
        product.deploy(two, "greeter.jar");
        socket.awaitAnswer("\"two\"", "greet");
    }

    @Test
    void refusesWhatCannotBeResolved() {
        Path bad =
                PluginJar.named("test.greeter", "3.0.0")
                        .handler("@OnEvent(\"greet\") String greet() { return \"three\"; }")
                        .header("Import-Package", "no.such.library,*")
                        .build();
        product.deploy(bad, "greeter.jar");
        assertThat(awaitRejection("greeter.jar")).contains("no.such.library");
        assertThat(socket.call("greet").asText()).isEqualTo("one");
    }

    @Test
    void refusesWhatCannotBeBound() {
        Path bad =
                PluginJar.handler(
                        "test.greeter",
                        "3.0.0",
                        "@OnEvent(\"greet\") String greet(java.net.Socket s) { return \"three\"; }");
        product.deploy(bad, "greeter.jar");
        assertThat(awaitRejection("greeter.jar")).contains("Handler", "greet", "java.net.Socket");
        assertThat(socket.call("greet").asText()).isEqualTo("one");
    }

    @Test
    void refusesWhatFailsInItsConstructor() {
        Path bad =
                PluginJar.handler(
                        "test.greeter",
                        "3.0.0",
                        """
                        public Handler() { throw new IllegalStateException("no luck today"); }
                        @OnEvent("greet") String greet() { return "three"; }
                        """);
        product.deploy(bad, "greeter.jar");
        assertThat(awaitRejection("greeter.jar")).contains("no luck today");
        assertThat(socket.call("greet").asText()).isEqualTo("one");
    }

    @Test
    void refusesAnEventThatAnotherPluginHolds() throws IOException {
        product.deploy(PluginJar.answering("test.rival", "1.0.0", "greet", "rival"), "rival.jar");
        assertThat(awaitRejection("rival.jar")).contains("greet", "test.greeter");
        assertThat(socket.call("greet").asText()).isEqualTo("one");
        Files.delete(product.plugin("rival.jar"));
        awaitAccepted("rival.jar");
    }

    @Test
    void keepsTheOldOneWhileTheNewOneWaitsForAReference() throws IOException {
        Path waiting =
                PluginJar.handler(
                        "test.greeter",
                        "3.0.0",
                        """
                        @Reference Runnable task;
                        @OnEvent("greet") String greet() { return "three"; }
                        """);
        product.deploy(waiting, "greeter.jar");
        Await.until(
                "what it waits for is shown",
                PATIENCE,
                () -> product.http("/").body().contains("java.lang.Runnable"));
        assertThat(socket.call("greet").asText()).isEqualTo("one");

        String provider =
                """
                package test.provider;

                import org.osgi.service.component.annotations.Component;

                @Component
                public final class Provider implements Runnable, io.fastsocket.api.EventHandlers {
                    public void run() {}
                    @io.fastsocket.api.OnEvent("provide") String provide() { return "yes"; }
                }
                """;
        product.deploy(
                PluginJar.named("test.provider", "1.0.0").source("Provider", provider).build(),
                "provider.jar");
        socket.awaitAnswer("\"three\"", "greet");
        Files.delete(product.plugin("provider.jar"));
        awaitGone("provide");
    }
}
