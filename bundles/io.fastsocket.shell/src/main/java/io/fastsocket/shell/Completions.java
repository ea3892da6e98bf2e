package io.fastsocket.shell;

import io.fastsocket.shell.console.Console;
import io.fastsocket.shell.console.Services;

import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** How words may go on: with commands, with their options, and with what there is at the moment. */
final class Completions {

    private static final String HELP = "help";

    private final LiveValues live;
    private final Collection<String> others;

    /**
     * @param services asked for what there is
     * @param console where it was typed
     */
    Completions(Services services, Console console) {
        live = new LiveValues(services, console.directory());
        others = new GogoFunctions(services.context()).names(console);
    }

    /**
     * What may stand in place of the last word.
     *
     * @param words the last one may be empty
     */
    List<Candidate> of(List<String> words) {
        List<String> before = words.subList(0, Math.max(0, words.size() - 1));
        String typed = words.isEmpty() ? "" : words.getLast();
        return candidates(before, typed)
                .filter(candidate -> candidate.word().startsWith(typed))
                .filter(Candidate::isPrintable)
                .distinct()
                .toList();
    }

    private Stream<Candidate> candidates(List<String> before, String typed) {
        if (before.isEmpty()) {
            return firstWords();
        }
        String first = before.getFirst();
        if (first.equals(HELP)) {
            return before.size() == 1
                    ? ours()
                    : before.size() == 2 ? functions(before.get(1), List.of()) : Stream.empty();
        }
        if (CommandCatalog.NAMES.contains(first)) {
            return arguments(first, before.subList(1, before.size()), typed);
        }
        if (before.size() == 1) {
            return functions(first, others);
        }
        String name = first + ":" + before.get(1);
        return CommandCatalog.NAMES.contains(name)
                ? arguments(name, before.subList(2, before.size()), typed)
                : Stream.empty();
    }

    private Stream<Candidate> firstWords() {
        Stream<Candidate> theirs =
                others.stream()
                        .map(CommandCatalog::scope)
                        .filter(
                                scope ->
                                        !scope.isEmpty() && !scope.equals(CommandCatalog.OWN_SCOPE))
                        .filter(scope -> !CommandCatalog.scopes().contains(scope))
                        .distinct()
                        .map(scope -> new Candidate(scope, "other bundles' commands"));
        return Stream.concat(ours(), theirs);
    }

    private static Stream<Candidate> ours() {
        Stream<Candidate> scopes =
                CommandCatalog.scopes().stream()
                        .map(s -> new Candidate(s, String.join(", ", CommandCatalog.functions(s))));
        Stream<Candidate> alone =
                CommandCatalog.NAMES.stream()
                        .filter(name -> CommandCatalog.scope(name).isEmpty())
                        .map(name -> new Candidate(name, HelpText.summary(name)));
        return Stream.concat(scopes, alone);
    }

    private static Stream<Candidate> functions(String scope, Collection<String> theirs) {
        Stream<Candidate> own =
                CommandCatalog.functions(scope).stream()
                        .map(f -> new Candidate(f, HelpText.summary(scope + ":" + f)));
        Stream<Candidate> other =
                theirs.stream()
                        .filter(name -> CommandCatalog.scope(name).equals(scope))
                        .filter(name -> !CommandCatalog.NAMES.contains(name))
                        .map(name -> Candidate.of(CommandCatalog.function(name)));
        return Stream.concat(own, other);
    }

    private Stream<Candidate> arguments(String name, List<String> before, String typed) {
        CommandSpec spec = CommandCatalog.parser(name, true).spec();
        if (!before.isEmpty()) {
            OptionSpec option = spec.findOption(before.getLast());
            if (option != null && takesValue(option)) {
                return live.of(option, typed);
            }
        }
        int equals = typed.indexOf('=');
        if (typed.startsWith("--") && equals > 0) {
            OptionSpec option = spec.findOption(typed.substring(0, equals));
            String start = typed.substring(0, equals + 1);
            return option == null
                    ? Stream.empty()
                    : live.of(option, typed.substring(equals + 1))
                            .map(c -> new Candidate(start + c.word(), c.description()));
        }
        Stream<Candidate> options =
                spec.options().stream()
                        .filter(
                                option ->
                                        !option.hidden()
                                                && Stream.of(option.names())
                                                        .noneMatch(before::contains))
                        .map(option -> new Candidate(option.longestName(), description(option)));
        if (typed.startsWith("-")) {
            return options;
        }
        List<Candidate> values =
                parameter(spec, before).stream().flatMap(p -> live.of(p, typed)).toList();
        return values.isEmpty() ? options : values.stream();
    }

    private static boolean takesValue(ArgSpec option) {
        return option.arity().min() > 0;
    }

    private static String description(OptionSpec option) {
        String text = String.join(" ", option.description());
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** The parameter that comes next. */
    private static List<PositionalParamSpec> parameter(CommandSpec spec, List<String> before) {
        int index = 0;
        for (int i = 0; i < before.size(); i++) {
            OptionSpec option = spec.findOption(before.get(i));
            if (option != null) {
                i += takesValue(option) ? 1 : 0;
            } else if (!before.get(i).startsWith("-")) {
                index++;
            }
        }
        int next = index;
        return spec.positionalParameters().stream()
                .filter(parameter -> parameter.index().contains(next))
                .limit(1)
                .toList();
    }
}
