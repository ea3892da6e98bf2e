package io.fastsocket.shell;

import io.fastsocket.shell.console.CommandException;
import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.ExitCode;
import io.fastsocket.shell.console.Terminal;

import org.apache.felix.service.command.CommandSession;
import org.apache.felix.service.command.Function;
import org.apache.felix.service.command.Process;

import java.io.InputStream;
import java.io.PrintStream;
import java.util.List;

/** A command of the catalogue in Gogo: takes the arguments as they are, and prints. */
final class GogoCommand implements Function {

    private final String name;
    private final CommandRunner runner;

    GogoCommand(String name, CommandRunner runner) {
        this.name = name;
        this.runner = runner;
    }

    @Override
    public Object execute(CommandSession session, List<Object> arguments) throws Exception {
        run(runner, name, arguments.stream().map(String::valueOf).toList(), session);
        return null;
    }

    /** Runs one in a session; a failure is an exception, so that scripts end there. */
    static void run(
            CommandRunner runner, String name, List<String> arguments, CommandSession session)
            throws CommandException, InterruptedException {
        if (runner.run(name, arguments, console(session)) != ExitCode.OK) {
            throw CommandException.failed("");
        }
    }

    /** Where a command of a session prints: the session's console, or the pipe it is in. */
    static Console console(CommandSession session) {
        Process process = Process.Utils.current();
        InputStream in = process == null ? session.getKeyboard() : process.in();
        PrintStream out = process == null ? session.getConsole() : process.out();
        PrintStream err = process == null ? session.getConsole() : process.err();
        if (session.get(Console.VARIABLE) instanceof Console console) {
            boolean piped = process != null && !process.isTty(1);
            return console.with(in, out, err, piped ? Terminal.NONE : console.terminal());
        }
        return new Console(in, out, err, Terminal.NONE, false, session.currentDir(), true);
    }
}
