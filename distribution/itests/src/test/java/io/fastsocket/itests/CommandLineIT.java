package io.fastsocket.itests;

import static io.fastsocket.itests.CommandLineProduct.json;
import static io.fastsocket.itests.CommandLineProduct.product;
import static io.fastsocket.itests.CommandLineProduct.type;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.util.ArrayList;
import java.util.List;

/** The command line, as it is typed in another terminal, on one server whose home has a space. */
@ExtendWith(CommandLineProduct.class)
class CommandLineIT {

    @BeforeAll
    static void beAlone() {
        CommandLineProduct.awaitNobodyElse();
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
    void whatIsTypedWrongIsExitCode2AndWhatIsNotThere1() {
        for (String[] words :
                new String[][] {
                    {"nonsense"}, {"nonsense", "foo"}, {"server", "nonsense"}, {"completion", "ksh"}
                }) {
            Command unknown = type(words);
            assertThat(unknown.exitCode()).as(unknown.text()).isEqualTo(2);
            List<String> without = new ArrayList<>(List.of(words));
            without.addAll(List.of("--home", Setup.newFolder("nobody").toString()));
            Command unanswered = Product.command(without.toArray(String[]::new));
            assertThat(unanswered.exitCode()).as(unanswered.text()).isEqualTo(2);
        }
        for (String[] words :
                new String[][] {
                    {"plugin", "install", "absent.jar"},
                    {"plugin", "deploy", "--canary", "5%", "absent.jar"},
                    {"event", "register", "absent"},
                    {"event", "trigger", "hello", "--payload", "@absent"},
                    {"emit", "news", "--payload", "@absent"},
                    {"asyncapi", "validate", "absent"},
                    {"asyncapi", "diff", "absent", "absent"},
                    {"asyncapi", "test", "absent", "--url", "http://127.0.0.1:1"},
                    {"asyncapi", "bundle", "absent"},
                    {"asyncapi", "convert", "absent"},
                    {"asyncapi", "import", "absent"},
                    {"asyncapi", "docs", "absent", "-o", "absent"}
                }) {
            Command missing = type(words);
            assertThat(missing.exitCode()).as(missing.text()).isEqualTo(1);
            assertThat(missing.err()).contains("absent").hasLineCount(1);
        }
    }

    @Test
    void programsGetAnObjectIfACommandFails() {
        assertThat(error(1, "plugin", "info", "hallo"))
                .startsWith("no plugin is named hallo; there are");
        assertThat(error(2, "plugin", "lst"))
                .isEqualTo("there is no command plugin lst; did you mean plugin list?");
        assertThat(error(2, "plugin", "info")).isEqualTo("missing required parameter: PLUGIN");
        assertThat(error(1, "asyncapi", "show", "nothing")).contains("nothing");
        assertThat(error(2, "start", "--prot", "1")).contains("did you mean --port?");
    }

    private static String error(int exitCode, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.add("--json");
        Command failed = type(all.toArray(String[]::new));
        assertThat(failed.exitCode()).as(failed.text()).isEqualTo(exitCode);
        assertThat(failed.err()).isEmpty();
        JsonNode error = Product.json(failed.out()).path("error");
        assertThat(error.path("exitCode").asInt()).isEqualTo(exitCode);
        return error.path("message").asText();
    }

    @Test
    void whatAnOperatorTriesIsNoDrift() {
        type("event", "trigger", "nobodys", "--payload", "1");
        type("event", "trigger", "hello", "--payload", "{\"name\":\"Ada\",\"nobodys\":1}");
        assertThat(json("asyncapi", "drift").toString()).doesNotContain("nobodys");
    }

    @Test
    void commandsOfGogoWorkOutside() {
        Command bundles = type("felix", "lb", "-s");
        assertThat(bundles.exitCode()).as(bundles.text()).isZero();
        assertThat(bundles.out()).contains("io.fastsocket.transport");
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
    void helpNeedsNoServer() {
        Command help = Product.command("plugin", "install", "--help");

        assertThat(help.exitCode()).as(help.text()).isZero();
        assertThat(help.out()).contains("Usage: fastsocket plugin install");
    }
}
