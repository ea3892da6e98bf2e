package io.fastsocket.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Texts that come with the launcher: the help of its own commands, and scripts for other shells.
 */
final class OwnHelp {

    private OwnHelp() {}

    /**
     * The help of one of the launcher's own commands, if words ask for it: {@code start --help},
     * {@code help start}.
     */
    static Optional<String> of(List<String> words) {
        boolean help = words.getFirst().equals(Command.HELP.word());
        boolean asked =
                help
                        || words.stream()
                                .skip(1)
                                .takeWhile(word -> !word.equals("--"))
                                .anyMatch(word -> word.equals("--help") || word.equals("-h"));
        if (!asked || (help && words.size() == 1)) {
            return Optional.empty();
        }
        return Command.find(words.get(help ? 1 : 0))
                .filter(command -> command != Command.HELP)
                .map(command -> text("help/" + command.word() + ".txt"));
    }

    /** A text by its name. */
    static String text(String name) {
        try (InputStream text = OwnHelp.class.getResourceAsStream(name)) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw LaunchException.failed("the text " + name + " is missing", e);
        }
    }
}
