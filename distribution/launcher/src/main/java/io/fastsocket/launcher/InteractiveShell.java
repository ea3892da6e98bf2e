package io.fastsocket.launcher;

import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReader.Option;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** The shell at a terminal. JLine, which edits its lines, is loaded by no other command. */
final class InteractiveShell {

    private static final String PROMPT = "fastsocket> ";

    private final Home home;
    private final boolean colour;

    InteractiveShell(Home home, boolean colour) {
        this.home = home;
        this.colour = colour;
    }

    /** Reads until the person leaves. */
    int run() throws IOException, InterruptedException {
        try (Terminal terminal =
                TerminalBuilder.builder().name("fastsocket").system(true).jni(false).build()) {
            greet(terminal.writer());
            LineReader reader = reader(terminal);
            ShellSession session =
                    new ShellSession(home, terminal.input(), terminal.output(), terminal.output());
            terminal.handle(Terminal.Signal.INT, signal -> session.interrupt());
            while (true) {
                try {
                    reader.readLine(colour ? "\u001b[1m" + PROMPT + "\u001b[0m" : PROMPT);
                } catch (UserInterruptException e) {
                    continue; // the line is forgotten
                } catch (EndOfFileException e) {
                    return ExitCode.OK;
                }
                List<String> words = reader.getParsedLine().words();
                if (!words.isEmpty() && ShellSession.ENDS.contains(words.getFirst())) {
                    return ExitCode.OK;
                }
                int exitCode = session.run(words, shown(terminal));
                if (exitCode == ExitCode.INTERRUPTED) {
                    terminal.writer().println();
                }
                terminal.flush();
            }
        }
    }

    private ClientTerminal shown(Terminal terminal) {
        int columns = terminal.getWidth();
        return columns > 0
                ? new ClientTerminal(terminal.getHeight(), columns, colour, true)
                : new ClientTerminal(24, 80, colour, true);
    }

    private void greet(PrintWriter out) {
        RunInfo.running(home.runFile())
                .ifPresent(
                        info ->
                                out.println(
                                        "FastSocket %s, process %d, home %s"
                                                .formatted(
                                                        info.version(), info.pid(), info.home())));
        out.println("Tab completes, help lists the commands, Ctrl-D leaves.");
    }

    private LineReader reader(Terminal terminal) {
        LineReaderBuilder builder =
                LineReaderBuilder.builder()
                        .appName("fastsocket")
                        .terminal(terminal)
                        .parser(new ShellParser())
                        .completer(new ShellCompleter(home))
                        .variable(LineReader.SECONDARY_PROMPT_PATTERN, "> ")
                        // An exclamation mark and a backslash in a payload are what they are.
                        .option(Option.DISABLE_EVENT_EXPANSION, true)
                        .option(Option.HISTORY_IGNORE_SPACE, true)
                        .option(Option.AUTO_FRESH_LINE, false);
        history(terminal.writer(), builder);
        return builder.build();
    }

    /** Payloads hold secrets: only the owner may read what was typed. */
    private void history(PrintWriter out, LineReaderBuilder builder) {
        Path file = home.var().resolve("shell.history");
        try {
            if (!Files.exists(file)) {
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
            }
            builder.variable(LineReader.HISTORY_FILE, file);
        } catch (IOException e) {
            out.println(
                    "What is typed is not kept for the next time: " + LaunchException.reason(e));
        }
    }
}
