package io.fastsocket.plugins;

import io.fastsocket.spi.deploy.RevisionEvent;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds the revision of a plugin that was in service before, in its history. */
final class Predecessor {

    /** Events by which a revision is in service. */
    private static final Set<String> IN_SERVICE =
            Set.of("activated", "promoted", "reloaded", "rolled back", "restored");

    private Predecessor() {}

    /**
     * The one that was in service last, other than the one that is.
     *
     * @param history newest first
     * @param current hash of the one in service
     * @param fit which may come back, by their hashes
     * @throws IllegalArgumentException if there is none
     */
    static RevisionEvent last(List<RevisionEvent> history, String current, Predicate<String> fit) {
        return others(history, current).stream()
                .filter(event -> fit.test(event.sha256()))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no revision was in service before that is known and was"
                                                + " not rolled back itself"));
    }

    /**
     * A certain one.
     *
     * @param to its version, or the beginning of its hash, of six digits at least
     * @throws IllegalArgumentException if there is none, saying which there are
     */
    static RevisionEvent named(
            List<RevisionEvent> history, String current, String to, Predicate<String> kept) {
        List<RevisionEvent> there =
                others(history, current).stream().filter(e -> kept.test(e.sha256())).toList();
        return there.stream()
                .filter(event -> event.version().equals(to) || isHash(event.sha256(), to))
                .findFirst()
                .orElseThrow(
                        () ->
                                new IllegalArgumentException(
                                        "no revision %s was in service lately; there %s"
                                                .formatted(to, names(there))));
    }

    private static boolean isHash(String sha256, String beginning) {
        return beginning.length() >= 6 && sha256.startsWith(beginning);
    }

    private static List<RevisionEvent> others(List<RevisionEvent> history, String current) {
        return history.stream()
                .filter(event -> IN_SERVICE.contains(event.what()))
                .filter(event -> !event.sha256().equals(current))
                .toList();
    }

    private static String names(List<RevisionEvent> events) {
        return events.isEmpty()
                ? "are none"
                : events.stream()
                        .map(event -> event.version() + " (" + event.sha256().substring(0, 8) + ")")
                        .distinct()
                        .collect(Collectors.joining(", ", "are ", ""));
    }
}
