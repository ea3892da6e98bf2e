package io.fastsocket.launcher;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tells how the last of some words may go on; asked by the scripts that {@code completion} prints.
 * A line is a word, and behind a tab what it is. A server that runs knows most; without one there
 * are the commands.
 */
final class CompleteCommand {

    static final String NAME = "complete";

    private final Installation installation;
    private final String home;
    private final PrintStream out;

    /**
     * @param home the one that is meant if the words name none, or null
     */
    CompleteCommand(Installation installation, String home, PrintStream out) {
        this.installation = installation;
        this.home = home;
        this.out = out;
    }

    /**
     * Prints the words.
     *
     * @param words behind {@code complete --}; the last one may be empty
     */
    int run(List<String> words) {
        if (words.size() > 1 && words.get(words.size() - 2).equals("--home")) {
            folders(words.getLast()).forEach(out::println);
            return ExitCode.OK;
        }
        String typed = words.isEmpty() ? "" : words.getLast();
        CommandWords all =
                CommandWords.of(words.isEmpty() ? new String[] {""} : words.toArray(String[]::new));
        List<String> before = all.words().subList(0, all.words().size() - 1);
        Optional<Command> own =
                before.isEmpty() ? Optional.empty() : Command.find(before.getFirst());
        if (own.isPresent() && own.get() != Command.HELP) {
            own.get().completions(before).filter(o -> o.startsWith(typed)).forEach(out::println);
            return ExitCode.OK;
        }
        if (before.isEmpty()) {
            Stream.of(Command.values())
                    .filter(command -> command.word().startsWith(typed))
                    .map(command -> command.word() + "\t" + command.summary())
                    .forEach(out::println);
        }
        List<String> answer = ShellSession.complete(home(all), all.words());
        (answer.isEmpty() ? known(before, typed) : answer)
                .stream().filter(line -> !line.startsWith("help\t")).forEach(out::println);
        return ExitCode.OK;
    }

    private Home home(CommandWords all) {
        String named = all.home() == null ? home : all.home();
        return new CommandWords(named, all.words()).home(installation);
    }

    /** Without a server. */
    private List<String> known(List<String> before, String typed) {
        List<String> scope =
                before.isEmpty() || !before.getFirst().equals(Command.HELP.word())
                        ? before
                        : before.subList(1, before.size());
        String start = scope.isEmpty() ? "" : String.join(".", scope) + ".";
        Set<String> words = new TreeSet<>();
        for (String name : new KnownCommands(installation).names()) {
            if (name.startsWith(start)) {
                words.add(name.substring(start.length()).replaceFirst("\\..*", ""));
            }
        }
        return words.stream().filter(word -> word.startsWith(typed)).toList();
    }

    private static List<String> folders(String typed) {
        String parent = typed.substring(0, typed.lastIndexOf('/') + 1);
        try (Stream<Path> files = Files.list(Path.of(parent.isEmpty() ? "." : parent))) {
            return files.filter(Files::isDirectory)
                    .map(file -> parent + file.getFileName() + "/")
                    .filter(name -> name.startsWith(typed))
                    .sorted()
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of(); // no such folder: nothing to offer
        }
    }
}
