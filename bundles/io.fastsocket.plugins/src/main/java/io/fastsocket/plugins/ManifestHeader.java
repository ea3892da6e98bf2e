package io.fastsocket.plugins;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A manifest header in the syntax common to OSGi (Core 8, 3.2.4): {@code path;path;dir:=x;attr=y,
 * …}.
 */
final class ManifestHeader {

    /**
     * One clause.
     *
     * @param paths its names, at least one
     * @param attributes by name, types left in the name
     * @param directives by name
     */
    record Clause(
            List<String> paths, Map<String, String> attributes, Map<String, String> directives) {}

    private ManifestHeader() {}

    /**
     * Reads a header.
     *
     * @param header its value, or null
     * @return its clauses, none for null
     */
    static List<Clause> parse(String header) {
        List<Clause> clauses = new ArrayList<>();
        for (String clause : split(header == null ? "" : header, ',')) {
            clauses.add(clause(clause));
        }
        return clauses;
    }

    private static Clause clause(String text) {
        Clause clause = new Clause(new ArrayList<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        for (String part : split(text, ';')) {
            int equals = part.indexOf('=');
            int quote = part.indexOf('"');
            if (equals < 0 || (quote >= 0 && quote < equals)) {
                clause.paths().add(unquote(part));
            } else if (part.charAt(Math.max(0, equals - 1)) == ':') {
                clause.directives()
                        .put(
                                part.substring(0, equals - 1).strip(),
                                unquote(part.substring(equals + 1)));
            } else {
                clause.attributes()
                        .put(
                                part.substring(0, equals).strip(),
                                unquote(part.substring(equals + 1)));
            }
        }
        return clause;
    }

    private static List<String> split(String text, char separator) {
        List<String> parts = new ArrayList<>();
        boolean quoted = false;
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : separator;
            if (c == '"') {
                quoted = !quoted;
            } else if (c == separator && (!quoted || i == text.length())) {
                String part = text.substring(start, i).strip();
                if (!part.isEmpty()) {
                    parts.add(part);
                }
                start = i + 1;
            }
        }
        return parts;
    }

    private static String unquote(String text) {
        String bare = text.strip();
        boolean quoted = bare.length() >= 2 && bare.startsWith("\"") && bare.endsWith("\"");
        return quoted ? bare.substring(1, bare.length() - 1) : bare;
    }
}
