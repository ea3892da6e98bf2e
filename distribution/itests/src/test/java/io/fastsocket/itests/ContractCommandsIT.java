package io.fastsocket.itests;

import static io.fastsocket.itests.CommandLineProduct.json;
import static io.fastsocket.itests.CommandLineProduct.product;
import static io.fastsocket.itests.CommandLineProduct.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people type about contracts. */
@ExtendWith(CommandLineProduct.class)
class ContractCommandsIT {

    @Test
    void contractsAreJudgedInTheCommandsOwnProcess(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("bad.json"), "{\"asyncapi\": \"3.0.0\"}");

        Command bad = type("asyncapi", "validate", file.toString());

        assertThat(bad.exitCode()).isEqualTo(1);
        assertThat(bad.err()).isEmpty();
        assertThat(bad.out())
                .isEqualTo(
                        "%1$s:1:1: error: \"info\" is missing [asyncapi-document-resolved]\n"
                                        .formatted(file)
                                + file
                                + ": not valid (AsyncAPI 3.0.0, 1 error)\n");
        assertThat(type("asyncapi", "validate", file + "x").exitCode()).isEqualTo(1);
        // In the server's process too: Gogo's functions are called there.
        Command inside = type("fastsocket", "asyncapi", "validate", file.toString());
        assertThat(inside.out()).isEqualTo(bad.out());
    }

    @Test
    void contractsAreConvertedAndKeptInTheCommandsOwnProcess(@TempDir Path folder)
            throws IOException {
        Path old =
                Files.writeString(
                        folder.resolve("old.yaml"),
                        """
                        asyncapi: 2.6.0
                        info: {title: Lobby, version: 1.0.0}
                        channels:
                          /lobby: {publish: {message: {name: join, payload: {$ref: 'join.yaml'}}}}
                        """);
        Files.writeString(folder.resolve("join.yaml"), "type: string\n");
        Path now = folder.resolve("lobby.yaml");

        Command converted = type("asyncapi", "convert", old.toString(), "-o", now.toString());

        assertThat(converted.exitCode()).as(converted.text()).isZero();
        assertThat(type("asyncapi", "diff", old.toString(), now.toString()).out())
                .endsWith(": nothing has changed for clients\n");
        assertThat(type("asyncapi", "import", now.toString()).out())
                .isEqualTo("lobby, version 1\n");
        assertThat(type("fastsocket", "asyncapi", "import", now.toString()).out())
                .startsWith("lobby, version 1: nothing has changed");
        assertThat(json("asyncapi", "list").at("/0/name").asText()).isEqualTo("lobby");
        String shown = type("asyncapi", "show", "lobby").out();
        assertThat(shown).isEqualTo(Files.readString(now));
        assertThat(type("fastsocket", "asyncapi", "show", "lobby").out()).isEqualTo(shown);
        assertThat(type("asyncapi", "bundle", now.toString()).out()).isEqualTo(shown);
    }

    @Test
    void theContractOfWhatIsInServiceIsPrintedAndServed(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("live.yaml");
        assertThat(type("asyncapi", "export", "-o", file.toString()).exitCode()).isZero();
        Command judged = type("asyncapi", "validate", "--strict", file.toString());
        assertThat(judged.exitCode()).as(judged.text()).isZero();
        JsonNode document = json("asyncapi", "export");
        assertThat(document.at("/operations/root.receive.hello/x-fastsocket-plugins/0/name"))
                .hasToString("\"io.fastsocket.examples.hello\"");
        assertThat(Product.json(product().http("/asyncapi.json").body())).isEqualTo(document);
    }

    @Test
    void contractsAreComparedInTheCommandsOwnProcess(@TempDir Path folder) throws IOException {
        String contract =
                """
                asyncapi: 3.0.0
                info: {title: Lobby, version: 1.0.0}
                channels:
                  lobby: {address: /lobby, messages: {join: {payload: {type: string}}}}
                operations:
                  join:
                    action: receive
                    channel: {$ref: '#/channels/lobby'}
                    messages: [{$ref: '#/channels/lobby/messages/join'}]
                """;
        Path old = Files.writeString(folder.resolve("old.yaml"), contract);
        Path now =
                Files.writeString(
                        folder.resolve("new.yaml"), contract.replace("string", "integer"));

        Command diff = type("asyncapi", "diff", old.toString(), now.toString());

        assertThat(diff.exitCode()).as(diff.text()).isEqualTo(1);
        assertThat(diff.out())
                .contains("type is now integer, and was string")
                .endsWith(": 1 breaking, 0 unclear, 0 compatible\n");
        assertThat(type("asyncapi", "diff", old.toString(), old.toString()).exitCode()).isZero();
        Command inside = type("fastsocket", "asyncapi", "diff", old.toString(), now.toString());
        assertThat(inside.out()).isEqualTo(diff.out());
    }

    @Test
    void aPluginsOwnContractIsHeldAgainstWhatComesIn() {
        assertThat(type("plugin", "install", Setup.exampleJar("orders").toString()).exitCode())
                .isZero();
        String order =
                "{\"number\":\"AB-0001\",\"lines\":[{\"article\":\"tea\",\"quantity\":2,\"cents\":250}],"
                        + "\"payment\":{\"kind\":\"card\",\"lastDigits\":\"%s\"},\"delivery\":\"%s\"}";
        assertThat(place(order.formatted("1234", "pickup")).at("/ack/0/totalCents").asInt())
                .isEqualTo(500);
        JsonNode error = place(order.formatted("12", "courier")).at("/ack/0/error");
        assertThat(error.path("code").asInt()).isEqualTo(4001);
        assertThat(error.path("details").findValuesAsText("path"))
                .contains("payment.lastDigits", "address");
        assertThat(json("event", "list", "--namespace", "/orders").at("/0/violations").asInt())
                .isEqualTo(1);
        assertThat(type("plugin", "uninstall", "io.fastsocket.examples.orders").exitCode())
                .isZero();
    }

    private static JsonNode place(String order) {
        Command command =
                type(
                        "event",
                        "trigger",
                        "place",
                        "--namespace",
                        "/orders",
                        "--payload",
                        order,
                        "--json");
        return Product.json(command.out());
    }
}
