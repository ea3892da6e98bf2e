package io.fastsocket.itests;

import static io.fastsocket.itests.CommandLineProduct.json;
import static io.fastsocket.itests.CommandLineProduct.product;
import static io.fastsocket.itests.CommandLineProduct.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people type about the log, also without a server. */
@ExtendWith(CommandLineProduct.class)
class LogCommandsIT {

    @Test
    void logIsSearchedCountedAndSet() {
        // The log is written by a thread of its own.
        Await.until(
                "in the log",
                NodeClient.PATIENCE,
                () -> product().log().contains("io.fastsocket.examples.hello"));
        assertThat(type("log", "view", "--grep", "is in service").out())
                .contains("InService", "io.fastsocket.examples.hello")
                .doesNotContain("\u001b");
        JsonNode line = json("log", "view", "--lines", "1", "--grep", "/hello .* in service/");
        assertThat(line.path("level").asText()).isEqualTo("INFO");

        assertThat(type("log", "level", "org.example", "debug", "--for", "10m").out())
                .isEqualTo("org.example has level debug for 10 min 0 s\n");
        assertThat(json("log", "level", "org.example").get(0).path("until").asText()).isNotEmpty();
        assertThat(type("log", "level", "org.example", "inherit").exitCode()).isZero();
        assertThat(json("log", "level").toString()).doesNotContain("org.example");

        assertThat(json("log", "stats").path("dropped").asLong()).isZero();
        Command mistake = type("log", "view", "--level", "wran");
        assertThat(mistake.exitCode()).isEqualTo(2);
        assertThat(mistake.err()).contains("did you mean warn?");
    }

    @Test
    void logIsReadWithoutAServer() throws IOException {
        Path home = Setup.newFolder("a log");
        Path log = Files.createDirectories(home.resolve("var/log"));
        Files.writeString(
                log.resolve("fastsocket.jsonl"),
                """
                {"timestamp":"2026-01-31T14:30:00.000Z","level":"ERROR","logger":"a.B","message":"caf\u00e9 1"}
                {"timestamp":"2026-01-31T14:30:00.001Z","level":"INFO","logger":"a.B","message":"two"}
                """);

        Command view =
                Product.command("log", "view", "--grep", "/(caf|bar).*/", "--home", home + "");
        assertThat(view.exitCode()).as(view.text()).isZero();
        assertThat(view.out()).contains("B").endsWith("caf\u00e9 1\n").hasLineCount(1);
        assertThat(view.err().lines()).hasSize(1);
        assertThat(view.err()).contains("no server answers in the home " + home);
        Command stats = Product.command("log", "stats", "--json", "--home", home.toString());
        assertThat(Product.json(stats.out()).at("/kinds/0/count").asInt()).isEqualTo(1);
        Command wrong = Product.command("log", "view", "--sinse", "1m", "--home", home + "");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("did you mean --since?");
        assertThat(Product.command("log", "clear", "--home", home.toString()).text())
                .contains("Cleared 1 file");
        assertThat(log.resolve("fastsocket.jsonl")).isEmptyFile();
    }
}
