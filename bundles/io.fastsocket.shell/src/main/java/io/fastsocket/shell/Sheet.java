package io.fastsocket.shell;

import java.util.LinkedHashMap;
import java.util.Map;

/** Facts about one thing, a name and a value on each line. Not for use by several threads. */
final class Sheet {

    private final Map<String, String> lines = new LinkedHashMap<>();

    /**
     * Adds a line.
     *
     * @param name what the fact is
     * @param value shown as text; a line whose value is empty is left out
     */
    void line(String name, Object value) {
        String text = String.valueOf(value);
        if (!text.isEmpty()) {
            lines.put(name, text);
        }
    }

    @Override
    public String toString() {
        int width = lines.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder out = new StringBuilder();
        lines.forEach(
                (name, value) -> {
                    out.append(out.isEmpty() ? "" : "\n").append(name);
                    out.repeat(' ', width - name.length() + 2);
                    out.append(value.strip().replace("\n", "\n" + " ".repeat(width + 2)));
                });
        return out.toString();
    }
}
