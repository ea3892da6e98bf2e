package io.fastsocket.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.fastsocket.shell.console.CommandException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/** Every command is there, and describes itself whole. */
final class CommandCatalogTest {

    static Stream<String> names() {
        return CommandCatalog.NAMES.stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandSaysHowItIsUsedWithAnExample(String name) {
        String typed = "fastsocket " + CommandCatalog.typed(name);
        String help = CommandCatalog.parser(name, false).help();

        assertThat(help).startsWith("Usage: " + typed).contains("--json", "--help");
        String examples = help.substring(help.indexOf("Examples:"));
        assertThat(examples).contains("\n  " + typed);
        assertThat(HelpText.summary(name)).endsWith(".").hasSizeLessThan(90);
    }

    @Test
    void whatIsWrongIsSaidWithWhatWasProbablyMeant() {
        assertThat(complaint("plugin:info"))
                .startsWith("missing required parameter: PLUGIN\nUsage: ");
        assertThat(complaint("plugin:info", "a", "b")).startsWith("one word too many: b\nUsage: ");
        assertThat(complaint("plugin:list", "--jsno"))
                .startsWith("unknown option --jsno; did you mean --json?\nUsage: ");
        assertThat(complaint("event:list", "--namespace"))
                .startsWith("missing required parameter for option --namespace (NAMESPACE)");
        assertThat(complaint("log:view", "--lines", "many"))
                .startsWith("--lines must be a whole number; it is many\nUsage: ");
        assertThat(complaint("asyncapi:test", "f", "--url", "u", "--timeout", "soon"))
                .startsWith("--timeout must be a number; it is soon\n");
        assertThat(complaint("log:view", "--level", "wran"))
                .startsWith(
                        "--level must be trace, debug, info, warn, error or fatal; it is wran; did"
                                + " you mean warn?\n");
        assertThat(complaint("log:view", "--lines", "1", "--lines", "2"))
                .startsWith("--lines is given twice\n");
    }

    private static String complaint(String name, String... arguments) {
        List<String> message = new java.util.ArrayList<>();
        assertThatExceptionOfType(CommandException.class)
                .isThrownBy(() -> CommandCatalog.parser(name, true).parse(List.of(arguments)))
                .satisfies(e -> message.add(e.getMessage()));
        return message.getFirst();
    }

    @Test
    void unknownWordsGetASuggestion() {
        assertThat(HelpText.suggestion(List.of("plugin", "lst")))
                .isEqualTo("; did you mean plugin list?");
        assertThat(HelpText.suggestion(List.of("plugni", "list")))
                .isEqualTo("; did you mean plugin list?");
        assertThat(HelpText.suggestion(List.of("hepl"))).isEqualTo("; did you mean help?");
        assertThat(HelpText.suggestion(List.of("frobnicate"))).isEmpty();
    }
}
