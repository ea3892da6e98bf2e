package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.OperatorCommand;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

import java.util.List;
import java.util.stream.Stream;

/** One command as picocli sees it: its options, its parameters, its help. */
final class CommandParser {

    private static final int WIDTH = 100;

    private final CommonOptions common = new CommonOptions();
    private final CommandLine line;

    /**
     * @param command fresh; parsing writes into it
     * @param typed the command as it is typed where its help is read, such as {@code plugin list}
     * @param before what stands before an example there
     */
    CommandParser(OperatorCommand command, String typed, String before) {
        line = new CommandLine(command);
        CommandSpec spec = line.getCommandSpec();
        spec.addMixin("common", CommandSpec.forAnnotatedObject(common));
        spec.name(typed);
        spec.usageMessage()
                .width(WIDTH)
                .synopsisHeading("Usage: ")
                .descriptionHeading("%n")
                .parameterListHeading("%n")
                .optionListHeading("%n")
                .abbreviateSynopsis(false)
                .sortOptions(false)
                .footerHeading("%nExamples:%n")
                .footer(examples(spec, "  " + before));
        // An argument is what it is: @ and quotes have no meaning of their own.
        line.setExpandAtFiles(false).setTrimQuotes(false).setCaseInsensitiveEnumValuesAllowed(true);
    }

    private static String[] examples(CommandSpec spec, String before) {
        return Stream.of(spec.usageMessage().footer())
                .map(example -> before + example)
                .toArray(String[]::new);
    }

    CommandSpec spec() {
        return line.getCommandSpec();
    }

    boolean json() {
        return common.json;
    }

    boolean helpWanted() {
        return common.help;
    }

    /** The help, without a line break at its end. */
    String help() {
        return line.getUsageMessage(Ansi.OFF).stripTrailing();
    }

    /** Takes the arguments into the command's fields. */
    void parse(List<String> arguments) throws CommandException {
        try {
            refuseEmpty(line.parseArgs(arguments.toArray(String[]::new)));
        } catch (ParameterException e) {
            throw CommandException.usage(WrongWords.message(e, spec()) + "\n" + synopsis());
        }
    }

    /** Nothing has an empty name; what is empty comes from a script's unset variable. */
    private void refuseEmpty(ParseResult result) throws CommandException {
        if (spec().usageMessage().hidden()) {
            return; // asked by shells, where a word may only be about to begin
        }
        for (ArgSpec argument : result.matchedArgs()) {
            if (argument.originalStringValues().contains("")) {
                throw CommandException.usage(
                        WrongWords.name(argument) + " must not be empty\n" + synopsis());
            }
        }
    }

    /** How the command is used, on one line. */
    String synopsis() {
        String text =
                new CommandLine.Help(spec(), CommandLine.Help.defaultColorScheme(Ansi.OFF))
                        .synopsis(0);
        return "Usage: " + text.strip().replaceAll("\\s+", " ");
    }
}
