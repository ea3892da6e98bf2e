package io.fastsocket.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The operators' commands that come with the product, known without a running server by the help
 * texts that the build has written: {@code lib/help/plugin.list.txt}. Plugins may bring others.
 */
final class KnownCommands {

    private static final String ENDING = ".txt";
    private static final String NO_HELP = "; try: fastsocket help";

    private final Path folder;

    KnownCommands(Installation installation) {
        folder = installation.root().resolve("lib").resolve("help");
    }

    /** All of them, in a few lines each. */
    String overview() {
        return text("help").orElse("");
    }

    /**
     * The help for some words, if they ask for help: {@code plugin}, {@code plugin list --help}.
     * Anything behind {@code --} asks for nothing.
     */
    Optional<String> helpFor(List<String> words) {
        List<String> plain = words.stream().takeWhile(word -> !word.startsWith("-")).toList();
        boolean asked =
                words.stream()
                        .takeWhile(word -> !word.equals("--"))
                        .anyMatch(word -> word.equals("--help") || word.equals("-h"));
        boolean scope = scopes().contains(words.getFirst());
        if (scope && (words.size() == 1 || (asked && plain.size() == 1))) {
            return text(words.getFirst());
        }
        return asked ? of(plain) : Optional.empty();
    }

    /** The answer to {@code help plugin list}. */
    String help(List<String> asking) {
        List<String> words = asking.subList(1, asking.size());
        check(words, NO_HELP);
        return of(words).orElseThrow(() -> LaunchException.usage("there is no help" + NO_HELP));
    }

    /** The help of the command that words begin with. */
    private Optional<String> of(List<String> words) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        String two = String.join(".", words.subList(0, Math.min(2, words.size())));
        return text(two).or(() -> text(words.getFirst()));
    }

    /**
     * Fails if words are no command that is known without a server.
     *
     * @param otherwise what is said of words that are near to none: a plugin may have them
     */
    void check(List<String> words, String otherwise) {
        String first = words.getFirst();
        Set<String> names = names();
        if (!scopes().contains(first)) {
            if (names.contains(first)) {
                return;
            }
            Set<String> all = new TreeSet<>(scopes());
            names.stream().filter(name -> !name.contains(".")).forEach(all::add);
            Stream.of(Command.values()).map(Command::word).forEach(all::add);
            fail(first, Suggestion.didYouMean(first, all), otherwise);
        } else if (words.size() > 1 && !names.contains(first + "." + words.get(1))) {
            Set<String> own = new TreeSet<>();
            names.stream()
                    .filter(name -> name.startsWith(first + "."))
                    .forEach(name -> own.add(name.substring(first.length() + 1)));
            String hint = Suggestion.didYouMean(words.get(1), own);
            fail(
                    first + " " + words.get(1),
                    hint.replace("you mean ", "you mean " + first + " "),
                    otherwise);
        }
    }

    private static void fail(String words, String hint, String otherwise) {
        throw LaunchException.usage(
                "there is no command " + words + (hint.isEmpty() ? otherwise : hint));
    }

    private Set<String> scopes() {
        Set<String> scopes = new TreeSet<>();
        for (String name : names()) {
            if (name.contains(".")) {
                scopes.add(name.substring(0, name.indexOf('.')));
            }
        }
        return scopes;
    }

    /** Their names, {@code plugin.list}, and those of the scopes. */
    Set<String> names() {
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ENDING))
                    .forEach(name -> names.add(name.substring(0, name.length() - ENDING.length())));
            return names;
        } catch (IOException e) {
            return names; // a product without its help still passes commands on
        }
    }

    private Optional<String> text(String name) {
        // A word of the user's names a file here only if it is a plain one.
        if (!name.matches("[a-z.-]+")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(folder.resolve(name + ENDING)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
