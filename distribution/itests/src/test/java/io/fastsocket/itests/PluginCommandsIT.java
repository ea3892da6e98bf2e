package io.fastsocket.itests;

import static io.fastsocket.itests.CommandLineProduct.json;
import static io.fastsocket.itests.CommandLineProduct.type;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What people type about plugins and their events. */
@ExtendWith(CommandLineProduct.class)
class PluginCommandsIT {

    @Test
    void pluginIsInstalledAndUninstalled() {
        Command install = type("plugin", "install", Setup.exampleJar("echo").toString());
        assertThat(install.exitCode()).as(install.text()).isZero();
        assertThat(type("event", "trigger", "echo", "--payload", "[1, 2.50]").out())
                .contains("[1, 2.50]");
        assertThat(type("plugin", "reload", "io.fastsocket.examples.echo").exitCode()).isZero();
        assertThat(json("plugin", "history", "io.fastsocket.examples.echo").toString())
                .contains("activated", "reloaded");

        Command uninstall = type("plugin", "uninstall", "io.fastsocket.examples.echo");
        assertThat(uninstall.exitCode()).as(uninstall.text()).isZero();
        assertThat(type("event", "trigger", "echo").exitCode()).isEqualTo(1);
    }

    @Test
    void refusedPluginFailsTheCommandWithTheReason() throws IOException {
        Path broken = Files.writeString(Setup.newFolder("broken").resolve("broken.jar"), "no zip");

        Command install = type("plugin", "install", broken.toString());

        assertThat(install.exitCode()).isEqualTo(1);
        assertThat(install.err()).contains("broken.jar was refused: incomplete or corrupt");
        Command uninstall = type("plugin", "uninstall", "broken.jar");
        assertThat(uninstall.exitCode()).isZero();
        assertThat(uninstall.out()).isEqualTo("broken.jar is deleted; it was not in service\n");
    }

    @Test
    void argumentsArriveAsTheyWereTyped() {
        String hard = "a \"quoted\" $HOME ${x} {y} [z] | cat ; # 'it' \\ \n\tend";
        String payload = "{\"name\":" + quoted(hard) + "}";

        Command answer = type("event", "trigger", "hello", "--payload", payload, "--json");

        assertThat(answer.exitCode()).as(answer.text()).isZero();
        assertThat(Product.json(answer.out()).at("/ack/0/message").asText())
                .isEqualTo("Hello, " + hard + "!");
    }

    private static String quoted(String text) {
        return new com.fasterxml.jackson.databind.node.TextNode(text).toString();
    }

    @Test
    void payloadComesFromAFileToo() throws IOException {
        Path file =
                Files.writeString(
                        Setup.newFolder("payload").resolve("p.json"), "{\"name\":\"Ada\"}");

        Command answer = type("event", "trigger", "hello", "--payload", "@" + file);

        assertThat(answer.out()).contains("{\"message\":\"Hello, Ada!\"}");
    }

    @Test
    void errorOfAHandlerFailsTheCommand() {
        Command answer = type("event", "trigger", "hello", "--payload", "{\"name\":\" \"}");

        assertThat(answer.exitCode()).isEqualTo(1);
        assertThat(answer.out()).contains("4001", "must not be blank");
    }
}
