package io.fastsocket.plugins;

import java.util.List;
import java.util.StringJoiner;

/** What is wrong with handlers, as one line: tables, logs and histories have no room for more. */
final class HandlerProblems {

    private HandlerProblems() {}

    /** One as it is, several with a number each, since they have commas and semicolons inside. */
    static String inOneLine(List<String> problems) {
        if (problems.size() < 2) {
            return String.join("", problems);
        }
        StringJoiner line = new StringJoiner(" ", problems.size() + " problems: ", "");
        for (int i = 0; i < problems.size(); i++) {
            line.add("(%d) %s".formatted(i + 1, problems.get(i)));
        }
        return line.toString();
    }
}
