package io.fastsocket.asyncapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.fastsocket.spi.contract.Problem;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Documents that are made to do harm end soon, in an error, in the memory that this module's tests
 * have.
 */
@Timeout(20) // two seconds are what it may take; a machine may be busy
class HostileTest {

    private static final String HEAD = "asyncapi: 3.0.0\ninfo: {title: a, version: '1'}\n";

    @TempDir private Path folder;
    private Written written;

    @BeforeEach
    void prepare() {
        written = new Written(folder);
    }

    private List<Problem> judged(String name, String text) throws Exception {
        return written.with(name, text).judged(name, true).problems();
    }

    private void refused(String text, String message) throws Exception {
        assertThat(judged("document.yaml", text))
                .extracting(Problem::message)
                .anyMatch(m -> m.contains(message));
    }

    @Test
    void whatIsNoDocumentIsSaidWithoutTheWordsOfLibraries() throws Exception {
        for (String text :
                List.of(
                        "{\"a\":",
                        "{\"a\": [1, 2",
                        "{\"a\": nul}",
                        "{\"a\": 1" + "0".repeat(2000))) {
            assertThat(judged("cut.json", text))
                    .singleElement()
                    .extracting(Problem::message)
                    .asString()
                    .startsWith("not JSON: ")
                    .doesNotContain("Source", "start marker", "StreamRead");
        }
        assertThat(judged("control.yaml", "asyncapi: 3.0.0\nx: a\u0001b\n"))
                .singleElement()
                .satisfies(problem -> assertThat(problem.line()).isEqualTo(2))
                .extracting(Problem::message)
                .isEqualTo("not YAML: the character U+0001 is not allowed");
    }

    @Test
    void aliasesThatMultiply() throws Exception {
        StringBuilder bomb = new StringBuilder(HEAD + "x-0: &x0 [1, 1, 1, 1, 1, 1, 1, 1, 1]\n");
        for (int i = 1; i < 12; i++) {
            String alias = "*x" + (i - 1);
            bomb.append(
                    "x-%d: &x%d [%s]\n"
                            .formatted(
                                    i,
                                    i,
                                    String.join(
                                            ", ",
                                            List.of(alias, alias, alias, alias, alias, alias))));
        }
        refused(bomb.toString(), "more than 2000000 values once aliases are followed");
    }

    @Test
    void referencesThatMultiply() throws Exception {
        StringBuilder bomb =
                new StringBuilder(HEAD + "components:\n  schemas:\n    x0: {type: string}\n");
        for (int i = 1; i < 40; i++) {
            String ref = "{$ref: '#/components/schemas/x" + (i - 1) + "'}";
            bomb.append(
                    "    x%d: {type: object, properties: {a: %s, b: %s}}\n".formatted(i, ref, ref));
        }
        refused(bomb.toString(), "more than 500000000 values once references are followed");
    }

    @Test
    void referencesThatMultiplyABit() throws Exception {
        // Just within the limit: what is shared must not be looked at again and again.
        StringBuilder bomb =
                new StringBuilder(HEAD + "components:\n  schemas:\n    x0: {type: strin}\n");
        for (int i = 1; i < 17; i++) {
            String ref = "{$ref: '#/components/schemas/x" + (i - 1) + "'}";
            bomb.append(
                    "    x%d: {type: object, properties: {a: %s, b: %s}}\n".formatted(i, ref, ref));
        }
        assertThat(judged("a.yaml", bomb.toString())).isNotEmpty();
    }

    @Test
    void aChainOfReferences() throws Exception {
        String chain =
                IntStream.range(0, 20_000)
                        .mapToObj(
                                i ->
                                        "    x%d: {not: {$ref: '#/components/schemas/x%d'}}\n"
                                                .formatted(i, i + 1))
                        .collect(Collectors.joining());
        refused(HEAD + "components:\n  schemas:\n" + chain, "more than 250 levels deep");
    }

    @Test
    void referencesInCircles() throws Exception {
        refused(HEAD + "x-a: {$ref: '#/x-b'}\nx-b: {$ref: '#/x-a'}\n", "leads back to itself");
        refused(HEAD + "x-a: {$ref: '#/x-a/b'}\n", "leads in a circle");
        refused(HEAD + "x-a: {$ref: '#/x-b/c'}\nx-b: {$ref: '#/x-a/c'}\n", "leads in a circle");
    }

