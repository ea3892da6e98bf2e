package io.fastsocket.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;

import io.fastsocket.spi.contract.Impact;
import io.fastsocket.spi.contract.InvalidContractException;
import io.fastsocket.spi.contract.LiveContract.Form;
import io.fastsocket.spi.contract.PointOfView;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Documents in one piece, and of the newer version. */
class RewriteTest {

    private static final String OLD =
            """
            asyncapi: 2.6.0
            info: {title: Lights, version: 1.0.0}
            tags: [{name: lights}]
            servers:
              main:
                url: wss://{region}.example.com:8443/socket.io
                protocol: wss
                variables: {region: {default: eu}}
                security: [{token: []}, {login: ['read']}]
            channels:
              light/{id}/measured:
                parameters:
                  id: {schema: {type: string, enum: [a, b]}}
                servers: [main]
                bindings: {socketio: {auth: {type: object}}}
                publish:
                  operationId: measure
                  message:
                    oneOf:
                      - $ref: '#/components/messages/Measured'
                      - {messageId: off, payload: {$ref: 'parts.yaml#/definitions/Off'}}
                subscribe:
                  message:
                    name: set
                    schemaFormat: application/vnd.apache.avro;version=1.9.0
                    payload: {type: record, name: Set, fields: []}
            components:
              messages:
                Measured:
                  name: measured
                  x-ack: {args: [{type: object, properties: {ok: {type: boolean}}}]}
                  payload: {$ref: 'parts.yaml#/definitions/Measured'}
                  examples: [{payload: {lumens: 3}}]
              securitySchemes:
                token: {type: httpApiKey, in: header, name: x}
                login:
                  type: oauth2
                  flows:
                    implicit: {authorizationUrl: 'https://example.com', scopes: {read: r, write: w}}
            """;

    private static final String PARTS =
            """
            definitions:
              Measured:
                type: object
                properties:
                  lumens: {type: integer}
                  near: {type: array, items: {$ref: '#/definitions/Measured'}}
                  at: {$ref: 'more/time.yaml'}
              Off: {$ref: '#/definitions/Measured'}
            """;

    private final AsyncApiRewriter rewriter = new AsyncApiRewriter();
    private final AsyncApiJudge judge = new AsyncApiJudge();
    @TempDir private Path folder;

    private Path old() throws Exception {
        new Written(folder)
                .with("old.yaml", OLD)
                .with("parts.yaml", PARTS)
                .with("more/time.yaml", "type: string\nformat: date-time\n");
        return folder.resolve("old.yaml");
    }

    private JsonNode valid(String name, String text) throws Exception {
        Path file = Files.createDirectories(folder.resolve("out")).resolve(name);
        Files.writeString(file, text);
        assertThat(judge.judge(file, false, Set.of()).valid())
                .as(judge.judge(file, false, Set.of()).problems() + "\n" + text)
                .isTrue();
        return new YAMLMapper().readTree(text);
    }

    @Test
    void whatIsInOtherFilesBecomesComponents() throws Exception {
        JsonNode document = valid("a.yaml", rewriter.bundle(old(), Form.YAML, Set.of()));
        assertThat(document.at("/components/messages/Measured/payload/$ref").asText())
                .isEqualTo("#/components/schemas/Measured");
        JsonNode schemas = document.at("/components/schemas");
        assertThat(schemas.fieldNames()).toIterable().containsExactlyInAnyOrder("Measured", "time");
        assertThat(schemas.at("/Measured/properties/near/items/$ref").asText())
                .isEqualTo("#/components/schemas/Measured");
        assertThat(schemas.at("/Measured/properties/at/$ref").asText())
                .isEqualTo("#/components/schemas/time");
        valid("a.json", rewriter.bundle(old(), Form.JSON, Set.of()));
    }

    @Test
    void whereANameLeadsToAnotherFileItsContentIsPut() throws Exception {
        String text =
                Written.GOOD
                        .replace(
                                "    address: /lobby\n    messages:\n      join:\n        $ref: '#/components/messages/join'",
                                "    $ref: parts/lobby.yaml")
                        .replaceAll("(?s)components:.*", "");
        new Written(folder)
                .with("a.yaml", text)
                .with(
                        "parts/lobby.yaml",
                        "address: /lobby\nmessages: {join: {payload: {$ref: 'join.yaml'}}}\n")
                .with("parts/join.yaml", "type: string\n");
        JsonNode document =
                valid("b.yaml", rewriter.bundle(folder.resolve("a.yaml"), Form.YAML, Set.of()));
        assertThat(document.at("/channels/lobby/address").asText()).isEqualTo("/lobby");
        assertThat(document.at("/components/schemas/join/type").asText()).isEqualTo("string");
    }

