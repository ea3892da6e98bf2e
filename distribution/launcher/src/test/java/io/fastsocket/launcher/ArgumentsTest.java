package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {

    @Test
    void anOptionAndItsValueAreTwoWordsOrOne() {
        assertThat(Arguments.parse("run", "--port", "1").options()).containsEntry("--port", "1");
        assertThat(Arguments.parse("run", "--port=1").options()).containsEntry("--port", "1");
        assertThat(Arguments.parse("status", "--json").has("--json")).isTrue();
    }

    @Test
    void helpIsAnsweredAnywhere() {
        assertThat(Arguments.parse("--help").command()).isEqualTo(Command.HELP);
        assertThat(Arguments.parse("start", "--help").command()).isEqualTo(Command.HELP);
    }

    @Test
    void theWordsForAnotherProcessMeanTheSame() {
        Arguments arguments = Arguments.parse("run", "--home", "a b", "--shell");
        String[] words = arguments.words().toArray(String[]::new);
        assertThat(words).containsExactly("--home=a b", "--shell");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "strat           | there is no command strat; did you mean start?",
                "frobnicate      | there is no command frobnicate; try: fastsocket help",
                "run --prot 1    | unknown option --prot for run; did you mean --port?",
                "stop --port 1   | unknown option --port for stop",
                "run --port      | --port needs a value: --port VALUE",
                "run --port --shell | --port needs a value: --port VALUE",
                "run --shell=yes | --shell takes no value",
                "run --port 1 --port 2 | --port is given twice",
                "run now         | run takes no argument: now",
                "completion      | completion needs one of bash, zsh, fish",
                "completion ksh  | completion needs one of bash, zsh, fish, and not ksh",
                "completion bash zsh | one word too many: zsh (completion needs one of bash,",
            })
    void aWrongWordIsNamed(String line, String message) {
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> Arguments.parse(line.strip().split(" ")))
                .withMessageStartingWith(message)
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }
}
