package io.fastsocket.docs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The page on commands is their help; what other pages have people type is what there is. */
class CommandsPageTest {

    private static final String HEAD =
            """
            # Commands

            What `fastsocket COMMAND --help` prints. [A walk through them, with their output](operating.md).

            - `--home FOLDER`, before the command or behind it, says which instance is meant. Without it: `FASTSOCKET_HOME`, or where FastSocket is installed.
            - `--json` answers in JSON, on standard output. So it does if the command fails: `{"error": {"message": …, "exitCode": …}}`, with `usage` if the words were wrong, and `details` if there is
              more to tell, such as the plugin that was refused. Commands whose answer is that something is wrong give that answer, and exit code 1: `server doctor`, `server reload`, `event trigger`,
              `plugin leaks`, `asyncapi validate`, `diff` and `test`. Without `--json`, complaints and progress go to standard error. Colours are shown on a terminal alone, and not if `NO_COLOR` is set.
            - In `fastsocket shell`, and in the shell of `fastsocket run --shell`, the same commands are typed without `fastsocket`.
            - Other bundles' commands for Gogo, those of plugins too, are called in the same way: `fastsocket felix lb`, or `fastsocket lb` if only one bundle has a command of that name.

            | exit code | of | meaning |
            |---|---|---|
            | 0 | all | it was done |
            | 1 | all | it was asked for rightly, and did not work out: no server, no such plugin, a file that is not there or not as it should be, an error of a handler, something that `server doctor` found |
            | 2 | all | what was typed is wrong, which can be seen without a look at files or a server: an unknown command or option, a value that is none. For `run` and `start` also a wrong setting or configuration, or a port that is taken |
            | 3 | `status` | no server is running |
            | 130 | all | Ctrl-C ended it |
            | 141 | all | nobody reads what it prints any more |
            """;

    private static final Pattern TYPED =
            Pattern.compile(
                    "(?:^|\\$ |[`|(] ?)(?:\\./|bin/)?fastsocket ([a-z][^`\\n|#]*)",
                    Pattern.MULTILINE);
    private static final Pattern OPTION = Pattern.compile("(?<= )--[a-z-]+");

    @Test
    void pageIsTheHelpOfTheCommands() throws IOException {
        StringBuilder page = new StringBuilder(HEAD);
        append(page, "Without a server", CommandHelp.outside());
        append(page, "For a running server", CommandHelp.remote());
        Pages.compare("commands.md", page.toString());
    }

    private static void append(StringBuilder page, String title, Map<String, String> commands) {
        page.append("\n## ").append(title).append('\n');
        commands.forEach(
                (name, help) ->
                        page.append("\n### ")
                                .append(name)
                                .append("\n\n```\n")
                                .append(help.strip())
                                .append("\n```\n"));
    }

    @Test
    void whatPagesHavePeopleTypeIsThere() throws IOException {
        Map<String, String> all = new LinkedHashMap<>(CommandHelp.outside());
        all.putAll(CommandHelp.remote());
        List<String> wrong = new ArrayList<>();
        for (Path page : Pages.all()) {
            Matcher typed = TYPED.matcher(Files.readString(page));
            while (typed.find()) {
                String problem = problem(typed.group(1), all);
                if (problem != null) {
                    wrong.add(Pages.ROOT.relativize(page) + ": " + typed.group() + ": " + problem);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String problem(String typed, Map<String, String> all) {
        if (typed.endsWith("; echo $?")) {
            return null; // shown for its exit code; the end-to-end tests look at that
        }
        String[] words = typed.split("\\s+");
        String two = words.length > 1 ? words[0] + " " + words[1] : words[0];
        String help = all.getOrDefault(two, all.get(words[0]));
        if (help == null) {
            // Of words in capitals, and of help and Gogo's commands, this test knows nothing.
            return words[0].matches("help|felix|lb|scr|complete") || two.matches(".*[A-Z].*")
                    ? null
                    : "no such command";
        }
        Matcher option = OPTION.matcher(typed);
        while (option.find()) {
            if (!help.contains(option.group()) && !option.group().equals("--home")) {
                return "no option " + option.group();
            }
        }
        return null;
    }
}
