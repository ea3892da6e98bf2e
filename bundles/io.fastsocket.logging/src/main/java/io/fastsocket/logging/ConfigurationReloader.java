package io.fastsocket.logging;

import io.fastsocket.logging.log4j.LogBackend;

import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.service.cm.ConfigurationAdmin;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Makes pax-logging read its file again when that was edited, unless there is a mistake in it: then
 * what is in force stays, and the log says what is wrong.
 *
 * <p>Log4j's own {@code monitorInterval} cannot do it: inside pax-logging its watcher dies of a
 * class that is not there. The file is looked at once a second, since bind mounts deliver no file
 * events.
 */
@Component(
        service = {},
        immediate = true)
public final class ConfigurationReloader {

    /** The framework property by which pax-logging finds its file at start. */
    static final String FILE = "org.ops4j.pax.logging.property.file";

    private static final String PAX_PID = "org.ops4j.pax.logging";
    private static final String PAX_FILE = "org.ops4j.pax.logging.log4j2.config.file";
    private static final long LOOK_EVERY_MILLIS = 1_000;

    private static final Logger LOG = LoggerFactory.getLogger(ConfigurationReloader.class);

    private final ConfigurationAdmin configurations;
    private final Path file;
    private final ScheduledExecutorService looking;
    private Stamp seen;

    /**
     * Started by DS.
     *
     * @param context asked for the file
     * @param configurations how pax-logging is told
     */
    @Activate
    public ConfigurationReloader(
            BundleContext context, @Reference ConfigurationAdmin configurations) {
        this.configurations = configurations;
        String name = context.getProperty(FILE);
        if (name == null) {
            LOG.warn("Logging is not configured: the framework property {} is not set", FILE);
            file = null;
            looking = null;
            return;
        }
        file = Path.of(name);
        seen = Stamp.of(file);
        check();
        looking =
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().name("fastsocket-logging").daemon().factory());
        looking.scheduleWithFixedDelay(
                this::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    @Deactivate
    void stop() {
        if (looking != null) {
            looking.shutdownNow();
        }
    }

    private void look() {
        Stamp now = Stamp.of(file);
        if (now.equals(seen)) {
            return;
        }
        seen = now;
        if (check()) {
            apply();
        }
    }

    private boolean check() {
        try {
            List<String> mistakes = LogConfiguration.read(file).mistakes();
            if (!mistakes.isEmpty()) {
                LOG.error("{} is not used: {}", file, String.join("; ", mistakes));
            }
            return mistakes.isEmpty();
        } catch (IOException e) {
            LOG.error("{} is not used, since it cannot be read: {}", file, e.toString());
            return false;
        }
    }

    private void apply() {
        try {
            LogBackend.reload();
        } catch (IllegalStateException withoutQueue) {
            if (!applyByPax()) {
                return;
            }
        }
        LOG.info("{} was read again", file);
    }

    /** What is logged meanwhile is lost; without a queue there is no other way. */
    private boolean applyByPax() {
        Map<String, Object> pax = Map.of(PAX_FILE, file.toString());
        try {
            configurations.getConfiguration(PAX_PID, "?").update(FrameworkUtil.asDictionary(pax));
            return true;
        } catch (IOException e) {
            LOG.error("{} could not be handed to pax-logging", file, e);
            return false;
        }
    }

    /** What changes when a file does; an absent file is of no time and no size. */
    private record Stamp(FileTime modified, long size) {

        static Stamp of(Path file) {
            try {
                BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
                return new Stamp(is.lastModifiedTime(), is.size());
            } catch (IOException absent) {
                return new Stamp(FileTime.fromMillis(0), -1);
            }
        }
    }
}
