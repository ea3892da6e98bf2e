package io.fastsocket.launcher;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a command line, checked against what a command takes. Written here, since a library
 * for it took a fifth of the time that a start may take.
 *
 * @param command the command
 * @param operand the word that belongs to no option, or null if the command takes none
 * @param options the options with their values; an option without a value has an empty one
 */
record Arguments(Command command, String operand, Map<String, String> options) {

    /**
     * Takes the words apart. {@code --port 9092} and {@code --port=9092} are the same.
     *
     * @throws LaunchException naming the word that is wrong and what was probably meant
     */
    static Arguments parse(String... words) {
        if (words.length == 0) {
            throw LaunchException.usage("a command is missing; try: fastsocket help");
        }
        Command command = Command.of(words[0]);
        Map<String, String> options = new LinkedHashMap<>();
        String operand = null;
        for (int i = 1; i < words.length; i++) {
            String word = words[i];
            int equals = word.indexOf('=');
            String name = equals < 0 ? word : word.substring(0, equals);
            if (name.equals("--help") || name.equals("-h")) {
                return new Arguments(Command.HELP, null, Map.of());
            }
            if (operand == null && command.operands().contains(word)) {
                operand = word;
                continue;
            }
            check(command, name, operand);
            String value = equals < 0 ? "" : word.substring(equals + 1);
            if (equals < 0 && !Command.FLAGS.contains(name)) {
                if (++i == words.length || words[i].startsWith("--")) {
                    throw LaunchException.usage(name + " needs a value: " + name + " VALUE");
                }
                value = words[i];
            } else if (equals >= 0 && Command.FLAGS.contains(name)) {
                throw LaunchException.usage(name + " takes no value");
            }
            if (options.put(name, value) != null) {
                throw LaunchException.usage(name + " is given twice");
            }
        }
        if (operand == null && !command.operands().isEmpty()) {
            throw LaunchException.usage(oneOf(command));
        }
        return new Arguments(command, operand, options);
    }

    private static void check(Command command, String name, String operand) {
        if (!name.startsWith("-")) {
            throw LaunchException.usage(tooMuch(command, name, operand));
        }
        if (!command.options().contains(name)) {
            String hint = Suggestion.didYouMean(name, command.options());
            throw LaunchException.usage(
                    "unknown option %s for %s%s"
                            .formatted(
                                    name,
                                    command.word(),
                                    hint.isEmpty() ? "; try: fastsocket help" : hint));
        }
    }

    private static String tooMuch(Command command, String word, String operand) {
        if (command.operands().isEmpty()) {
            return command.word() + " takes no argument: " + word;
        }
        return operand == null
                ? oneOf(command) + ", and not " + word
                : "one word too many: " + word + " (" + oneOf(command) + ")";
    }

    private static String oneOf(Command command) {
        String words = String.join(", ", command.operands());
        return command.word() + " needs one of " + words;
    }

    boolean has(String option) {
        return options.containsKey(option);
    }

    /** The instance's home, not touched. */
    Home home(Installation installation) {
        return SettingsReader.home(options.get("--home"), System.getenv(), installation);
    }

    /** The settings of the instance, whose home is made ready to be used. */
    Settings settings(Installation installation) {
        Home home = home(installation);
        home.prepare(installation);
        return new SettingsReader(System.getenv(), options).read(home);
    }

    /** As words again, for another process. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        options.forEach((name, value) -> words.add(value.isEmpty() ? name : name + "=" + value));
        return words;
    }
}
