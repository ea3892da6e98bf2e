package io.fastsocket.shell.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

final class ComplaintTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Console console =
            new Console(
                    InputStream.nullInputStream(),
                    new PrintStream(out, true, StandardCharsets.UTF_8),
                    new PrintStream(err, true, StandardCharsets.UTF_8),
                    Terminal.NONE,
                    false,
                    Path.of("/"),
                    false);

    @Test
    void peopleGetALineOnStandardError() {
        int code = Complaint.end(CommandException.failed("no"), List.of("plugin", "x"), console);

        assertThat(code).isEqualTo(1);
        assertThat(err).hasToString("fastsocket: no\n");
        assertThat(out).hasToString("");
    }

    @Test
    void programsGetAnObjectOnStandardOutput() {
        CommandException wrong = CommandException.usage("x is wrong\nUsage: plugin x");
        assertThat(Complaint.end(wrong, List.of("plugin", "--json"), console)).isEqualTo(2);
        CommandException refused = CommandException.failed("no", Map.of("name", "a"));
        assertThat(Complaint.end(refused, List.of("--json", "x"), console)).isEqualTo(1);

        assertThat(err).hasToString("");
        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "{\"error\":{\"message\":\"x is wrong\",\"exitCode\":2,\"usage\":\"plugin x\"}}",
                        "{\"error\":{\"message\":\"no\",\"exitCode\":1,\"details\":{\"name\":\"a\"}}}");
    }

    @Test
    void behindDashesNothingIsAnOption() {
        Complaint.end(CommandException.failed("no"), List.of("a", "--", "--json"), console);

        assertThat(out).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "[1,", "\"a", "{\"a\" 1}", "nul"})
    void whatIsNoJsonIsSaidWithoutJacksonsOwnPlaces(String text) {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Json.check(text, "--payload", CommandException::failed))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(1))
                .extracting(CommandException::getMessage)
                .asString()
                .startsWith("--payload is not JSON: ")
                .contains("(line 1, column ")
                .doesNotContain("Source", "start marker", "StreamRead");
    }

    @Test
    void whatIsTooDeepIsSaidToo() {
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> Json.check("[".repeat(2000), "it", CommandException::usage))
                .withMessageStartingWith("it is not JSON: Document nesting depth (1001) exceeds")
                .withMessageNotContaining("StreamRead");
    }
}
