package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;

/** The command line and its shell as a person at a terminal has them, and as a pipe has. */
@ExtendWith(CommandLineProduct.class)
class TerminalIT {

    private static final String PROMPT = "fastsocket> ";
    private static final String HELLO = "io.fastsocket.examples.hello";

    /** Other tests have other plugins in the same server. */
    private static final String BEGINNING = "io.fastsocket.examples.h";

    private static Typist at(String command) {
        return Typist.at(command, Map.of());
    }

    private static Command sh(String line) {
        String path = "PATH=\"" + Setup.product().resolve("bin") + ":$PATH\"; ";
        String home = "export FASTSOCKET_HOME='" + CommandLineProduct.product().home() + "'; ";
        return Command.run(
                Setup.newFolder("sh"),
                Product.START_LIMIT,
                List.of("bash", "-c", path + home + line));
    }

    @Test
    void shellCompletesRunsInterruptsAndLeaves() throws IOException {
        try (Typist person = at("fastsocket shell")) {
            person.sees(PROMPT);
            assertThat(person.screen()).contains("FastSocket 0.1.0", "Ctrl-D leaves");
            person.type("plugin inf" + Typist.TAB).sees("info ");
            person.type(BEGINNING + Typist.TAB).sees(HELLO);
            person.type(Typist.ENTER).sees("sha256").sees(PROMPT);
            person.type("event trigger hello --payload '{\"name\": \"Ada\"}'" + Typist.ENTER)
                    .sees("{\"message\":\"Hello, Ada!\"}")
                    .sees(PROMPT);
            person.type("plugni list" + Typist.ENTER).sees("did you mean plugin list?");
            person.type("version" + Typist.ENTER).sees("FastSocket 0.1.0").sees(PROMPT);

            person.type("top" + Typist.ENTER).sees("EVENTS/S");
            person.type(Typist.CTRL_C).sees(PROMPT);
            awaitEndOnServer("top");

            person.type(Typist.CTRL_D);
            assertThat(person.exitCode()).as(person.screen()).isZero();
        }
        Path history = CommandLineProduct.product().home().resolve("var/shell.history");
        assertThat(Files.readString(history)).contains("plugin info " + HELLO);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(history)))
                .isEqualTo("rw-------");
    }

    @Test
    void ctrlCEndsTheCommandHereAndOnTheServer() throws IOException {
        try (Typist person = at("fastsocket top --interval 2")) {
            person.sees("EVENTS/S").type(Typist.CTRL_C);
            assertThat(person.exitCode()).as(person.screen()).isEqualTo(130);
            assertThat(person.screen()).doesNotContain("Exception");
        }
        awaitEndOnServer("top --interval 2");
        try (Typist person = at("fastsocket log tail")) {
            person.sees("InService").type(Typist.CTRL_C);
            assertThat(person.exitCode()).as(person.screen()).isEqualTo(130);
        }
        awaitEndOnServer("log tail");
        assertThat(CommandLineProduct.product().console()).doesNotContain("Exception in thread");
    }

    /** The server runs a command on a thread that has its name. */
    private static void awaitEndOnServer(String command) {
        String pid = Long.toString(CommandLineProduct.product().pid());
        Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
        Await.until(
                command + " has ended on the server",
                NodeClient.PATIENCE,
                () -> {
                    Command threads =
                            Command.run(
                                    Setup.newFolder("jcmd"),
                                    NodeClient.PATIENCE,
                                    List.of(jcmd.toString(), pid, "Thread.print"));
                    assertThat(threads.out()).contains("shell-accept");
                    return !threads.out().contains("\"shell-command " + command + "\"");
                });
    }

    @Test
    void coloursAreForTerminalsThatWantThem() {
        try (Typist person = at("fastsocket plugin list")) {
            assertThat(person.exitCode()).isZero();
            person.sees("\u001b[32mactive");
        }
        try (Typist person = Typist.at("fastsocket plugin list", Map.of("NO_COLOR", "1"))) {
            assertThat(person.exitCode()).isZero();
            assertThat(person.sees("active").screen()).doesNotContain("\u001b");
        }
    }

    @Test
    void pipedLinesAreCommands() {
        Command command =
                sh(
                        "printf '%s\\n' '# a remark' '' 'plugin list' 'plugin lst' 'lb -s'"
                                + " \"event trigger hello --payload '{\\\"name\\\":\\\"A\\\\\\\\B\\\"}'\""
                                + " | fastsocket shell");

        assertThat(command.exitCode()).as(command.text()).isZero();
        assertThat(command.out()).contains(HELLO, "io.fastsocket.transport", "Hello, A\\\\B!");
        assertThat(command.err().lines())
                .containsExactly("there is no command plugin lst; did you mean plugin list?");
        assertThat(sh("echo plugin lst | fastsocket shell").exitCode()).isEqualTo(2);
        assertThat(sh("echo \"help 'x\" | fastsocket shell").err()).contains("quote");
    }

    @Test
    void nobodyReadsOnAndNothingIsSaid() {
        Command command = sh("fastsocket felix lb | head -n 1; echo ${PIPESTATUS[*]}");

        assertThat(command.out()).containsPattern("START LEVEL.*\n(141|0) 0\n");
        assertThat(command.err()).isEmpty();
    }

    @Test
    void bashCompletesForReal() throws IOException {
        Path rc =
                Files.writeString(
                        Setup.newFolder("rc").resolve("rc"),
                        """
                        PS1='ready> '; bind 'set enable-bracketed-paste off'
                        source <(fastsocket completion bash)
                        """);
        try (Typist person = at("bash --noprofile --rcfile " + rc + " -i")) {
            person.sees("ready> ").type("fastsocket plug" + Typist.TAB).sees("plugin ");
            person.type("inf" + Typist.TAB).sees("info ");
            person.type(BEGINNING + Typist.TAB).sees(HELLO);
            person.type(Typist.ENTER).sees("sha256");
        }
        assertThat(completed("fastsocket event list --namespace=")).containsExactly("/");
        assertThat(completed("fastsocket start --")).contains("--port", "--json");
        assertThat(completed("fastsocket completion ")).containsExactly("bash", "zsh", "fish");
        assertThat(completed("fastsocket log view --level "))
                .contains("fatal")
                .doesNotContain("off");
        assertThat(completed("fastsocket log level ROOT ")).contains("off", "inherit");
    }

    /** What bash would offer for a line. */
    private static List<String> completed(String line) {
        Command command =
                sh(
                        "source <(fastsocket completion bash); COMP_LINE='"
                                + line
                                + "' COMP_POINT="
                                + line.length()
                                + "; _fastsocket; printf '%s\\n' \"${COMPREPLY[@]}\"");
        return command.out().lines().filter(word -> !word.isEmpty()).toList();
    }

    @Test
    void fishCompletesWithWhatWordsMean() {
        Command fish =
                in(
                        "fish",
                        "fish -N -c 'fastsocket completion fish | source;"
                                + " complete -C \"fastsocket plugin inf\"'");

        assertThat(fish.out()).as(fish.text()).contains("info\tTell all about a plugin");
    }

    @Test
    void zshCanReadItsCompletion() {
        Command zsh = in("zsh", "zsh -n <(fastsocket completion zsh)");

        assertThat(zsh.exitCode()).as(zsh.text()).isZero();
    }

    /** Where that shell is not installed the test is skipped, but fails where {@code CI=true}. */
    private static Command in(String shell, String line) {
        assumeTrue(
                NeedsNode.Condition.runs(shell, "--version") || "true".equals(System.getenv("CI")),
                shell + " is not installed");
        return sh(line);
    }
}
