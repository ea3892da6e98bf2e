package io.fastsocket.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.contract.Problem;
import io.fastsocket.spi.contract.Severity;
import io.fastsocket.spi.contract.Verdict;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.Set;

class JudgeTest {

    @TempDir private Path folder;
    private Written written;

    @BeforeEach
    void prepare() {
        written = new Written(folder);
    }

    @Test
    void ownContractsAreValidAndFitToBeDeployed() throws Exception {
        AsyncApiJudge judge = new AsyncApiJudge();
        Path contracts = Path.of(System.getProperty("root.dir"), "asyncapi");
        for (String name : Set.of("chat", "conformance", "echo", "hello")) {
            Verdict verdict = judge.judge(contracts.resolve(name + ".yaml"), true, Set.of());
            assertThat(verdict.problems()).as(name).isEmpty();
            assertThat(verdict.version()).isEqualTo("3.0.0");
        }
    }

    @Test
    void aProblemHasLineColumnPathAndRule() throws Exception {
        String text = Written.GOOD.replace("action: receive", "action: listen");
        Verdict verdict = written.with("a.yaml", text).judged("a.yaml");
        assertThat(verdict.problems())
                .containsExactly(
                        new Problem(
                                "asyncapi-document-resolved",
                                Severity.ERROR,
                                null,
                                "/operations/join/action",
                                13,
                                5,
                                "must be one of \"send\", \"receive\", and is \"listen\""));
        assertThat(verdict.valid()).isFalse();
    }

    @Test
    void aProblemStandsWhereItWasWritten() throws Exception {
        written.with(
                "parts/messages.yaml",
                """
                join:
                  payload:
                    type: objekt
                """);
        String text =
                Written.GOOD.replace("'#/components/messages/join'", "'parts/messages.yaml#/join'");
        Problem problem = written.with("a.yaml", text).judged("a.yaml").problems().getFirst();
        assertThat(problem.file()).isEqualTo("parts/messages.yaml");
        assertThat(Written.line(problem))
                .isEqualTo("3:5 /join/payload/type asyncapi-document-resolved");
    }

    @Test
    void referencesThatLeadNowhereSayWhatMayBeMeant() throws Exception {
        String text =
                Written.GOOD.replace("#/components/messages/join", "#/components/messages/jion");
        Problem problem = written.with("a.yaml", text).judged("a.yaml").problems().getFirst();
        assertThat(problem.rule()).isEqualTo("invalid-ref");
        assertThat(problem.message())
                .isEqualTo(
                        "\"#/components/messages/jion\" leads to nothing: there is no \"jion\"; did you"
                                + " mean \"join\"?");
    }

    @Test
    void yamlIsReadAsOneDotTwo() throws Exception {
        String text = Written.GOOD.replace("title: Lobby", "title: yes").replace("1.0.0", "0o17");
        assertThat(written.problems(text))
                .containsExactly("4:3 /info/version asyncapi-document-resolved");
    }

    @Test
    void namesThatStandTwiceAreErrors() throws Exception {
        assertThat(written.problems(Written.GOOD + "info: {}\n")).containsExactly("27:1  parser");
        String json = "{\"asyncapi\": \"3.0.0\",\n \"info\": 1,\n \"info\": 2}";
        assertThat(written.with("a.json", json).judged("a.json").problems())
                .extracting(Written::line)
                .containsExactly("3:2  parser");
    }

    @Test
    void mergeKeysMerge() throws Exception {
        String text = Written.GOOD.replace("payload:", "<<: {title: 7}\n      payload:");
        assertThat(written.problems(text))
                .containsExactly(
                        "21:12 /components/messages/join/title asyncapi-document-resolved");
    }

    @Test
    void aSchemaMayContainItself() throws Exception {
        String text =
                Written.GOOD
                        + """
                          schemas:
                            Tree:
                              type: object
                              properties:
                                children:
                                  type: array
                                  items:
                                    $ref: '#/components/schemas/Tree'
                        """;
        assertThat(written.problems(text)).isEmpty();
    }

    @Test
    void beyondTheSchemas() throws Exception {
        String text =
                Written.GOOD.replace(
                        "address: /lobby", "address: /lobby/{room}\n    parameters: {}");
        assertThat(written.problems(text))
                .containsExactly("8:5 /channels/lobby/parameters asyncapi3-channel-parameters");
        text =
                Written.GOOD.replace(
                        "- $ref: '#/channels/lobby/messages/join'",
                        "- $ref: '#/components/messages/join'");
        assertThat(written.problems(text))
                .containsExactly(
                        "17:9 /operations/join/messages/0"
                                + " asyncapi3-operation-messages-from-referred-channel");
    }

    @Test
    void whatIsFitToBeDeployed() throws Exception {
        String text = Written.GOOD + "      examples:\n        - payload: {}\n";
        assertThat(written.problems(text)).isEmpty();
        assertThat(written.problems(text, true))
                .containsExactly(
                        "28:11 /components/messages/join/examples/0/payload fastsocket-message-examples");
        text =
                Written.GOOD.replace(
                        "    messages:\n      - $ref: '#/channels/lobby/messages/join'\n", "");
        assertThat(written.problems(text, true))
                .containsExactly(
                        "12:3 /operations/join/messages fastsocket-operation-messages-explicit");
    }
}
