package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.contract.RawPolling;
import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Start, stop and status, and what is said when the product cannot start. */
@Execution(ExecutionMode.CONCURRENT)
class LifecycleIT {

    private static final String SLOW =
            """
            @OnEvent("there") boolean there() { return true; }
            @OnEvent("slow") String slow(Socket socket) throws InterruptedException {
                socket.emit("begun");
                Thread.sleep(1500);
                return "done";
            }
            """;

    private static final String OPENING = "/socket.io/?EIO=4&transport=polling";

    @Test
    void startsTellsItsStatusStopsAndStartsAgain() {
        String home = Product.newHome("lifecycle").toString();
        assertThat(Product.command("status", "--home", home).exitCode()).isEqualTo(3);
        for (int round = 0; round < 2; round++) {
            Command start =
                    Product.command(
                            round == 0
                                    ? new String[] {
                                        "start",
                                        "--home",
                                        home,
                                        "--port",
                                        "0",
                                        "--http-port",
                                        "0",
                                        "--json"
                                    }
                                    : new String[] {
                                        "start", "--home", home, "--port", "0", "--http-port", "0"
                                    });
            assertThat(start.exitCode()).as(start.text()).isZero();
            JsonNode status = statusOf(home);
            try {
                if (round == 0) {
                    assertThat(Product.json(start.out()).path("port"))
                            .isEqualTo(status.path("port"));
                } else {
                    assertThat(start.out())
                            .contains("http://127.0.0.1:" + status.path("port").asInt())
                            .contains("http://127.0.0.1:" + status.path("httpPort").asInt());
                }
                assertThat(status.path("home").asText()).isEqualTo(home);
                assertThat(status.path("version").asText()).startsWith("0.1.0");
                assertThat(Product.command("status", "--home", home).exitCode()).isZero();
            } finally {
                Command stop = Product.command("stop", "--home", home, "--json");
                assertThat(stop.exitCode()).as(stop.text()).isZero();
                JsonNode stopped = Product.json(stop.out());
                assertThat(stopped.path("stopped").asBoolean()).isTrue();
                assertThat(stopped.path("pid")).isEqualTo(status.path("pid"));
            }
            assertThat(Product.command("status", "--home", home).exitCode()).isEqualTo(3);
            assertThat(ProcessHandle.of(status.path("pid").asLong()).filter(ProcessHandle::isAlive))
                    .isEmpty();
        }
    }

    private static JsonNode statusOf(String home) {
        Command status = Product.command("status", "--json", "--home", home);
        assertThat(status.exitCode()).as(status.text()).isZero();
        return Product.json(status.out());
    }

    @Test
    void isHealthyOnceReadyFromAnArchiveToo() throws IOException {
        Path unpacked = Archive.unpacked();
        assertThat(Archive.inZip()).isEqualTo(Archive.inTar());
        assertThat(Archive.inTar())
                .contains(
                        "fastsocket-0.1.0-SNAPSHOT/README.txt",
                        "fastsocket-0.1.0-SNAPSHOT/docs/setup.md",
                        "fastsocket-0.1.0-SNAPSHOT/examples/io.fastsocket.examples.chat.jar",
                        "fastsocket-0.1.0-SNAPSHOT/examples/io.fastsocket.examples.market.jar",
                        "fastsocket-0.1.0-SNAPSHOT/examples/io.fastsocket.examples.sensors.jar")
                .noneMatch(name -> name.matches(".*/(target|src|pom.xml|var)(/.*)?"));
        try (Product product = Product.startOf(unpacked, unpacked)) {
            assertThat(product.http("/health/live").statusCode()).isEqualTo(200);
            assertThat(product.http("/health/ready").statusCode()).isEqualTo(200);
            assertThat(product.http("/").body()).contains("FastSocket");
            assertThat(product.transport(OPENING).body()).startsWith("0{");
            assertThat(product.console())
                    .contains(product.url())
                    .contains("http://127.0.0.1:" + product.httpPort());
        }
    }

