package io.fastsocket.shell.etc;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A setting that is not what it was.
 *
 * @param file the file's name
 * @param key the setting
 * @param before its value, or null if it was not set
 * @param after its value, or null if it is not set any more
 */
public record EtcChange(String file, String key, String before, String after) {

    /**
     * What differs.
     *
     * @param before what the files said
     * @param after what they say
     * @return by file and key
     */
    public static List<EtcChange> between(
            Map<String, Map<String, String>> before, Map<String, Map<String, String>> after) {
        List<EtcChange> changes = new ArrayList<>();
        Set<String> files = new TreeSet<>(before.keySet());
        files.addAll(after.keySet());
        for (String file : files) {
            Map<String, String> old = before.getOrDefault(file, Map.of());
            Map<String, String> now = after.getOrDefault(file, Map.of());
            Set<String> keys = new TreeSet<>(old.keySet());
            keys.addAll(now.keySet());
            for (String key : keys) {
                String was = old.get(key);
                String is = now.get(key);
                if (was == null || !was.equals(is)) {
                    changes.add(new EtcChange(file, key, was, is));
                }
            }
        }
        return changes;
    }

    /**
     * Whether it has effect only after a restart.
     *
     * @return true for the main settings
     */
    public boolean needsRestart() {
        return !EtcFolder.isHot(file);
    }

    /** As people read it. */
    @Override
    public String toString() {
        return "etc/"
                + file
                + ": "
                + key
                + " = "
                + (after == null ? "(default)" : after)
                + ", was "
                + (before == null ? "(default)" : before);
    }
}
