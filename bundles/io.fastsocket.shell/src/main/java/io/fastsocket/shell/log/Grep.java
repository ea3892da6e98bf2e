package io.fastsocket.shell.log;

import io.fastsocket.shell.console.CommandException;

import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** What {@code --grep} takes: a text, or a regular expression between slashes. */
final class Grep {

    private static final Pattern REGEX = Pattern.compile("/(.+)/(i?)", Pattern.DOTALL);

    private static final Set<String> FIELDS = Set.of("message", "thrown");

    private Grep() {}

    static void add(String text, LogFilter.Builder builder) throws CommandException {
        Matcher regex = REGEX.matcher(text);
        if (text.isEmpty()) {
            throw CommandException.usage("--grep needs a text, or a regular expression as /TEXT/");
        }
        if (!regex.matches()) {
            builder.text(text, FIELDS, texts(part -> part.contains(text)));
            return;
        }
        boolean anyCase = !regex.group(2).isEmpty();
        Pattern pattern = compile(regex.group(1), anyCase ? Pattern.CASE_INSENSITIVE : 0);
        builder.text(
                anyCase ? "" : RegexText.longest(regex.group(1)),
                FIELDS,
                texts(part -> pattern.matcher(part).find()));
    }

    private static Predicate<LogLine> texts(Predicate<String> condition) {
        return line -> condition.test(line.get("message")) || condition.test(line.get("thrown"));
    }

    private static Pattern compile(String regex, int flags) throws CommandException {
        try {
            return Pattern.compile(regex, flags | Pattern.MULTILINE);
        } catch (PatternSyntaxException e) {
            throw CommandException.usage(
                    "--grep is no regular expression: "
                            + e.getDescription()
                            + " at character "
                            + (e.getIndex() + 1)
                            + " of "
                            + regex);
        }
    }
}
