package io.fastsocket.asyncapi.rewrite;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Names that people would choose. */
final class Names {

    /** Steps of a pointer that say nothing of what is there. */
    private static final Set<String> GENERIC =
            Set.of(
                    "payload",
                    "headers",
                    "schema",
                    "items",
                    "properties",
                    "allOf",
                    "oneOf",
                    "anyOf",
                    "message",
                    "messages",
                    "traits",
                    "bindings",
                    "components",
                    "schemas",
                    "publish",
                    "subscribe",
                    "definitions",
                    "parameters");

    private Names() {}

    /**
     * A name for a part.
     *
     * @param pointer where it was written
     * @param file the file, or null
     */
    static String of(String pointer, String file) {
        List<String> steps = List.of(pointer.split("/"));
        StringBuilder name = new StringBuilder();
        for (int i = steps.size() - 1; i > 0; i--) {
            String step = steps.get(i).replace("~1", "/").replace("~0", "~");
            boolean says = !GENERIC.contains(step) && !step.matches("[0-9]+");
            if (says) {
                name.insert(0, name.isEmpty() ? step : step + "-");
                break;
            }
            if (name.isEmpty() && !step.matches("[0-9]+") && !step.endsWith("s")) {
                name.append(step);
            }
        }
        boolean named = !name.isEmpty() && !GENERIC.contains(name.toString());
        return clean(named || file == null ? name.toString() : base(file));
    }

    private static String base(String file) {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.indexOf('.');
        return dot > 0 ? name.substring(0, dot) : name;
    }

    /** A text as a name in camel case: {@code light/measured} is {@code lightMeasured}. */
    static String camelCase(String text) {
        StringBuilder name = new StringBuilder();
        for (String word : text.split("[^A-Za-z0-9]+")) {
            if (!word.isEmpty()) {
                name.append(
                        name.isEmpty()
                                ? word
                                : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
        }
        return name.isEmpty() ? "root" : name.toString();
    }

    private static String clean(String text) {
        String clean = text.replaceAll("[^A-Za-z0-9._-]+", "-").replaceAll("^-+|-+$", "");
        return clean.isEmpty() ? "part" : clean;
    }

    /** The name, or with a number behind it. */
    static String unique(String name, Predicate<String> taken) {
        String unique = name;
        for (int i = 2; taken.test(unique); i++) {
            unique = name + i;
        }
        return unique;
    }
}