    @Test
    void answersWhatIsInFlightBeforeItEnds() throws Exception {
        Product product = Product.start("goodbye");
        product.deploy(PluginJar.handler("test.slow", "1.0.0", SLOW), "slow.jar");
        try (RawWebSocket client = RawWebSocket.open(product.port())) {
            client.send("40").next();
            Await.until(
                    "the handler is there",
                    NodeClient.PATIENCE,
                    () -> client.send("420[\"there\"]").next().equals("430[true]"));
            RawPolling polling = new RawPolling(product.port());
            polling.post("40");
            assertThat(polling.poll().body()).startsWith("40");

            client.send("421[\"slow\"]");
            polling.post("421[\"slow\"]");
            assertThat(client.next()).isEqualTo("42[\"begun\"]");
            assertThat(polling.poll().body()).isEqualTo("42[\"begun\"]");
            Thread stopping = Thread.ofPlatform().start(product::stop);

            assertThat(client.next()).isEqualTo("431[\"done\"]");
            assertThat(client.next()).isEqualTo("41");
            assertThat(client.next()).isEqualTo(RawWebSocket.CLOSED);
            String told = polling.poll().body();
            while (!told.endsWith("1")) {
                told += "\u001e" + polling.poll().body();
            }
            assertThat(told).isEqualTo("431[\"done\"]\u001e41\u001e1");
            stopping.join();
            assertThat(product.alive()).isFalse();
        } finally {
            product.close();
        }
    }

    @Test
    void needsNoCleaningUpAfterKill() throws IOException {
        // Too long a name for a socket in it.
        Product first = Product.startIn(Setup.newFolder("kill").resolve("long".repeat(25)));
        String home = first.home().toString();
        assertThat(topUntil(first::kill, home))
                .isEqualTo("the server ended before the command did");
        assertThat(Product.command("status", "--home", home).exitCode()).isEqualTo(3);
        Command command = Product.command("plugin", "list", "--home", home);
        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err())
                .isEqualTo(
                        "fastsocket: no server is running in the home %s; start it with:"
                                        .formatted(home)
                                + " fastsocket start --home "
                                + home
                                + "\n");
        try (Product second = Product.startIn(first.home())) {
            assertThat(Product.command("plugin", "list", "--home", home).exitCode()).isZero();
            assertThat(second.pid()).isNotEqualTo(first.pid());
            assertThat(second.transport(OPENING).body()).startsWith("0{");
            assertThat(second.http("/health/ready").statusCode()).isEqualTo(200);
        }
    }

    /** What {@code top} complains of once something has happened to the server it watches. */
    private static String topUntil(Runnable event, String home) throws IOException {
        String script = Setup.product().resolve("bin/fastsocket").toString();
        Process top =
                Command.prepare(
                                Setup.newFolder("top"),
                                List.of(script, "top", "--json", "--home", home))
                        .start();
        try {
            assertThat(top.inputReader().readLine()).contains("sockets");
            event.run();
            String last = top.inputReader().lines().reduce("", (before, line) -> line);
            return Product.json(last).at("/error/message").asText();
        } finally {
            top.descendants().forEach(ProcessHandle::destroyForcibly);
            top.destroyForcibly();
        }
    }

    @Test
    void runsTwiceWithDifferentHomes() {
        try (Product first = Product.start("two");
                Product second = Product.start("two")) {
            assertThat(first.port()).isNotEqualTo(second.port());
            first.stop();
            assertThat(second.transport(OPENING).body()).startsWith("0{");
            assertThat(statusOf(second.home().toString()).path("pid").asLong())
                    .isEqualTo(second.pid());
        }
    }

    @Test
    void saysInOneLineThatAPortIsTaken() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            for (String option : new String[] {"--port", "--http-port"}) {
                String other = option.equals("--port") ? "--http-port" : "--port";
                String home = Product.newHome("taken").toString();
                Command run = Product.command("run", "--home", home, other, "0", option, port);
                assertRefused(run, port);
            }
        }
    }

    @Test
    void namesTheWrongOption() {
        String home = Product.newHome("wrong").toString();
        assertRefused(Product.command("run", "--home", home, "--port", "99999"), "port", "99999");
        assertRefused(Product.command("run", "--home", home, "--features", "nosuch"), "nosuch");
    }

    @Test
    void namesTheFileAndKeyOfAWrongSetting() throws IOException {
        Product product = Product.start("setting");
        product.stop();
        Path etc = product.home().resolve("etc");
        String home = product.home().toString();

        Path cfg = etc.resolve("io.fastsocket.transport.cfg");
        String before = Files.exists(cfg) ? Files.readString(cfg) : "";
        Files.writeString(cfg, "pingInterval=soon\n");
        String[] run = {"run", "--home", home, "--port", "0", "--http-port", "0"};
        assertRefused(Product.command(run), "io.fastsocket.transport.cfg", "pingInterval", "soon");
        Files.writeString(cfg, before);

        Files.writeString(etc.resolve("fastsocket.properties"), "port = many\n");
        assertRefused(
                Product.command("run", "--home", home), "fastsocket.properties", "port", "many");
    }

    private static void assertRefused(Command run, String... words) {
        assertThat(run.exitCode()).as(run.text()).isEqualTo(2);
        assertThat(run.err().strip().lines()).as(run.text()).hasSize(1);
        assertThat(run.err()).contains(words).doesNotContain("Exception");
    }
}
