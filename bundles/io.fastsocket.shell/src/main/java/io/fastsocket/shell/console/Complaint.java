package io.fastsocket.shell.console;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Tells why a command did not work out: a line for people, an object for programs. */
public final class Complaint {

    private static final String USAGE = "\nUsage: ";

    private Complaint() {}

    /**
     * Says it as the command line's own messages do: on standard error.
     *
     * @param console where
     * @param message one line, or more; nothing is said if it is empty
     */
    public static void say(Console console, String message) {
        if (!message.isEmpty()) {
            String before = console.terminal().paint(Style.BAD, "fastsocket:") + " ";
            console.err().println((console.inside() ? "" : before) + message);
        }
    }

    /**
     * Ends a command that failed. If the words ask for JSON, standard output gets {@code {"error":
     * …}} on one line, so that a program finds an answer in the one place where it looks for it.
     *
     * @param e why; nothing is said if it has no message: then the command has said all
     * @param words as they were typed
     * @param console where
     * @return what the process that asked ends with
     */
    public static int end(CommandException e, List<String> words, Console console) {
        if (!asksForJson(words)) {
            say(console, e.getMessage());
        } else if (!e.getMessage().isEmpty()) {
            console.out().println(Json.line(Map.of("error", error(e))));
        }
        return e.exitCode();
    }

    /** Also of words that cannot be parsed. What stands behind {@code --} is no option. */
    private static boolean asksForJson(List<String> words) {
        return words.stream().takeWhile(word -> !word.equals("--")).anyMatch("--json"::equals);
    }

    private static Map<String, Object> error(CommandException e) {
        String[] parts = e.getMessage().split(USAGE, 2);
        Map<String, Object> error = new LinkedHashMap<>();
        error.put("message", parts[0]);
        error.put("exitCode", e.exitCode());
        if (parts.length > 1) {
            error.put("usage", parts[1]);
        }
        if (!e.details().isEmpty()) {
            error.put("details", e.details());
        }
        return error;
    }
}
