package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipFile;

/** The folder {@code asyncapi/} holds the contract of each example, and it is true. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock("the plugins of ExampleContractsIT")
class ExampleContractsIT {

    private static final List<String> EXAMPLES =
            List.of("chat", "conformance", "echo", "hello", "market", "orders", "sensors");

    private static Product product;

    @BeforeAll
    static void start() {
        product = Product.start("contracts");
        product.delete("io.fastsocket.examples.hello.jar");
        awaitInContract("io.fastsocket.examples.hello", false);
    }

    @AfterAll
    static void stop() {
        product.stop();
    }

    private static Path contract(String name) {
        return Setup.contracts().resolve(name + ".yaml");
    }

    @Test
    void thereIsOneForEachAndAllAreValid() throws IOException {
        List<String> words = new ArrayList<>(List.of("asyncapi", "validate", "--strict"));
        List<String> expected = new ArrayList<>(EXAMPLES);
        expected.add("operator");
        try (Stream<Path> files = Files.list(Setup.contracts())) {
            List<Path> contracts = files.filter(f -> f.toString().endsWith(".yaml")).toList();
            assertThat(contracts)
                    .extracting(file -> file.getFileName().toString().replace(".yaml", ""))
                    .containsExactlyInAnyOrderElementsOf(expected);
            contracts.forEach(file -> words.add(file.toString()));
        }
        Command valid = Product.command(words.toArray(String[]::new));
        assertThat(valid.exitCode()).as(valid.text()).isZero();
    }

    /** What a plugin brings is the same file. */
    @Test
    void thatOfOrdersIsTheOneInItsJar() throws IOException {
        try (ZipFile jar = new ZipFile(Setup.exampleJar("orders").toFile())) {
            byte[] inside =
                    jar.getInputStream(jar.getEntry("META-INF/asyncapi.yaml")).readAllBytes();
            assertThat(Files.readAllBytes(contract("orders"))).isEqualTo(inside);
        }
    }

    /** What these say is what the product derives, word by word but for words to people. */
    @ParameterizedTest
    @ValueSource(strings = {"market", "sensors"})
    void thoseThatAreDerivedAreWhatIsDerived(String name) {
        Path derived = derived(name);
        assertThat(changes(contract(name), derived)).isEmpty();
        assertThat(changes(derived, contract(name))).isEmpty();
    }

    /**
     * Those written for people promise more of what is sent than records can say. What clients send
     * by them is taken, and there are no other events.
     */
    @ParameterizedTest
    @ValueSource(strings = {"chat", "conformance", "echo", "hello"})
    void thoseThatAreWrittenAreKept(String name) {
        Path derived = derived(name);
        for (JsonNode change : changes(contract(name), derived)) {
            String reason = change.path("reason").asText();
            assertThat(reason).as(change.toString()).doesNotStartWith("the event is no longer");
            if (change.path("direction").asText().equals("received")) {
                assertThat(change.path("impact").asText())
                        .as(change.toString())
                        .isNotEqualTo("breaking");
            }
            if (reason.equals("the event is new")) {
                assertThat(change.path("event").asText()).isEqualTo("error");
            }
        }
    }

    /** The live contract of one example alone. */
    private static Path derived(String name) {
        String file = name + ".jar";
        String plugin = "io.fastsocket.examples." + name;
        Path live = Setup.newFolder("derived").resolve(name + ".yaml");
        product.deploy(Setup.exampleJar(name), file);
        awaitInContract(plugin, true);
        Command export =
                Product.command(
                        "asyncapi",
                        "export",
                        "-o",
                        live.toString(),
                        "--home",
                        product.home().toString());
        assertThat(export.exitCode()).as(export.text()).isZero();
        product.delete(file);
        awaitInContract(plugin, false);
        return live;
    }

    private static void awaitInContract(String plugin, boolean there) {
        Await.until(
                plugin + " in the contract: " + there,
                NodeClient.PATIENCE,
                () -> product.http("/asyncapi.json").body().contains(plugin) == there);
    }

    private static JsonNode changes(Path old, Path changed) {
        Command diff =
                Product.command("asyncapi", "diff", "--json", old.toString(), changed.toString());
        JsonNode facts = Product.json(diff.out());
        assertThat(facts.has("changes")).as(diff.text()).isTrue();
        return facts.path("changes");
    }
}
