package io.fastsocket.launcher;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
            if (typed.words().getFirst().equals(CompleteCommand.NAME)) {
                return new CompleteCommand(Installation.find(), typed.home(), out)
                        .run(typed.behindDashes());
            }
            Optional<String> help = OwnHelp.of(typed.words());
            if (help.isPresent()) {
                out.print(help.get());
                return ExitCode.OK;
            }
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
                case START -> new StartCommand(arguments, out, err).run();
                case STOP -> new StopCommand(arguments, out, err).run();
                case STATUS -> new StatusCommand(arguments, out).run();
                case SHELL -> new ShellCommand(arguments.home(Installation.find())).run();
                case COMPLETION -> completion(arguments.operand());
                case VERSION -> version(arguments.has("--json"));
                case PREPARE -> new PrepareCommand(arguments, out).run();
                case HELP -> help();
            };
        } catch (LaunchException e) {
            if (LaunchException.asksForJson(List.of(words))) {
                out.print(e.json());
            } else {
                err.println("fastsocket: " + e.getMessage());
            }
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
        Home home = typed.home(installation);
        if (OwnProcess.needsNoServer(typed.words())) {
            return OwnProcess.run(installation, home, typed.words(), err);
        }
        if (OwnProcess.readsLog(typed.words()) && !new ServerSocketFile(home).answers()) {
            err.println(
                    "fastsocket: no server answers in the home "
                            + home.root()
                            + "; this is the log that it has");
            return OwnProcess.run(installation, home, typed.words(), err);
        }
        return new RemoteCommand(home, typed.words(), known).run();
    }

    private int completion(String shell) {
        out.print(OwnHelp.text("completion/" + shell + ".txt"));
        return ExitCode.OK;
    }

    private int version(boolean json) {
        Installation installation = Installation.find();
        if (json) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("version", installation.version());
            answer.put("java", Runtime.version().toString());
            out.print(Json.write(answer));
        } else {
            out.println(installation.versions());
        }
        return ExitCode.OK;
    }

    private int help() {
        out.print(OwnHelp.text("help.txt"));
        out.print(new KnownCommands(Installation.find()).overview());
        return ExitCode.OK;
    }
}
