package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * What clients of plugins in service can rely on, a file each: a restart is no way around it.
 * Belongs to the deployer's thread.
 */
final class Promises {

    private static final Logger log = LoggerFactory.getLogger(Promises.class);
    private static final String SUFFIX = ".properties";

    private final Path folder;

    /** Bundles by plugin whose promise is on disk. */
    private final Map<String, Long> kept = new HashMap<>();

    /**
     * What one revision promised.
     *
     * @param sha256 of its JAR
     * @param contract from {@link ContractGate#promised}; empty if nothing is known
     */
    record Promise(String sha256, String contract) {}

    /**
     * Those in a folder.
     *
     * @param folder need not exist
     */
    Promises(Path folder) {
        this.folder = folder;
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
        return new Promise(read.getProperty("sha256", ""), read.getProperty("contract", ""));
    }

    /** Keeps what a revision promises that is in service, unless that is done already. */
    void keep(Revision revision, ContractGate gate) {
        long bundle = revision.bundle().getBundleId();
        Long before = kept.put(revision.name(), bundle);
        if (before != null && before == bundle) {
            return;
        }
        Promise known = before == null ? of(revision.name()) : null;
        if (known != null && known.sha256().equals(revision.sha256())) {
            return;
        }
        write(revision, gate.promised(revision));
    }

    private void write(Revision revision, String contract) {
        Properties all = new Properties();
        all.setProperty("sha256", revision.sha256());
        all.setProperty("contract", contract);
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
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (plugins.stream().noneMatch(plugin -> name.equals(plugin + SUFFIX))) {
                    delete(file);
                }
            }
        } catch (IOException e) {
            log.warn("{} cannot be tidied: {}", folder, e.toString());
        }
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
