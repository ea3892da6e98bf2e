package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import io.fastsocket.contract.RawWebSocket;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line, as it is typed in another terminal, on one server whose home has a space. */
@ExtendWith(CommandLineProduct.class)
class CommandLineIT {

    private static Product product() {
        return CommandLineProduct.product();
    }

    private static Command type(String... words) {
        return CommandLineProduct.type(words);
    }

    private static JsonNode json(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Command command = type(all.toArray(String[]::new));
        assertThat(command.exitCode()).as(command.text()).isZero();
        return Product.json(command.out());
    }

    @Test
    void tablesForPeopleAndJsonForPrograms() {
        Command table = type("plugin", "list");
        assertThat(table.exitCode()).isZero();
        assertThat(table.out().lines().findFirst().orElseThrow()).startsWith("NAME");
        assertThat(table.out()).contains("hello", "active").doesNotContain("\u001b");

        JsonNode plugin = json("plugin", "list").get(0);
        assertThat(plugin.path("name").asText()).isEqualTo("io.fastsocket.examples.hello");
        assertThat(plugin.path("state").asText()).isEqualTo("active");
        assertThat(json("event", "list").toString()).contains("\"hello\"");
    }

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
        assertThat(type("asyncapi", "validate", file + "x").exitCode()).isEqualTo(2);
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

    @Test
    void mistakesGetOneLineAndAHint() {
        Command command = type("plugin", "lst");
        assertThat(command.exitCode()).isEqualTo(2);
        assertThat(command.err().lines()).hasSize(1);
        assertThat(command.err()).contains("plugin list");

        Command option = type("event", "trigger", "hello", "--paylod", "{}");
        assertThat(option.exitCode()).isEqualTo(2);
        assertThat(option.err()).contains("--payload");

        Command bad = type("event", "trigger", "hello", "--payload", "{\"name\":");
        assertThat(bad.exitCode()).isEqualTo(2);
        assertThat(bad.err()).contains("--payload").doesNotContain("Exception");
    }

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
        assertThat(type("plugin", "uninstall", "broken.jar").exitCode()).isZero();
    }

    @Test
    void commandsOfGogoWorkOutside() {
        Command bundles = type("felix", "lb", "-s");
        assertThat(bundles.exitCode()).as(bundles.text()).isZero();
        assertThat(bundles.out()).contains("io.fastsocket.transport");
    }

    @Test
    void clientsAreSeenWrittenToAndSentAway() throws InterruptedException {
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

    @Test
    void logIsSearchedCountedAndSet() {
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
    void serverIsDescribed() {
        assertThat(type("server", "status").out()).contains(product().url());
        assertThat(type("server", "info").out())
                .contains("limits", "none exceeded", "have their defaults")
                .doesNotContain("maxPayload");
        assertThat(json("server", "info").at("/settings/io.fastsocket.transport").has("maxPayload"))
                .isTrue();
        assertThat(json("version").path("version").asText()).startsWith("0.1.0");
        assertThat(type("server", "reload").exitCode()).isZero();
        assertThat(type("server", "doctor").text()).doesNotContain("Exception");
        assertThat(type("top", "--once").exitCode()).isZero();
        assertThat(type("room", "list").exitCode()).isZero();
        assertThat(json("socket", "list")).isEmpty();
        assertThat(type("emit", "news", "--payload", "{}").out()).contains("0 sockets");
    }

    @Test
    void withoutAServerOneLineSaysWhatToDo() {
        Command command =
                Product.command("plugin", "list", "--home", Setup.newFolder("none").toString());

        assertThat(command.exitCode()).isEqualTo(1);
        assertThat(command.err().lines()).hasSize(1);
        assertThat(command.err()).contains("fastsocket start");
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

    @Test
    void helpNeedsNoServer() {
        Command help = Product.command("plugin", "install", "--help");

        assertThat(help.exitCode()).as(help.text()).isZero();
        assertThat(help.out()).contains("Usage: fastsocket plugin install");
    }
}
