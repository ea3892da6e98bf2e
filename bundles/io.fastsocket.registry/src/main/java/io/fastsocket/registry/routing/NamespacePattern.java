package io.fastsocket.registry.routing;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A namespace's name as a handler gives it: fixed, or dynamic with values in braces. Each value is
 * as short as it can be, is not empty and holds no slash; matching looks at each character once,
 * since clients choose the names. Immutable.
 */
final class NamespacePattern {

    private static final Pattern VALUE = Pattern.compile("\\{([A-Za-z][A-Za-z0-9_]*)}");

    private final String text;
    private final List<String> literals = new ArrayList<>();
    private final List<String> names = new ArrayList<>();

    private NamespacePattern(String text) {
        this.text = text;
        Matcher value = VALUE.matcher(text);
        int from = 0;
        while (value.find()) {
            literals.add(text.substring(from, value.start()));
            names.add(value.group(1));
            from = value.end();
        }
        literals.add(text.substring(from));
    }

    static NamespacePattern of(String text) {
        return new NamespacePattern(text);
    }

    /** What is wrong with it, or null. */
    String problem() {
        if (!text.startsWith("/")) {
            return "must begin with a slash";
        }
        if (literals.stream().anyMatch(l -> l.contains("{") || l.contains("}"))) {
            return "has a brace that is no value such as {id}";
        }
        if (literals.subList(1, literals.size() - 1 + (dynamic() ? 0 : 1)).contains("")) {
            return "has two values with nothing between them";
        }
        return new HashSet<>(names).size() < names.size() ? "has two values of one name" : null;
    }

    String text() {
        return text;
    }

    boolean dynamic() {
        return !names.isEmpty();
    }

    /** Which value has that name; -1 if none. */
    int index(String name) {
        return names.indexOf(name);
    }

    /** How much of it is fixed: of two that match, the one with more of that is meant. */
    int fixed() {
        return literals.stream().mapToInt(String::length).sum();
    }

    boolean matches(String namespace) {
        return values(namespace) != null;
    }

    /** The values of a name, in order; null if it is another one's. */
    List<String> values(String namespace) {
        if (!namespace.startsWith(literals.get(0))) {
            return null;
        }
        List<String> values = new ArrayList<>(names.size());
        int from = literals.get(0).length();
        for (int i = 1; i < literals.size(); i++) {
            String next = literals.get(i);
            boolean last = i == literals.size() - 1;
            int to =
                    last
                            ? namespace.length() - next.length()
                            : namespace.indexOf(next, Math.min(from + 1, namespace.length()));
            if (to <= from || (last && !namespace.endsWith(next))) {
                return null;
            }
            values.add(namespace.substring(from, to));
            from = to + next.length();
        }
        boolean slash = values.stream().anyMatch(value -> value.indexOf('/') >= 0);
        return slash || from != namespace.length() ? null : values;
    }
}
