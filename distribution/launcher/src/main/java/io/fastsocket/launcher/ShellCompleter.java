package io.fastsocket.launcher;

import org.jline.reader.Candidate;
import org.jline.reader.Completer;
import org.jline.reader.LineReader;
import org.jline.reader.ParsedLine;

import java.util.List;

/** Asks the server how a line of the shell's may go on. */
final class ShellCompleter implements Completer {

    private final Home home;

    ShellCompleter(Home home) {
        this.home = home;
    }

    @Override
    public void complete(LineReader reader, ParsedLine line, List<Candidate> candidates) {
        for (String found : ShellSession.complete(home, line.words())) {
            String[] parts = found.split("\t", 2);
            String description = parts.length == 1 ? null : parts[1];
            boolean whole = !parts[0].endsWith("/") || parts[0].equals("/");
            candidates.add(new Candidate(parts[0], parts[0], null, description, null, null, whole));
        }
        if (line.words().size() == 1) {
            candidates.add(
                    new Candidate("exit", "exit", null, "Leave this shell.", null, null, true));
        }
    }
}
