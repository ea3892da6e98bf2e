package io.fastsocket.shell;

import io.fastsocket.shell.console.Suggestion;

import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Says what is wrong with the words of a command, for those who typed them. */
final class WrongWords {

    private WrongWords() {}

    /** What is wrong, and what was probably meant. */
    static String message(ParameterException e, CommandSpec command) {
        ArgSpec argument = e.getArgSpec();
        return switch (e) {
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, command);
            case OverwrittenOptionException twice ->
                    name(twice.getOverwritten()) + " is given twice";
            case MissingParameterException missing -> sentence(e.getMessage());
            default ->
                    argument != null && e.getValue() != null
                            ? name(argument) + " must be " + kind(argument, e.getValue())
                            : sentence(e.getMessage());
        };
    }

    private static String unmatched(UnmatchedArgumentException e, CommandSpec command) {
        String word = e.getUnmatched().getFirst();
        if (!e.isUnknownOption()) {
            return "one word too many: " + word;
        }
        String name = word.split("=", 2)[0];
        return "unknown option "
                + name
                + Suggestion.didYouMean(name, command.optionsMap().keySet());
    }

    /** An option as it is typed, or what the help calls a parameter. */
    static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static String kind(ArgSpec argument, String value) {
        List<String> choices = choices(argument);
        if (choices.isEmpty()) {
            Class<?> type = type(argument);
            boolean whole = List.of(int.class, Integer.class, long.class).contains(type);
            return (whole ? "a whole number; it is " : "a number; it is ") + value;
        }
        return choice(choices) + "; it is " + value + Suggestion.didYouMean(value, choices);
    }

    private static Class<?> type(ArgSpec argument) {
        return argument.typeInfo().getAuxiliaryTypes()[0];
    }

    /** The words one of which an argument must be; none if it may be others. */
    static List<String> choices(ArgSpec argument) {
        Class<?> type = type(argument);
        return !type.isEnum()
                ? List.of()
                : Stream.of(type.getEnumConstants())
                        .map(one -> ((Enum<?>) one).name().toLowerCase(Locale.ROOT))
                        .toList();
    }

    /** {@code a, b or c}. */
    private static String choice(List<String> names) {
        List<String> first = new ArrayList<>(names);
        String last = first.removeLast();
        return first.isEmpty() ? last : String.join(", ", first) + " or " + last;
    }

    private static String sentence(String text) {
        String plain = text.replace("'", "");
        return plain.substring(0, 1).toLowerCase(Locale.ROOT) + plain.substring(1);
    }
}
