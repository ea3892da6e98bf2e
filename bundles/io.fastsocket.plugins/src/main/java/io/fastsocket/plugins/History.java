package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.deploy.RevisionListener;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What became of revisions, kept in a file across restarts. Of each plugin the latest are kept, and
 * of plugins those that something happened to last. Written by the deployer's thread, read by any.
 */
final class History {

    /** How many events of one plugin are kept. */
    static final int EVENTS = 50;

    /** How many plugins are remembered. */
    static final int PLUGINS = 500;

    private final Map<String, List<RevisionEvent>> events = new ConcurrentHashMap<>();
    private final HistoryFile file;
    private final RevisionListener listener;
    private int lines;

    /**
     * Reads what is known.
     *
     * @param file need not exist
     * @param listener is told of what happens from now on
     */
    History(HistoryFile file, RevisionListener listener) {
        this.file = file;
        this.listener = listener;
        file.read(
                (name, event) -> {
                    remember(name, event);
                    lines++;
                });
    }

    /** Newest first. */
    List<RevisionEvent> of(String name) {
        return events.getOrDefault(name, List.of());
    }

    /** A revision came into service, or went. */
    void add(Revision revision, String fileName, String what, String note) {
        add(
                revision.name(),
                new RevisionEvent(
                        now(),
                        revision.version().toString(),
                        revision.sha256(),
                        fileName,
                        what,
                        note));
    }

    /** Events of a revision that is out of service were cut off. */
    void addCutOff(Revision revision, String note) {
        String file =
                of(revision.name()).stream()
                        .filter(event -> event.sha256().equals(revision.sha256()))
                        .map(RevisionEvent::file)
                        .findFirst()
                        .orElse("");
        add(revision, file, "cut off", note);
    }

    /** A file waits, or was refused. What is known already is not told again. */
    void add(PluginFile of, String what, String reason) {
        RevisionEvent event =
                new RevisionEvent(now(), of.version(), of.sha256(), of.name(), what, reason);
        List<RevisionEvent> known = of(of.pluginName());
        if (known.isEmpty() || !isSame(known.get(0), event)) {
            add(of.pluginName(), event);
        }
    }

    private static boolean isSame(RevisionEvent last, RevisionEvent event) {
        return last.sha256().equals(event.sha256())
                && last.file().equals(event.file())
                && last.what().equals(event.what())
                && last.reason().equals(event.reason());
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private void add(String name, RevisionEvent event) {
        remember(name, event);
        lines++;
        int kept = events.values().stream().mapToInt(List::size).sum();
        if (lines > 2 * kept + EVENTS) {
            file.write(events);
            lines = kept;
        } else {
            file.append(name, event);
        }
        listener.happened(name, event);
    }

    private void remember(String name, RevisionEvent event) {
        List<RevisionEvent> now = new ArrayList<>(of(name));
        now.add(0, event);
        events.put(name, List.copyOf(now.subList(0, Math.min(EVENTS, now.size()))));
        if (events.size() > PLUGINS) {
            events.entrySet().stream()
                    .min(Comparator.comparing(entry -> entry.getValue().get(0).time()))
                    .ifPresent(oldest -> events.remove(oldest.getKey()));
        }
    }
}
