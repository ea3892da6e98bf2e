package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code asyncapi test}: examples of contracts played against the running server. */
@ExtendWith(CommandLineProduct.class)
class ContractTrialIT {

    private static final String PLUGIN = "test.trial";

    private static final String HANDLERS =
            """
            @OnHandshake void admit(Handshake handshake) {
                if (handshake.auth().isEmpty()) throw new EventException(10001, "please sign in");
            }
            @OnEvent("add") int add(int one, int other, Socket socket) {
                socket.emit("sum", one + other);
                return one + other;
            }
            @OnEvent("note") void note(String text) {}
            @OnEvent("file") byte[] file(Socket socket) { return new byte[] {1, 2, 3}; }
            """;

    private static final String CONTRACT =
            """
            asyncapi: 3.0.0
            info: {title: Trial, version: 1.0.0}
            channels:
              trial:
                address: /trial/{room}
                parameters: {room: {enum: [blue]}}
                messages:
                  add:
                    payload:
                      type: array
                      items: [{type: integer}, {type: integer}]
                      additionalItems: false
                      x-socketio-args: true
                    examples:
                      - {name: small, payload: [1, 2]}
                      - {payload: [40, 2]}
                  added: {payload: {type: integer, maximum: 40}}
                  sum: {payload: {type: integer, minimum: 40}}
                  note: {payload: {type: [string, integer]}, examples: [{name: text, payload: a}, {name: number, payload: 1}]}
                  file: {payload: {type: array, maxItems: 0, x-socketio-args: true}, examples: [{payload: []}]}
                  bytes: {payload: {type: string, format: binary, minLength: 3, maxLength: 3}}
                  missing: {payload: {type: integer}}
                  never: {payload: {type: integer}}
            operations:
              add:
                action: receive
                channel: {$ref: '#/channels/trial'}
                messages: [{$ref: '#/channels/trial/messages/add'}]
                reply:
                  channel: {$ref: '#/channels/trial'}
                  messages: [{$ref: '#/channels/trial/messages/added'}]
              file:
                action: receive
                channel: {$ref: '#/channels/trial'}
                messages: [{$ref: '#/channels/trial/messages/file'}]
                reply:
                  channel: {$ref: '#/channels/trial'}
                  messages: [{$ref: '#/channels/trial/messages/bytes'}]
              notes:
                action: receive
                channel: {$ref: '#/channels/trial'}
                messages:
                  - {$ref: '#/channels/trial/messages/note'}
                  - {$ref: '#/channels/trial/messages/missing'}
              sends:
                action: send
                channel: {$ref: '#/channels/trial'}
                messages:
                  - {$ref: '#/channels/trial/messages/sum'}
                  - {$ref: '#/channels/trial/messages/never'}
            """;

    private static Path contract;

    @BeforeAll
    static void deploy() throws IOException {
        Path jar =
                PluginJar.named(PLUGIN, "1.0.0")
                        .source(
                                "Handler",
                                """
                                package test.trial;

                                import io.fastsocket.api.*;
                                import org.osgi.service.component.annotations.*;

                                @Component
                                @Namespace("/trial/{room}")
                                public final class Handler implements EventHandlers {
                                %s
                                }
                                """
                                        .formatted(HANDLERS))
                        .build();
        Command installed = CommandLineProduct.type("plugin", "install", jar.toString());
        assertThat(installed.exitCode()).as(installed.text()).isZero();
        contract = Setup.newFolder("trial").resolve("trial.yaml");
        Files.writeString(contract, CONTRACT);
    }

    @AfterAll
    static void remove() {
        CommandLineProduct.type("plugin", "uninstall", PLUGIN);
    }

    /** In a process of its own, which knows nothing of a home. */
    private static Command test(String... more) {
        List<String> words = new ArrayList<>(List.of("asyncapi", "test", contract.toString()));
        words.addAll(List.of("--url", CommandLineProduct.product().url()));
        words.addAll(List.of(more));
        return Product.command(words.toArray(String[]::new));
    }

    @Test
    void eachExampleHasALine() {
        Command tested = test("--auth", "{\"user\":\"ann\"}");
        assertThat(tested.exitCode()).as(tested.text()).isEqualTo(1);
        assertThat(tested.out().lines().map(line -> line.replaceAll(" {2,}", " | ")))
                .contains(
                        "passed | received | /trial/blue | add | small | acknowledged",
                        "failed | received | /trial/blue | add | 2 | the acknowledgement is not as"
                                + " the contract says: 42 must be 40 or less",
                        "passed | received | /trial/blue | file | 1 | acknowledged",
                        "passed | received | /trial/blue | note | text | sent",
                        "failed | received | /trial/blue | note | number | answered with error 4001"
                                + " validation: must be a string",
                        "skipped | received | /trial/blue | missing | - | the contract has no"
                                + " example",
                        "failed | sent | /trial/blue | sum | - | 3 must be 40 or more",
                        "skipped | sent | /trial/blue | never | - | has not arrived")
                .last()
                .asString()
                .endsWith(": 3 passed, 3 failed, 2 skipped");
    }

    @Test
    void programsGetJsonAndJUnit() {
        JsonNode facts = Product.json(test("--auth", "{\"user\":\"ann\"}", "--json").out());
        assertThat(facts.path("failed").asInt()).isEqualTo(3);
        assertThat(facts.path("outcomes")).hasSize(8);
        assertThat(test("--auth", "{\"user\":\"ann\"}", "--format", "junit").out())
                .contains(
                        "tests=\"8\" failures=\"3\" skipped=\"2\"",
                        "<testcase classname=\"/trial/blue\" name=\"received add small\"/>");
    }

    @Test
    void whoIsNotLetInFailsEverywhere() {
        Command refused = test();
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.out()).contains("the namespace cannot be joined: please sign in");
    }

    @Test
    void wrongWordsAndAbsentServersAreNamed() {
        assertThat(test("--auth", "[1]").exitCode()).isEqualTo(2);
        assertThat(test("--timeout", "0").err()).contains("--timeout must be a number of seconds");
        Command nowhere =
                Product.command(
                        "asyncapi", "test", contract.toString(), "--url", "http://127.0.0.1:1");
        assertThat(nowhere.exitCode()).isEqualTo(1);
        assertThat(nowhere.err())
                .contains("http://127.0.0.1:1 cannot be reached")
                .doesNotContain("Exception");
        assertThat(
                        Product.command(
                                        "asyncapi",
                                        "test",
                                        contract.toString(),
                                        "--url",
                                        "localhost")
                                .err())
                .contains("--url must be an address such as");
    }
}