    @Test
    void tooLarge() throws Exception {
        refused(HEAD + "# " + "x".repeat(10 << 20), "larger than 5 MiB");
        refused(HEAD + "x-a: [" + "0,".repeat(2_000_000) + "0]\n", "more than 250000 values");
        refused(
                HEAD + "x-a: \"" + "\\\\".repeat(2_000_000) + "\"\nx-b: " + "9".repeat(500_000),
                "more than 400 digits");
        for (String number : List.of("1.0e+400", "-1e400", ".inf", "-.INF", ".nan")) {
            refused(HEAD + "x-a: {maximum: " + number + "}\n", "a number that is too large");
        }
        assertThat(judged("a.json", "{\"maximum\": 1e400}").toString())
                .contains("a number that is too large");
        assertThat(judged("a.json", "[" + "{},".repeat(1_700_000) + "0]")).hasSize(1);
    }

    @Test
    void tooDeep() throws Exception {
        refused(HEAD + "x-a: " + "[".repeat(1_000_000), "more than 100 levels deep");
        refused(HEAD + "x-a: " + "{a: ".repeat(1_000_000), "more than 100 levels deep");
        refused(
                HEAD
                        + "x-a:\n"
                        + IntStream.range(1, 2_000)
                                .mapToObj(i -> " ".repeat(i) + "a:\n")
                                .collect(Collectors.joining()),
                "more than 100 levels deep");
        assertThat(judged("a.json", "[".repeat(1_000_000))).hasSize(1);
        assertThat(judged("b.json", "{\"a\":".repeat(1_000_000))).hasSize(1);
    }

    @Test
    void deepSchemas() throws Exception {
        String deep =
                "{properties: {a: ".repeat(45)
                        + "{type: string}"
                        + ", b: {type: strin}}}".repeat(45);
        String many =
                IntStream.range(0, 150)
                        .mapToObj(i -> "    x" + i + ": " + deep + "\n")
                        .collect(Collectors.joining());
        assertThat(judged("a.yaml", HEAD + "components:\n  schemas:\n" + many)).isNotEmpty();
    }

    @Test
    void outOfTheFolder() throws Exception {
        Path outside = Files.writeString(Files.createTempFile("outside", ".yaml"), "secret: 1");
        Files.createSymbolicLink(folder.resolve("link.yaml"), outside);
        try {
            for (String ref :
                    List.of(
                            "../../../../../../etc/passwd",
                            "/etc/passwd",
                            "file:///etc/passwd",
                            outside.toString(),
                            "link.yaml",
                            "%2e%2e/%2e%2e/%2e%2e/%2e%2e/etc/passwd")) {
                refused(
                        HEAD + "x-a: {$ref: '" + ref + "'}\n",
                        "leads out of the document's folder");
            }
            refused(
                    HEAD + "x-a: {$ref: 'http://169.254.169.254/latest'}\n",
                    "which is not asked unless");
            refused(
                    HEAD + "x-a: {$ref: 'jar:file:/a.jar!/b'}\n",
                    "leads to neither a file nor http");
            refused(HEAD + "x-a: {$ref: '//host/share'}\n", "leads");
        } finally {
            Files.delete(outside);
        }
    }

    @Test
    void patternsThatExplode() throws Exception {
        String example = "        - payload: " + "a".repeat(40) + "!\n";
        for (String pattern :
                List.of("^(a+)+$", "^(a|a)*$", "^(a|aa)+$", "(.*a){25}$", "^(?=(a+)+$)")) {
            String text =
                    HEAD
                            + "components:\n  messages:\n    m:\n      payload: {pattern: '%s'}\n      examples:\n"
                                    .formatted(pattern)
                            + example.repeat(50);
            assertThat(judged("document.yaml", text)).isNotEmpty();
        }
    }

    @Test
    void manyExamplesOfLargeSchemas() throws Exception {
        String schema =
                IntStream.range(0, 150)
                        .mapToObj(i -> "          p%d: {type: string}\n".formatted(i))
                        .collect(Collectors.joining());
        String messages =
                IntStream.range(0, 2_000)
                        .mapToObj(
                                i ->
                                        "    m%d: {payload: {$ref: '#/components/schemas/s'}, examples: [{payload: {p1: 1}}]}\n"
                                                .formatted(i))
                        .collect(Collectors.joining());
        assertThat(
                        judged(
                                "document.yaml",
                                HEAD
                                        + "components:\n  messages:\n"
                                        + messages
                                        + "  schemas:\n    s:\n        properties:\n"
                                        + schema))
                .isNotEmpty();
    }
}
