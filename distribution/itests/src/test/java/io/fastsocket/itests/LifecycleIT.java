package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Start, stop and status, and what is said when the product cannot start. */
class LifecycleIT {

    private static final String OPENING = "/socket.io/?EIO=4&transport=polling";

    @Test
    void startsTellsItsStatusStopsAndStartsAgain() {
        String home = Product.newHome("lifecycle").toString();
        assertThat(Product.command("status", "--home", home).exitCode()).isEqualTo(3);
        for (int round = 0; round < 2; round++) {
            Command start =
                    Product.command("start", "--home", home, "--port", "0", "--http-port", "0");
            assertThat(start.exitCode()).as(start.text()).isZero();
            JsonNode status = statusOf(home);
            try {
                assertThat(start.out())
                        .contains("http://127.0.0.1:" + status.path("port").asInt())
                        .contains("http://127.0.0.1:" + status.path("httpPort").asInt());
                assertThat(status.path("home").asText()).isEqualTo(home);
                assertThat(status.path("version").asText()).startsWith("0.1.0");
                assertThat(Product.command("status", "--home", home).exitCode()).isZero();
            } finally {
                Command stop = Product.command("stop", "--home", home);
                assertThat(stop.exitCode()).as(stop.text()).isZero();
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
    void isHealthyOnceReady() {
        try (Product product = Product.start("health")) {
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
    void needsNoCleaningUpAfterKill() {
        Product first = Product.start("kill");
        first.kill();
        assertThat(Product.command("status", "--home", first.home().toString()).exitCode())
                .isEqualTo(3);
        try (Product second = Product.startIn(first.home())) {
            assertThat(second.pid()).isNotEqualTo(first.pid());
            assertThat(second.transport(OPENING).body()).startsWith("0{");
            assertThat(second.http("/health/ready").statusCode()).isEqualTo(200);
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
