package io.fastsocket.asyncapi.enforce;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is done in both directions, and for which plugins it is otherwise. Immutable.
 *
 * @param all for all plugins
 * @param plugins by symbolic name
 */
record Modes(Pair all, Map<String, Pair> plugins) {

    private static final String FILE = "etc/io.fastsocket.asyncapi.cfg";

    /** What is done about what comes in, and about what goes out. */
    record Pair(Mode inbound, Mode outbound) {}

    static final Modes DEFAULTS = new Modes(new Pair(Mode.ENFORCE, Mode.WARN), Map.of());

    /** Throws IllegalArgumentException naming file, key, value and what is allowed. */
    static Modes of(String inbound, String outbound, String... plugins) {
        Pair all = new Pair(mode("inbound", inbound), mode("outbound", outbound));
        Map<String, Pair> own = new HashMap<>();
        for (String entry : String.join(",", plugins).split(",")) {
            if (!entry.isBlank()) {
                add(entry.strip().split("\\s+"), all, own);
            }
        }
        return new Modes(all, Map.copyOf(own));
    }

    private static void add(String[] words, Pair all, Map<String, Pair> plugins) {
        Pair pair = all;
        for (int i = 1; i < words.length; i++) {
            String[] setting = words[i].split("=", 2);
            Mode mode = mode("plugins: " + words[0], setting.length == 2 ? setting[1] : "");
            pair =
                    switch (setting[0]) {
                        case "inbound" -> new Pair(mode, pair.outbound());
                        case "outbound" -> new Pair(pair.inbound(), mode);
                        default ->
                                throw new IllegalArgumentException(
                                        "%s: plugins: %s: %s is neither inbound=MODE nor outbound=MODE"
                                                .formatted(FILE, words[0], words[i]));
                    };
        }
        if (words.length == 1) {
            throw new IllegalArgumentException(
                    "%s: plugins: %s needs inbound=MODE, outbound=MODE or both after it"
                            .formatted(FILE, words[0]));
        }
        plugins.put(words[0], pair);
    }

    private static Mode mode(String key, String value) {
        try {
            return Mode.valueOf(value.strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "%s: %s must be enforce, warn or off: is \"%s\"".formatted(FILE, key, value),
                    e);
        }
    }

    Pair of(String plugin) {
        return plugins.getOrDefault(plugin, all);
    }
}
