package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class CommandWordsTest {

    @Test
    void theHomeMayStandBeforeTheCommandOrBehindIt() {
        for (CommandWords typed :
                new CommandWords[] {
                    CommandWords.of("--home", "a b", "plugin", "list", "--json"),
                    CommandWords.of("--home=a b", "plugin", "list", "--json"),
                    CommandWords.of("plugin", "list", "--json", "--home", "a b"),
                }) {
            assertThat(typed.home()).isEqualTo("a b");
            assertThat(typed.words()).containsExactly("plugin", "list", "--json");
            assertThat(typed.isRemote()).isTrue();
        }
    }

    @Test
    void whatStandsBehindTwoDashesIsNotLookedAt() {
        CommandWords typed = CommandWords.of("echo", "say", "--", "--home", "x");
        assertThat(typed.home()).isNull();
        assertThat(typed.words()).containsExactly("echo", "say", "--", "--home", "x");
    }

    @Test
    void theLaunchersOwnCommandsGetTheirOption() {
        CommandWords typed = CommandWords.of("--home", "x", "status", "--json");
        assertThat(typed.isRemote()).isFalse();
        assertThat(typed.local()).containsExactly("status", "--json", "--home=x");
    }

    @Test
    void aHomeWithoutAFolderAndNoCommandAreRefused() {
        for (String[] words : new String[][] {{"plugin", "list", "--home"}, {"--home", "x"}, {}}) {
            assertThatExceptionOfType(LaunchException.class)
                    .isThrownBy(() -> CommandWords.of(words))
                    .matches(e -> e.exitCode() == ExitCode.USAGE);
        }
    }

    @Test
    void aTerminalIsWhatTheScriptSaysAndColoursWhatTheVariablesAllow() {
        assertThat(ClientTerminal.of("40 120", true, Map.of("TERM", "xterm")).environment())
                .containsExactly("ROWS=40", "COLUMNS=120", "COLOUR=1", "WATCHED=1");
        assertThat(ClientTerminal.of("40 120", false, Map.of("NO_COLOR", "1")).environment())
                .containsExactly("ROWS=40", "COLUMNS=120");
        assertThat(ClientTerminal.of("0 0", false, Map.of("TERM", "dumb")).columns()).isEqualTo(80);
        assertThat(ClientTerminal.of("", false, Map.of()).environment()).isEmpty();
    }
}
