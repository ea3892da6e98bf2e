package io.fastsocket.shell.etc;

import org.osgi.framework.InvalidSyntaxException;
import org.osgi.service.cm.Configuration;
import org.osgi.service.cm.ConfigurationAdmin;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Dictionary;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Whether what the files say has reached the configurations, as whoever watches them does soon. */
public final class AppliedSettings {

    /** The folder is looked at five times a second. */
    private static final long LIMIT_NANOS = Duration.ofSeconds(3).toNanos();

    private static final long LOOK_EVERY_MILLIS = 50;

    private final ConfigurationAdmin admin;

    /**
     * Asks an admin.
     *
     * @param admin has the configurations
     */
    public AppliedSettings(ConfigurationAdmin admin) {
        this.admin = admin;
    }

    /**
     * Waits until some changes are in their configurations.
     *
     * @param changes what has changed
     * @param files what the files say now
     * @return a line for each file whose settings did not arrive
     */
    public List<String> missing(List<EtcChange> changes, Map<String, Map<String, String>> files) {
        List<String> missing = new ArrayList<>();
        long began = System.nanoTime();
        for (String file : changes.stream().map(EtcChange::file).distinct().toList()) {
            if (!EtcFolder.isConfiguration(file)) {
                continue;
            }
            Map<String, String> wanted = files.getOrDefault(file, Map.of());
            while (!isApplied(file, wanted)) {
                if (System.nanoTime() - began > LIMIT_NANOS
                        || Thread.currentThread().isInterrupted()) {
                    missing.add("etc/" + file + " has not been read; the log says why");
                    break;
                }
                pause();
            }
        }
        return missing;
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean isApplied(String file, Map<String, String> wanted) {
        try {
            Configuration[] found =
                    admin.listConfigurations("(felix.fileinstall.filename=*/" + file + ")");
            if (found == null) {
                return wanted.isEmpty();
            }
            Dictionary<String, Object> properties = found[0].getProperties();
            return wanted.entrySet().stream()
                    .allMatch(
                            entry ->
                                    entry.getValue().contains("${")
                                            || Objects.equals(
                                                    entry.getValue().strip(),
                                                    String.valueOf(
                                                            properties.get(entry.getKey()))));
        } catch (IOException | InvalidSyntaxException e) {
            return false;
        }
    }
}
