package io.fastsocket.shell;

import io.fastsocket.shell.console.Ago;
import io.fastsocket.shell.console.Cell;
import io.fastsocket.shell.console.Services;
import io.fastsocket.shell.console.Style;
import io.fastsocket.spi.observe.RetiredRevision;
import io.fastsocket.spi.observe.UnloadCatalog;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How revisions that are out of service are shown. */
final class Unloads {

    /** More are counted, for people. */
    private static final int SHOWN = 5;

    private static final int HASH_SHOWN = 8;
    private static final int MILLIS_PER_SECOND = 1000;

    private Unloads() {}

    /** Those of one plugin, newest first; none if nobody knows. */
    static List<RetiredRevision> of(String plugin, Services services) {
        return services
                .find(UnloadCatalog.class)
                .map(UnloadCatalog::retired)
                .orElse(List.of())
                .stream()
                .filter(revision -> revision.name().equals(plugin))
                .toList();
    }

    /** A line each for people, a list for programs. */
    static Cell cell(List<RetiredRevision> revisions) {
        List<String> lines = new ArrayList<>();
        for (RetiredRevision revision : revisions.subList(0, Math.min(SHOWN, revisions.size()))) {
            lines.add(title(revision) + " " + outcome(revision) + cutOff(revision));
        }
        if (revisions.size() > SHOWN) {
            List<RetiredRevision> others = revisions.subList(SHOWN, revisions.size());
            long left = others.stream().filter(one -> one.collectedAfter().isEmpty()).count();
            lines.add(
                    Figures.count(others.size(), "earlier one")
                            + (left == 0 ? ", all collected" : ", " + left + " not collected"));
        }
        boolean held = revisions.stream().anyMatch(RetiredRevision::held);
        return new Cell(
                String.join("\n", lines),
                revisions.stream().map(Unloads::value).toList(),
                held ? Style.WARNING : Style.PLAIN);
    }

    private static String cutOff(RetiredRevision revision) {
        return revision.cutOff() == 0
                ? ""
                : ", " + Figures.count(revision.cutOff(), "call") + " cut off";
    }

    /** Version, and what tells it from others of the same version. */
    static String title(RetiredRevision revision) {
        String hash = revision.sha256();
        return revision.version()
                + " ("
                + hash.substring(0, Math.min(HASH_SHOWN, hash.length()))
                + ")";
    }

    private static String outcome(RetiredRevision revision) {
        return revision.collectedAfter()
                .map(
                        after ->
                                String.format(
                                        Locale.ROOT,
                                        "collected after %.1f s",
                                        after.toMillis() / (double) MILLIS_PER_SECOND))
                .orElseGet(
                        () ->
                                revision.held()
                                        ? "not collected after "
                                                + Ago.text(revision.age())
                                                + ": plugin leaks says what holds it"
                                        : "out of service for "
                                                + Ago.text(revision.age())
                                                + ", not looked for by the garbage collector yet");
    }

    /** For programs. */
    static Map<String, Object> value(RetiredRevision revision) {
        Map<String, Object> value = new LinkedHashMap<>();
        value.put("name", revision.name());
        value.put("version", revision.version());
        value.put("sha256", revision.sha256());
        value.put("retired", revision.retired().toString());
        value.put("ageMillis", revision.age().toMillis());
        value.put(
                "collectedAfterMillis",
                revision.collectedAfter().map(after -> (Object) after.toMillis()).orElse(null));
        value.put("held", revision.held());
        value.put("callsCutOff", revision.cutOff());
        return value;
    }
}
