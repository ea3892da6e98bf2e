package io.fastsocket.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the program can be asked to do, and with which options. */
enum Command {
    RUN,
    START,
    STOP,
    STATUS,
    VERSION,
    HELP;

    /** The options that stand alone; all others need a value. */
    static final Set<String> FLAGS = Set.of("--shell", "--json");

    static Command of(String word) {
        return find(word).orElseThrow(() -> unknown(word));
    }

    /** The command of that name, if it is one of the launcher's own. */
    static Optional<Command> find(String word) {
        return switch (word) {
            case "-h", "--help" -> Optional.of(HELP);
            case "-V", "--version" -> Optional.of(VERSION);
            default -> Stream.of(values()).filter(c -> c.word().equals(word)).findFirst();
        };
    }

    private static LaunchException unknown(String word) {
        String hint = Suggestion.didYouMean(word, Stream.of(values()).map(Command::word).toList());
        return LaunchException.usage(
                "unknown command " + word + (hint.isEmpty() ? "; try: fastsocket help" : hint));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    List<String> options() {
        return switch (this) {
            case RUN ->
                    List.of("--home", "--host", "--port", "--http-port", "--features", "--shell");
            case START -> List.of("--home", "--host", "--port", "--http-port", "--features");
            case STOP -> List.of("--home", "--timeout");
            case STATUS -> List.of("--home", "--json");
            case VERSION, HELP -> List.of("--home");
        };
    }
}
