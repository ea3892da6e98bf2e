package io.fastsocket.launcher;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads commands for a running server: from a person at a terminal, or, if there is none, line by
 * line from whatever is piped in.
 */
final class ShellCommand {

    /** Set by the start script if a person types. */
    private static final String TYPED = "fastsocket.typed";

    private final Home home;

    ShellCommand(Home home) {
        this.home = home;
    }

    /** Reads to the end; the exit code. */
    int run() throws InterruptedException {
        new ServerSocketFile(home).check();
        ClientTerminal terminal = ClientTerminal.find();
        boolean typed = Boolean.getBoolean(TYPED) && terminal.columns() > 0;
        try {
            return typed ? new InteractiveShell(home, terminal.colour()).run() : lines(terminal);
        } catch (IOException e) {
            throw LaunchException.failed("the shell cannot go on", e);
        }
    }

    /**
     * As {@code sh} does: goes on after a failure, and ends with what the last command ended with.
     */
    private int lines(ClientTerminal terminal) throws IOException, InterruptedException {
        int exitCode = ExitCode.OK;
        // What is piped in are the commands: there is nothing left for them to read.
        ShellSession session =
                new ShellSession(
                        home,
                        InputStream.nullInputStream(),
                        new FileOutputStream(FileDescriptor.out),
                        new FileOutputStream(FileDescriptor.err));
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                new FileInputStream(FileDescriptor.in), StandardCharsets.UTF_8))) {
            for (String line = next(lines); line != null; line = next(lines)) {
                ShellWords parsed = ShellWords.of(line);
                List<String> words = parsed.words();
                if (parsed.open() != 0) {
                    throw LaunchException.usage("the input ends before a quote does: " + line);
                }
                if (!words.isEmpty() && ShellSession.ENDS.contains(words.getFirst())) {
                    return exitCode;
                }
                exitCode = session.run(words, terminal);
            }
            return exitCode;
        }
    }

    /** A command, which may go over several lines while a quote is open; null at the end. */
    private static String next(BufferedReader lines) throws IOException {
        String line = lines.readLine();
        while (line != null && line.strip().startsWith("#")) {
            line = lines.readLine();
        }
        while (line != null && ShellWords.of(line).open() != 0) {
            String more = lines.readLine();
            if (more == null) {
                return line;
            }
            line = line + "\n" + more;
        }
        return line;
    }
}
