package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A new version is tried out on a share of two hundred connections. */
@ExtendWith(CommandLineProduct.class)
class CanaryIT {

    private static final String PLUGIN = "test.canary";
    private static final String FILE = "canary-1.jar";
    private static final int CONNECTIONS = 200;
    private static final String FIRST = "[\"1.0.0\"]";
    private static final String SECOND = "[\"2.0.0\"]";

    private final List<RawWebSocket> clients = new ArrayList<>();

    @AfterEach
    void remove() {
        clients.forEach(RawWebSocket::close);
        CommandLineProduct.type("plugin", "uninstall", PLUGIN);
    }

    private static Path version(String version, String body) {
        return PluginJar.handler(
                PLUGIN,
                version,
                """
                private final java.util.concurrent.atomic.AtomicInteger calls =
                        new java.util.concurrent.atomic.AtomicInteger();

                @OnConnect void came(Socket socket) { socket.emit("came", "%1$s"); }

                @OnEvent("who") String who() { %2$s return "%1$s"; }
                """
                        .formatted(version, body));
    }

    private static Command type(String... words) {
        Command command = CommandLineProduct.type(words);
        assertThat(command.exitCode()).as(command.text()).isZero();
        return command;
    }

    private void serveTheFirst() throws Exception {
        CommandLineProduct.product().deploy(version("1.0.0", ""), FILE);
        Await.until(
                "the first",
                NodeClient.PATIENCE,
                () -> CommandLineProduct.type("plugin", "info", PLUGIN).exitCode() == 0);
        int port = CommandLineProduct.product().port();
        for (int i = 0; i < CONNECTIONS; i++) {
            clients.add(RawWebSocket.open(port));
        }
        for (RawWebSocket client : clients) {
            client.send("40");
            assertThat(client.next()).startsWith("40{");
            assertThat(client.next()).isEqualTo("42[\"came\",\"1.0.0\"]");
        }
    }

    /** What each is answered, in their order. A client that is greeted again or gone shows. */
    private List<String> answers() throws InterruptedException {
        clients.forEach(client -> client.send("420[\"who\"]"));
        List<String> answers = new ArrayList<>();
        for (RawWebSocket client : clients) {
            answers.add(client.next().replaceFirst("^430", ""));
        }
        return answers;
    }

    private static List<JsonNode> states() {
        List<JsonNode> own = new ArrayList<>();
        for (JsonNode each : Product.json(type("plugin", "list", "--json").out())) {
            if (each.path("name").asText().equals(PLUGIN)) {
                own.add(each);
            }
        }
        return own;
    }

    private static boolean isTriedOut() {
        return states().stream().anyMatch(each -> each.path("state").asText().equals("canary"));
    }

    @Test
    void aShareOfTheConnectionsSeesItUntilAllDoAndNobodyIfItIsRolledBack() throws Exception {
        serveTheFirst();
        String second = version("2.0.0", "").toString();
        Command begun = type("plugin", "deploy", "--canary", "10%", second);
        assertThat(begun.out()).contains("test.canary 2.0.0 is tried out: 10 % of connections");
        List<String> first = answers();
        assertThat(first).containsOnly(FIRST, SECOND);
        assertThat(first.stream().filter(SECOND::equals).count()).isBetween(5L, 40L);
        for (int i = 0; i < 5; i++) {
            assertThat(answers()).isEqualTo(first);
        }
        assertThat(type("plugin", "info", PLUGIN).out())
                .contains("canary, since")
                .contains("0 failed")
                .contains("1.0.0 meanwhile: ");
        assertThat(type("event", "list", "--plugin", PLUGIN).out())
                .containsPattern("who .* 1[.]0[.]0 .* active")
                .containsPattern("who .* 2[.]0[.]0 .* canary");

        assertThat(type("plugin", "promote", PLUGIN).out()).contains("2.0.0 is active");
        assertThat(answers()).containsOnly(SECOND);
        assertThat(isTriedOut()).isFalse();
        assertThat(type("plugin", "history", PLUGIN).out()).contains("promoted", "canary");

        assertThat(type("plugin", "rollback", PLUGIN).out()).contains("1.0.0 is active");
        assertThat(answers()).containsOnly(FIRST);
        Command refused = CommandLineProduct.type("plugin", "deploy", "--canary", "10%", second);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.text()).contains("rolled back to test.canary 1.0.0", "by hand");
    }

    @Test
    void oneThatFailsEndsByItselfAndOthersNoticeNothing() throws Exception {
        serveTheFirst();
        String fails = "if (calls.incrementAndGet() % 5 == 0) throw new IllegalStateException();";
        type("plugin", "deploy", "--canary", "20%", version("2.0.0", fails).toString());
        Set<Integer> share = new HashSet<>();
        Await.until(
                "it is over",
                NodeClient.PATIENCE,
                () -> {
                    List<String> answers = answers();
                    for (int i = 0; i < answers.size(); i++) {
                        if (!answers.get(i).equals(FIRST)) {
                            share.add(i);
                        }
                    }
                    return !isTriedOut();
                });
        assertThat(share.size()).isBetween(15, 70);
        assertThat(answers()).containsOnly(FIRST);
        assertThat(type("plugin", "history", PLUGIN).out())
                .contains("canary ended", "calls of / who failed, in 1.0.0 it was 0.0 % of ");
    }

    @Test
    void aShareThatIsNoneIsAMistake() {
        Command command = CommandLineProduct.type("plugin", "deploy", "--canary", "0%", "x.jar");
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.text()).contains("from 0.01% to 99.99%");
    }
}
