package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What clients of plugins in service can rely on, and which content of which file keeps it, a file
 * each: a restart is no way around it. Belongs to the deployer's thread.
 */
final class Promises {

    private static final Logger log = LoggerFactory.getLogger(Promises.class);
    private static final String SUFFIX = ".properties";

    private final Path folder;

    /** By plugin, of whom a promise is on disk. */
    private final Map<String, Kept> kept = new HashMap<>();

    /**
     * What one revision promised.
     *
     * @param sha256 of its JAR
     * @param contract from {@link ContractGate#promised}; empty if nothing is known
     * @param file name of the one it came from; empty if that is not known
     */
    record Promise(String sha256, String contract, String file) {}

    /** Of whom a promise is; the bundle is negative for one of an earlier process. */
    private record Kept(long bundle, String sha256, String file) {}

    /**
     * Those in a folder.
     *
     * @param folder need not exist
     */
    Promises(Path folder) {
        this.folder = folder;
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (name.endsWith(SUFFIX)) {
                String plugin = name.substring(0, name.length() - SUFFIX.length());
                Promise known = of(plugin);
                if (known != null) {
                    kept.put(plugin, new Kept(-1, known.sha256(), known.file()));
                }
            }
        }
    }

    /**
     * Plugins that an earlier process had in service, from a file of that name with other content,
     * and this one not yet.
     */
    Set<String> before(String file, String sha256) {
        return kept.entrySet().stream()
                .filter(entry -> entry.getValue().bundle() < 0)
                .filter(entry -> entry.getValue().file().equals(file))
                .filter(entry -> !entry.getValue().sha256().equals(sha256))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /** What the plugin promised that was in service last, also before a restart; or null. */
    Promise of(String plugin) {
        Path file = file(plugin);
        if (!Files.exists(file)) {
            return null;
        }
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            log.warn("what {} promised its clients is not known: {}", plugin, e.toString());
            return null;
        }
        return new Promise(
                read.getProperty("sha256", ""),
                read.getProperty("contract", ""),
                read.getProperty("file", ""));
    }

    /** Keeps what a revision promises that is in service, unless that is done already. */
    void keep(Running running, ContractGate gate) {
        Revision revision = running.revision();
        Kept now = new Kept(revision.bundle().getBundleId(), revision.sha256(), running.file());
        Kept before = kept.put(revision.name(), now);
        if (now.equals(before)) {
            return;
        }
        // Another bundle of the same content may be wired to other libraries.
        boolean rebuilt = before != null && before.bundle() >= 0 && before.bundle() != now.bundle();
        Promise known = rebuilt ? null : of(revision.name());
        boolean stands = known != null && known.sha256().equals(now.sha256());
        if (!stands || !known.file().equals(now.file())) {
            write(revision, stands ? known.contract() : gate.promised(revision), now.file());
        }
    }

    private void write(Revision revision, String contract, String origin) {
        Properties all = new Properties();
        all.setProperty("sha256", revision.sha256());
        all.setProperty("contract", contract);
        all.setProperty("file", origin);
        Path next = folder.resolve(revision.name() + ".incoming");
        try {
            Files.createDirectories(folder);
            try (Writer out = Files.newBufferedWriter(next)) {
                all.store(out, null);
            }
            Files.move(next, file(revision.name()), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            log.warn("what {} promises its clients cannot be kept: {}", revision, e.toString());
        }
    }

    /** A plugin is taken away: whoever comes under its name owes its clients nothing. */
    void forget(String plugin) {
        kept.remove(plugin);
        delete(file(plugin));
    }

    /** Forgets those that were taken away while nobody looked. */
    void keepOnly(Set<String> plugins) {
        kept.keySet().retainAll(plugins);
        for (Path file : files()) {
            String name = file.getFileName().toString();
            if (plugins.stream().noneMatch(plugin -> name.equals(plugin + SUFFIX))) {
                delete(file);
            }
        }
    }

    private List<Path> files() {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
                files.forEach(found::add);
            } catch (IOException | DirectoryIteratorException e) {
                log.warn("{} cannot be read: {}", folder, e.toString());
            }
        }
        return found;
    }

    private Path file(String plugin) {
        return folder.resolve(plugin + SUFFIX);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            log.warn("{} cannot be deleted: {}", file, e.toString());
        }
    }
}
