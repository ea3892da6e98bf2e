package io.fastsocket.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The command line. */
public final class Main {

    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    /**
     * Runs one command and ends the process with its exit code.
     *
     * @param words the command and its options
     * @throws InterruptedException never: nobody interrupts this thread
     */
    @SuppressWarnings("SystemOut") // a program for the terminal
    public static void main(String[] words) throws InterruptedException {
        int exitCode = new Main(System.out, System.err).execute(words);
        System.out.flush();
        // Not exit: it sets up the JDK's logging to ask whether its caller should be logged.
        Runtime.getRuntime().halt(exitCode);
    }

    /** Runs one command; the exit code. */
    int execute(String... words) throws InterruptedException {
        try {
            CommandWords typed = CommandWords.of(words);
            if (typed.asksForHelp()) {
                out.print(new KnownCommands(Installation.find()).help(typed.words()));
                return ExitCode.OK;
            }
            if (typed.isRemote()) {
                return remote(typed, Installation.find());
            }
            Arguments arguments = Arguments.parse(typed.local());
            return switch (arguments.command()) {
                case RUN -> run(arguments);
                case START -> new StartCommand(arguments, out).run();
                case STOP -> new StopCommand(arguments, out).run();
                case STATUS -> new StatusCommand(arguments, out).run();
                case VERSION -> version();
                case HELP -> help();
            };
        } catch (LaunchException e) {
            err.println("fastsocket: " + e.getMessage());
            return e.exitCode();
        }
    }

    private int run(Arguments arguments) throws InterruptedException {
        Installation installation = Installation.find();
        Settings settings = arguments.settings(installation);
        try (InstanceLock lock = InstanceLock.acquire(settings.home())) {
            boolean shell = arguments.has("--shell");
            return new Instance(installation, settings, lock, shell, out).run();
        }
    }

    private int remote(CommandWords typed, Installation installation) throws InterruptedException {
        KnownCommands known = new KnownCommands(installation);
        Optional<String> help = known.helpFor(typed.words());
        if (help.isPresent()) {
            out.print(help.get());
            return ExitCode.OK;
        }
        return new RemoteCommand(typed.home(installation), typed.words(), known).run();
    }

    private int version() {
        out.println(
                "FastSocket %s (Java %s)"
                        .formatted(Installation.find().version(), Runtime.version()));
        return ExitCode.OK;
    }

    private int help() {
        try (InputStream text = Main.class.getResourceAsStream("help.txt")) {
            out.print(new String(text.readAllBytes(), StandardCharsets.UTF_8));
            out.print(new KnownCommands(Installation.find()).overview());
            return ExitCode.OK;
        } catch (IOException e) {
            throw LaunchException.failed("the help is missing", e);
        }
    }
}
