package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The pages of the live contract, and the same as files ({@code pages.mjs} is who reads them). */
@ExtendWith(CommandLineProduct.class)
@NeedsNode
@NeedsChromium
class ContractPagesIT {

    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String PLUGIN = "io.fastsocket.examples.orders";

    /** Without the plugin. */
    private static HttpResponse<String> before;

    @TempDir private Path folder;

    @BeforeAll
    static void install() throws Exception {
        CommandLineProduct.awaitNobodyElse();
        before = page(null);
        Command install =
                CommandLineProduct.type("plugin", "install", Setup.exampleJar("orders").toString());
        assertThat(install.exitCode()).as(install.text()).isZero();
    }

    @AfterAll
    static void uninstall() {
        CommandLineProduct.type("plugin", "uninstall", PLUGIN);
    }

    private static HttpResponse<String> page(String tag) throws Exception {
        URI uri =
                URI.create(
                        "http://127.0.0.1:%d/docs/events"
                                .formatted(CommandLineProduct.product().httpPort()));
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(LIMIT);
        if (tag != null) {
            request.header("If-None-Match", tag);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private static String tag(HttpResponse<String> response) {
        return response.headers().firstValue("ETag").orElseThrow();
    }

    @Test
    void thePageIsOfTheMomentAndAskedForEachTime() throws Exception {
        HttpResponse<String> page = page(tag(before));
        assertThat(before.body()).contains("id=\"/hello\"").doesNotContain("/orders");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("id=\"/orders/place\"", "From 2 plugins")
                .contains("<b>" + PLUGIN + "</b> 0.1.0.SNAPSHOT, by its own contract");
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-cache");
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .startsWith("default-src 'none'; script-src 'self'")
                .contains(
                        "ws://127.0.0.1:%d/socket.io/;"
                                .formatted(CommandLineProduct.product().port()))
                .doesNotContain("unsafe", "*");
        HttpResponse<String> again = page(tag(page));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(CommandLineProduct.product().http("/docs/events/nothing.js").statusCode())
                .isEqualTo(404);
    }

    @Test
    void peopleReadSearchAndSend() throws IOException {
        Path pages = folder.resolve("my docs");
        Command docs = CommandLineProduct.type("asyncapi", "docs", "-o", pages.toString());
        assertThat(docs.exitCode()).as(docs.text()).isZero();
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "node",
                                "pages.mjs",
                                "http://localhost:" + CommandLineProduct.product().httpPort(),
                                pages.toString(),
                                NeedsChromium.Condition.browser().toString()));
        if (System.getProperty("screenshots") != null) {
            words.add(System.getProperty("screenshots"));
        }

        Command reading = Command.run(Setup.node(), LIMIT, words);

        assertThat(reading.exitCode()).as(reading.text()).isZero();
    }

    @Test
    void filesAreWrittenWithoutAServerAndNotOverOthers() throws IOException {
        Path contract =
                Setup.example("orders").resolve("src/main/resources/META-INF/asyncapi.yaml");
        Path pages = folder.resolve("of a file");
        String[] words = {"asyncapi", "docs", contract.toString(), "-o", pages.toString()};
        Command outside = Product.command(words);
        assertThat(outside.exitCode()).as(outside.text()).isZero();
        String page = Files.readString(pages.resolve("index.html"));
        assertThat(page).contains("id=\"/orders/place\"").doesNotContain("x-fastsocket");

        // Again is no reason to refuse; something else in it is.
        assertThat(
                        CommandLineProduct.type(
                                        "fastsocket", "asyncapi", "docs", words[2], "-o", words[4])
                                .exitCode())
                .isZero();
        assertThat(Files.readString(pages.resolve("index.html"))).isEqualTo(page);
        Files.writeString(pages.resolve("notes.txt"), "mine");
        Command refused = Product.command(words);
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).contains("such as notes.txt", "--force");
        assertThat(
                        Product.command("asyncapi", "docs", words[2], "--force", "-o", words[4])
                                .exitCode())
                .isZero();
        assertThat(pages.resolve("notes.txt")).hasContent("mine");
    }
}
