package io.fastsocket.itests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Values that a command cannot take: one line says so, and the server is as it was. */
@ExtendWith(CommandLineProduct.class)
class WrongValuesIT {

    private static Command type(String... words) {
        return CommandLineProduct.type(words);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "socket list --limit -1           | --limit must be 1 or more",
                "event trigger hello --timeout 0  | --timeout must be 1 or more seconds",
                "event trigger hello --auth 1     | --auth must be a JSON object",
                "event trigger hello --payload [[ | --payload [[ is not JSON: Unexpected",
                "event trigger x --payload - --auth - | standard input can be read once",
                "log level EMPTY debug            | LOGGER must not be empty",
                "log level a\u00a0b debug         | LOGGER must be one word",
                "emit EMPTY                       | EVENT must not be empty",
                "room members EMPTY               | ROOM must not be empty",
                "prepare --features nope          | there is no feature named nope",
                "prepare foo                      | foo"
            })
    void isRefusedInALine(String line, String message) {
        List<String> words = List.of(line.split(" +"));

        Command refused =
                type(
                        words.stream()
                                .map(
                                        word ->
                                                word.equals("EMPTY")
                                                        ? ""
                                                        : word.replace('\u00a0', ' '))
                                .toArray(String[]::new));

        assertThat(refused.exitCode()).as(refused.text()).isEqualTo(2);
        assertThat(refused.err()).startsWith("fastsocket: ").contains(message);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err().lines().count()).as(refused.err()).isLessThanOrEqualTo(2);
    }

    @Test
    void whatStandsInAFileWasNotTypedWrong() throws IOException {
        Command large = type("emit", "news", "--payload", "@/dev/zero");
        assertThat(large.exitCode()).as(large.text()).isEqualTo(1);
        assertThat(large.err())
                .contains("--payload in /dev/zero is larger than 1,000,000 bytes")
                .hasLineCount(1);
        Path file = Files.writeString(Setup.newFolder("payload").resolve("bad.json"), "{\"a\":");
        Command bad = type("emit", "news", "--payload", "@" + file);
        assertThat(bad.exitCode()).as(bad.text()).isEqualTo(1);
        assertThat(bad.err()).contains("bad.json is not JSON: ", "(line 1, column ");
    }

    @Test
    void lettersOfAnyKindComeBackAsTheyWereTyped() {
        assertThat(
                        type(
                                        "event",
                                        "trigger",
                                        "hello",
                                        "--payload",
                                        "{\"name\":\"\uD83D\uDE00\"}")
                                .out())
                .contains("\uD83D\uDE00");
    }

    @Test
    void aPluginMayBeNamedByTheLastPartOfItsNameButNotWrongly() {
        assertThat(type("event", "list", "--plugin", "hello").out()).contains("io.fastsocket");
        assertThat(type("event", "list", "--plugin", "helo").err()).contains("no plugin is named");
    }
}
