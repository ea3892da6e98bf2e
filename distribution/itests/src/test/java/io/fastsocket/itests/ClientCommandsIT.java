package io.fastsocket.itests;

import static io.fastsocket.itests.CommandLineProduct.json;
import static io.fastsocket.itests.CommandLineProduct.product;
import static io.fastsocket.itests.CommandLineProduct.type;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What people type about clients. */
@ExtendWith(CommandLineProduct.class)
class ClientCommandsIT {

    @Test
    void clientsAreSeenWrittenToAndSentAway() throws InterruptedException {
        CommandLineProduct.awaitNobodyElse();
        Command register = type("event", "register", Setup.exampleJar("echo").toString());
        assertThat(register.out()).as(register.text()).containsPattern("/ +join +Echo.join");
        try (RawWebSocket client = RawWebSocket.open(product().port())) {
            String id = Product.json(client.send("40").next().substring(2)).path("sid").asText();
            assertThat(client.send("421[\"join\",\"lobby\"]").next()).isEqualTo("431[\"ok\"]");

            assertThat(json("socket", "list").get(0).path("id").asText()).isEqualTo(id);
            Command info = type("socket", "info", id.substring(0, 8));
            assertThat(info.out()).containsPattern("(?m)^id +" + id + "$");
            assertThat(info.out()).containsPattern("(?m)^rooms +lobby$");
            assertThat(json("socket", "info", id).path("rooms").toString())
                    .isEqualTo("[\"lobby\"]");
            assertThat(type("room", "list").out()).contains("lobby");
            assertThat(type("room", "members", "lobby").out()).contains(id, "127.0.0.1:");
            String home = product().home().toString();
            assertThat(
                            Product.command(
                                            "--home",
                                            home,
                                            "complete",
                                            "--",
                                            "room",
                                            "members",
                                            "lo")
                                    .out())
                    .isEqualTo("lobby\t/\n");

            assertThat(type("emit", "news", "--room", "lobby", "--payload", "{\"a\":1}").out())
                    .isEqualTo("sent news to 1 socket of /\n");
            assertThat(client.next()).isEqualTo("42[\"news\",{\"a\":1}]");

            failsWith("no socket has the id nobody", "socket", "disconnect", "nobody");
            failsWith("nobody is in a room loby; did you mean lobby?", "room", "members", "loby");
            assertThat(json("socket", "disconnect", id, "--connection").path("id").asText())
                    .isEqualTo(id);
            assertThat(client.next()).isEqualTo("41");
            assertThat(client.next()).isEqualTo(RawWebSocket.CLOSED);
        } finally {
            type("plugin", "uninstall", "echo");
        }
    }

    private static void failsWith(String message, String... words) {
        Command command = type(words);
        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.text()).isEqualTo("fastsocket: " + message + "\n");
    }
}
