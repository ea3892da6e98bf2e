package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What is in {@code plugins/}, as of the last look. Belongs to the deployer's thread. */
final class PluginDirectory {

    private static final Logger log = LoggerFactory.getLogger(PluginDirectory.class);

    private final Path path;
    private final Map<String, PluginFile> files = new TreeMap<>();
    private boolean looked;
    private String problem = "";

    PluginDirectory(Path path) {
        this.path = path;
    }

    Path path() {
        return path;
    }

    /** By name. */
    Collection<PluginFile> files() {
        return files.values();
    }

    /** The file of that name, or null. */
    PluginFile file(String name) {
        return files.get(name);
    }

    /**
     * Looks at all files. A directory that cannot be read, such as one whose volume is not mounted
     * at the moment, says nothing about plugins: what was known stays.
     */
    void look() {
        long now = System.nanoTime();
        Set<String> present = new HashSet<>();
        try {
            for (Path file : list()) {
                look(file, now);
                present.add(file.getFileName().toString());
            }
        } catch (IOException | DirectoryIteratorException e) {
            report(path + " cannot be read; running plugins stay: " + e);
            return;
        }
        report("");
        files.keySet().retainAll(present);
        looked = true;
    }

    private List<Path> list() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> stream =
                Files.newDirectoryStream(path, PluginDirectory::isPlugin)) {
            stream.forEach(found::add);
        }
        return found;
    }

    private static boolean isPlugin(Path file) {
        return isPlugin(file.getFileName().toString());
    }

    /**
     * Whether that is the name of a JAR, in whatever case its ending is. Hidden files and those
     * that editors and copying programs use meanwhile are none.
     */
    static boolean isPlugin(String name) {
        return name.toLowerCase(Locale.ROOT).endsWith(".jar")
                && !name.startsWith(".")
                && !name.startsWith("~")
                && !name.startsWith("#");
    }

    private void look(Path file, long now) {
        String name = file.getFileName().toString();
        try {
            Fingerprint fingerprint = Fingerprint.of(file);
            PluginFile known = files.get(name);
            if (known == null) {
                long changed = looked ? now : now - age(fingerprint).toNanos();
                files.put(name, new PluginFile(file, fingerprint, changed));
            } else {
                known.seen(fingerprint, now);
            }
        } catch (IOException e) {
            // A link that leads nowhere (yet), or a file deleted since it was listed.
            files.computeIfAbsent(name, n -> new PluginFile(file, Fingerprint.NONE, now))
                    .seen(Fingerprint.NONE, now);
        }
    }

    /** Files that lay there before the start need not be watched for a while first. */
    private static Duration age(Fingerprint fingerprint) {
        long millis = System.currentTimeMillis() - fingerprint.modified().toMillis();
        return Duration.ofMillis(Math.clamp(millis, 0, Duration.ofDays(1).toMillis()));
    }

    private void report(String now) {
        if (!now.equals(problem) && !now.isEmpty()) {
            log.warn(now);
        }
        problem = now;
    }
}
