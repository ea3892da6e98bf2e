package io.fastsocket.launcher;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the program can be asked to do without a server, and with which options. */
enum Command {
    RUN("Run in the foreground until Ctrl-C."),
    START("Start in the background, and wait until it is ready."),
    STOP("Stop in order, and wait until that is done."),
    STATUS("Tell whether it runs, and where."),
    PREPARE("Make starts on this machine quicker; the first run does it by itself."),
    SHELL("Read commands for a running server."),
    COMPLETION("Print a script that completes words in bash, zsh or fish."),
    VERSION("Print the version."),
    HELP("Tell what commands there are, or how one is used.");

    /** The options that stand alone; all others need a value. */
    static final Set<String> FLAGS = Set.of("--shell", "--json");

    private final String summary;

    Command(String summary) {
        this.summary = summary;
    }

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
                "there is no command " + word + (hint.isEmpty() ? "; try: fastsocket help" : hint));
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String summary() {
        return summary;
    }

    List<String> options() {
        return switch (this) {
            case RUN ->
                    List.of("--home", "--host", "--port", "--http-port", "--features", "--shell");
            case START ->
                    List.of("--home", "--host", "--port", "--http-port", "--features", "--json");
            case STOP -> List.of("--home", "--timeout", "--json");
            case PREPARE -> List.of("--home", "--features");
            case STATUS, VERSION -> List.of("--home", "--json");
            case SHELL, COMPLETION, HELP -> List.of("--home");
        };
    }

    /** The words one of which has to follow; none if the command takes options alone. */
    List<String> operands() {
        return this == COMPLETION ? List.of("bash", "zsh", "fish") : List.of();
    }

    /** What may follow behind some words. */
    Stream<String> completions(List<String> words) {
        boolean operandMissing = operands().stream().noneMatch(words::contains);
        Stream<String> options = options().stream().filter(option -> !words.contains(option));
        return this == COMPLETION
                ? operandMissing ? operands().stream() : Stream.empty()
                : Stream.concat(options, Stream.of("--help"));
    }
}
