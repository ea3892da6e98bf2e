package io.fastsocket.shell;

import io.fastsocket.shell.console.Suggestion;

import java.util.List;
import java.util.Optional;

/** The overviews: all commands, and those of one scope. */
final class HelpText {

    private HelpText() {}

    /** The commands of a scope, a line each. */
    static String scope(String scope, boolean inside) {
        List<String> names =
                CommandCatalog.functions(scope).stream().map(f -> scope + ":" + f).toList();
        String command = (inside ? "" : "fastsocket ") + scope + " COMMAND";
        return "Usage: %s [OPTIONS]\n\n%s\n\nMore about one: %s --help"
                .formatted(command, lines(names, true), command);
    }

    /** The commands of the catalogue, a line each. */
    static String all() {
        return lines(CommandCatalog.NAMES, false);
    }

    private static String lines(List<String> names, boolean short_) {
        int width = 0;
        for (String name : names) {
            width = Math.max(width, shown(name, short_).length());
        }
        StringBuilder out = new StringBuilder();
        String scope = null;
        for (String name : names) {
            boolean other = scope != null && !scope.equals(CommandCatalog.scope(name));
            scope = CommandCatalog.scope(name);
            String shown = shown(name, short_);
            out.append(out.isEmpty() ? "" : "\n").append(other ? "\n" : "");
            out.append("  ").append(shown).repeat(' ', width - shown.length() + 2);
            out.append(summary(name));
        }
        return out.toString();
    }

    private static String shown(String name, boolean functionOnly) {
        return functionOnly ? CommandCatalog.function(name) : CommandCatalog.typed(name);
    }

    /** The first sentence of a command's description. */
    static String summary(String name) {
        String text =
                String.join(
                        " ", CommandCatalog.parser(name, true).spec().usageMessage().description());
        int end = text.indexOf(". ");
        return end < 0 ? text : text.substring(0, end + 1);
    }

    /** {@code "; did you mean plugin list?"} for words that name no command, or nothing. */
    static String suggestion(List<String> words) {
        String first = words.getFirst();
        List<String> scopes = CommandCatalog.scopes();
        List<String> alone =
                CommandCatalog.NAMES.stream().filter(name -> name.indexOf(':') < 0).toList();
        if (scopes.contains(first) && words.size() > 1) {
            return Suggestion.nearest(words.get(1), CommandCatalog.functions(first))
                    .map(found -> "; did you mean " + first + " " + found + "?")
                    .orElse("");
        }
        Optional<String> scope = Suggestion.nearest(first, scopes);
        Optional<String> word = Suggestion.nearest(first, alone);
        return scope.map(found -> found + (words.size() > 1 ? " " + words.get(1) : ""))
                .or(() -> word)
                .map(found -> "; did you mean " + found + "?")
                .orElse("");
    }
}