    @Test
    void olderDocumentsBecomeNewerOnes() throws Exception {
        JsonNode document =
                valid("c.yaml", rewriter.convert(old(), PointOfView.CLIENT, Form.YAML, Set.of()));
        assertThat(document.at("/servers/main/host").asText())
                .isEqualTo("{region}.example.com:8443");
        assertThat(document.at("/servers/main/pathname").asText()).isEqualTo("/socket.io");
        assertThat(document.at("/servers/main/security/1/scopes/0").asText()).isEqualTo("read");
        JsonNode channel = document.at("/channels/lightIdMeasured");
        assertThat(channel.path("address").asText()).isEqualTo("light/{id}/measured");
        assertThat(channel.at("/bindings/x-socketio/auth/type").asText()).isEqualTo("object");
        assertThat(channel.path("messages").fieldNames())
                .toIterable()
                .containsExactly("measured", "measuredAck", "off", "set");
        assertThat(channel.at("/messages/set/payload/schemaFormat").asText()).contains("avro");
        assertThat(document.path("operations").toString())
                .isEqualTo(
                        new ObjectMapper()
                                .readTree(
                                        """
                                        {"measure":{"action":"receive","channel":{"$ref":"#/channels/lightIdMeasured"},
                                        "messages":[{"$ref":"#/channels/lightIdMeasured/messages/measured"}],
                                        "reply":{"channel":{"$ref":"#/channels/lightIdMeasured"},
                                        "messages":[{"$ref":"#/channels/lightIdMeasured/messages/measuredAck"}]}},
                                        "measure2":{"action":"receive","channel":{"$ref":"#/channels/lightIdMeasured"},
                                        "messages":[{"$ref":"#/channels/lightIdMeasured/messages/off"}]},
                                        "sendLightIdMeasured":{"action":"send","channel":{"$ref":"#/channels/lightIdMeasured"},
                                        "messages":[{"$ref":"#/channels/lightIdMeasured/messages/set"}]}}
                                        """)
                                .toString());
        assertThat(
                        rewriter.convert(old(), PointOfView.SERVER, Form.YAML, Set.of())
                                .split("action: send", -1))
                .hasSize(3);
    }

    @Test
    void whatIsNotOfAnOlderVersionIsNotConverted() throws Exception {
        new Written(folder).with("a.yaml", Written.GOOD);
        assertThatExceptionOfType(InvalidContractException.class)
                .isThrownBy(
                        () ->
                                rewriter.convert(
                                        folder.resolve("a.yaml"),
                                        PointOfView.CLIENT,
                                        Form.YAML,
                                        Set.of()))
                .withMessage("a.yaml is AsyncAPI 3.0.0 already");
    }

    /** Each valid document of the folder {@code -Dasyncapi.corpus} and of the repository. */
    @Test
    void documentsOfAllKindsStayValidAndSayTheSame() throws Exception {
        List<Path> files = new ArrayList<>();
        try (Stream<Path> own = Files.list(Path.of(System.getProperty("root.dir"), "asyncapi"))) {
            own.filter(file -> file.toString().endsWith(".yaml")).forEach(files::add);
        }
        String corpus = System.getProperty("asyncapi.corpus", "");
        if (!corpus.isEmpty()) {
            JsonNode verdicts =
                    new ObjectMapper().readTree(Files.readString(Path.of(corpus, "verdicts.json")));
            for (JsonNode one : verdicts.get("documents")) {
                if (one.get("valid").asBoolean()) {
                    files.add(Path.of(corpus, one.get("file").asText()));
                }
            }
        }
        assumeTrue(!files.isEmpty());
        SoftAssertions all = new SoftAssertions();
        for (Path file : files) {
            all.assertThatCode(() -> bothWays(file)).as(file.toString()).doesNotThrowAnyException();
        }
        all.assertAll();
    }

    private void bothWays(Path file) throws Exception {
        String name = file.getFileName().toString();
        valid(name + "-bundled.yaml", rewriter.bundle(file, Form.YAML, Set.of()));
        same(file, name + "-bundled.yaml");
        if (judge.judge(file, false, Set.of()).version().startsWith("2.")) {
            valid(
                    name + "-converted.yaml",
                    rewriter.convert(file, PointOfView.CLIENT, Form.YAML, Set.of()));
            same(file, name + "-converted.yaml");
        }
    }

    private void same(Path file, String written) throws Exception {
        assertThat(
                        new AsyncApiComparison()
                                .compare(file, folder.resolve("out").resolve(written), Set.of()))
                .as(file.toString())
                // 3.0 has less to say of parameters: their values, no patterns.
                .allMatch(
                        change ->
                                change.impact() == Impact.COMPATIBLE
                                        && change.reason().startsWith("address: "));
    }
}
