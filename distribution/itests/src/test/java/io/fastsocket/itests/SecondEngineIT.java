package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Both engines in one product: netty-socketio, named first, speaks; they are switched live. */
@NeedsNode
class SecondEngineIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String FEATURES =
            "core,logging,plugins,transport-netty-socketio,transport,http,shell";
    private static final String OURS = "transport";
    private static final String LIBRARY = "transport.nettysocketio";

    private static Product product;
    private static NodeClient node;

    @BeforeAll
    static void start() {
        product = Product.startIn(Product.newHome("second"), "--port", "0", "--features", FEATURES);
        node = NodeClient.start();
        product.deploy(Setup.exampleJar("echo"), "echo.jar");
        try (ClientSocket socket = node.connect(product.url())) {
            socket.awaitAnswer("1", "echo", 1);
        }
    }

    @AfterAll
    static void stop() {
        node.close();
        product.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"websocket", "polling", "polling,websocket"})
    void speaks(String transports) {
        Map<String, ?> options = Map.of("transports", List.of(transports.split(",")));
        try (ClientSocket socket = node.connect(product.url(), options)) {
            assertThat(socket.call("echo", "hello").asText()).isEqualTo("hello");
            assertThat(socket.call("echo", NodeClient.binary((byte) 1, (byte) 2)))
                    .isEqualTo(Product.json("{\"$binary\":\"AQI=\"}"));
        }
    }

    @Test
    void isSwitchedLive() {
        try (ClientSocket socket = node.connect(product.url())) {
            for (String[] change : new String[][] {{LIBRARY, OURS}, {OURS, LIBRARY}}) {
                int before = socket.disconnects();
                command("bundle", "stop", change[0]);
                Await.until("disconnected", PATIENCE, () -> socket.disconnects() > before);
                Await.until("back", PATIENCE, socket::connected);
                assertThat(socket.call("echo", change[1]).asText()).isEqualTo(change[1]);
                assertThat(command("bundle", "start", change[0])).contains("active");
            }
        }
        assertThat(product.console())
                .contains("Socket.IO is spoken by netty-socketio already; this engine waits")
                .contains("port " + product.port() + ", spoken by fastsocket")
                .doesNotContain("ERROR")
                .doesNotContain("Exception");
    }

    private static String command(String... words) {
        Command command = Product.command(withHome(words));
        assertThat(command.exitCode()).as(command.text()).isZero();
        return command.text();
    }

    private static String[] withHome(String... words) {
        List<String> all = new java.util.ArrayList<>(List.of(words));
        all.addAll(List.of("--home", product.home().toString()));
        return all.toArray(String[]::new);
    }
}
