package io.fastsocket.shell.console;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Facts about one thing: a name and a value on each line for people, one object for programs. Not
 * for use by several threads.
 */
public final class Sheet {

    private final Map<String, Cell> lines = new LinkedHashMap<>();
    private final Map<String, Object> values = new LinkedHashMap<>();

    /**
     * Adds a fact whose name for programs is the same, without spaces and dots.
     *
     * @param name what the fact is
     * @param value a cell, or a value as it is; if its text is empty, people see no line
     * @return this
     */
    public Sheet line(String name, Object value) {
        return line(name, camelCase(name), value);
    }

    /**
     * Adds a fact.
     *
     * @param name what the fact is, for people
     * @param key what it is, for programs
     * @param value a cell, or a value as it is; if its text is empty, people see no line
     * @return this
     */
    public Sheet line(String name, String key, Object value) {
        Cell cell = Cell.of(value);
        values.put(key, cell.value());
        if (!cell.text().isBlank()) {
            lines.put(name, cell);
        }
        return this;
    }

    /**
     * Adds a fact for programs alone.
     *
     * @param key what it is
     * @param value null, text, a number, a boolean, or lists and maps of such
     * @return this
     */
    public Sheet value(String key, Object value) {
        values.put(key, value);
        return this;
    }

    /**
     * For programs.
     *
     * @return the facts by key
     */
    public Map<String, Object> values() {
        return values;
    }

    /**
     * For people.
     *
     * @param terminal whether there are colours
     * @return the lines, each ended by a line break but the last
     */
    public String text(Terminal terminal) {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder out = new StringBuilder();
        lines.forEach(
                (name, cell) -> {
                    out.append(out.isEmpty() ? "" : "\n").append(name);
                    out.repeat(' ', width - name.length() + 2);
                    String text = Cell.harmless(cell.text().strip());
                    out.append(
                            terminal.paint(
                                    cell.style(),
                                    text.replace("\n", "\n" + " ".repeat(width + 2))));
                });
        return out.toString();
    }

    private static String camelCase(String name) {
        StringBuilder key = new StringBuilder();
        boolean capital = false;
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (Character.isLetterOrDigit(c)) {
                key.append(capital ? Character.toUpperCase(c) : c);
                capital = false;
            } else {
                capital = true;
            }
        }
        return key.toString();
    }
}
