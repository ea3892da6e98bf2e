package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * JARs that are treated otherwise than usual, and why: a line each, hash and reason. Kept across
 * restarts. Usable from any thread.
 */
final class Reasons {

    /** How many are remembered; the oldest go first. */
    static final int MOST = 500;

    private static final Logger log = LoggerFactory.getLogger(Reasons.class);
    private static final int LONGEST = 500;

    private final Path path;
    private final Map<String, String> reasons = new LinkedHashMap<>();

    /**
     * Reads what is known.
     *
     * @param path need not exist
     */
    Reasons(Path path) {
        this.path = path;
        try {
            for (String line : Files.exists(path) ? Files.readAllLines(path) : List.<String>of()) {
                String[] fields = line.split("\t", 2);
                if (fields.length == 2) {
                    reasons.put(fields[0], fields[1]);
                }
            }
        } catch (IOException e) {
            log.warn("{} cannot be read: {}", path, e.toString());
        }
    }

    /** What is said of a JAR, or null. */
    synchronized String reason(String sha256) {
        return reasons.get(sha256);
    }

    /** Forgets one, if it is known. Throws as {@link #put}. */
    synchronized void remove(String sha256) {
        if (reasons.containsKey(sha256)) {
            change(() -> reasons.remove(sha256));
        }
    }

    /** Says why. Throws as {@link io.fastsocket.spi.deploy.PluginDeployer#allowBreaking} does. */
    synchronized void put(String sha256, String reason) {
        String line = reason.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() || line.length() > LONGEST) {
            throw new IllegalArgumentException(
                    "the reason must have 1 to %d characters, and has %d"
                            .formatted(LONGEST, line.length()));
        }
        change(
                () -> {
                    reasons.remove(sha256);
                    reasons.put(sha256, line);
                    if (reasons.size() > MOST) {
                        reasons.remove(reasons.keySet().iterator().next());
                    }
                });
    }

    private void change(Runnable change) {
        Map<String, String> before = new LinkedHashMap<>(reasons);
        change.run();
        try {
            write();
        } catch (IOException e) {
            reasons.clear();
            reasons.putAll(before);
            throw new IllegalStateException(path + " cannot be written: " + e, e);
        }
    }

    private void write() throws IOException {
        Files.createDirectories(path.getParent());
        List<String> lines =
                reasons.entrySet().stream().map(e -> e.getKey() + "\t" + e.getValue()).toList();
        Path next = path.resolveSibling(path.getFileName() + ".incoming");
        Files.write(next, lines);
        Files.move(next, path, StandardCopyOption.REPLACE_EXISTING);
    }
}
