package io.fastsocket.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.util.ArrayList;
import java.util.List;

/** The command line. */
@Command(
        name = "fastsocket",
        description = "A real-time messaging runtime: Socket.IO outside, OSGi plugins inside.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            RunCommand.class,
            StartCommand.class,
            StopCommand.class,
            StatusCommand.class,
            VersionCommand.class,
            HelpCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 fine, 1 failed, 2 wrong option, setting or configuration, 3 not running.",
            "The settings are explained in etc/fastsocket.properties."
        })
public final class Main implements Runnable {

    @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

    private Main() {}

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param arguments the command and its options
     */
    public static void main(String[] arguments) {
        System.exit(execute(arguments));
    }

    /** Runs one command. */
    static int execute(String... arguments) {
        return new CommandLine(new Main())
                .setParameterExceptionHandler((e, args) -> usage(e))
                .setExecutionExceptionHandler((e, command, result) -> failed(e, command))
                .execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "a command is missing");
    }

    private static int usage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String message = e.getMessage();
        if (e instanceof UnmatchedArgumentException unmatched) {
            String word = unmatched.getUnmatched().getFirst();
            String what = word.startsWith("-") ? "option " : "command ";
            message = "unknown " + what + word + Suggestion.didYouMean(word, words(command, word));
        }
        print(command, message);
        command.getErr().println("Try: " + command.getCommandSpec().root().name() + " help");
        return ExitCode.USAGE;
    }

    private static List<String> words(CommandLine command, String word) {
        List<String> words = new ArrayList<>();
        if (word.startsWith("-")) {
            for (OptionSpec option : command.getCommandSpec().options()) {
                words.addAll(List.of(option.names()));
            }
        } else {
            words.addAll(command.getSubcommands().keySet());
        }
        return words;
    }

    private static int failed(Exception e, CommandLine command) throws Exception {
        if (e instanceof LaunchException failure) {
            print(command, failure.getMessage());
            return failure.exitCode();
        }
        throw e;
    }

    private static void print(CommandLine command, String message) {
        command.getErr().println("fastsocket: " + message);
    }
}
