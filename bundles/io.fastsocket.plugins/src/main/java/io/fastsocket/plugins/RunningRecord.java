package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Remembers which bundle is in service for a plugin and which file it came from, so that a deployer
 * that starts again knows what its predecessor did. Lives in the bundle's data area, and thus ends
 * with the framework's storage, as the bundles do.
 */
final class RunningRecord {

    private static final Logger log = LoggerFactory.getLogger(RunningRecord.class);

    private final Path path;
    private final Properties entries = new Properties();

    /**
     * Reads the record.
     *
     * @param path need not exist
     */
    RunningRecord(Path path) {
        this.path = path;
        if (Files.exists(path)) {
            try (Reader in = Files.newBufferedReader(path)) {
                entries.load(in);
            } catch (IOException e) {
                log.warn("what was in service before is not known: {}", e.toString());
            }
        }
    }

    /** The file that a bundle in service came from, or null if it was not in service. */
    String file(long bundleId) {
        return entries.getProperty(String.valueOf(bundleId));
    }

    /** A bundle is in service. */
    void add(long bundleId, String file) {
        entries.setProperty(String.valueOf(bundleId), file);
        write();
    }

    /** A bundle is no longer in service. */
    void remove(long bundleId) {
        entries.remove(String.valueOf(bundleId));
        write();
    }

    private void write() {
        try (Writer out = Files.newBufferedWriter(path)) {
            entries.store(out, null);
        } catch (IOException e) {
            log.warn("what is in service cannot be remembered: {}", e.toString());
        }
    }
}
