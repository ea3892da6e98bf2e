package io.fastsocket.plugins;

import io.fastsocket.spi.contract.Change;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Tells people about refused files: one line in the log, and a note beside the file where the
 * directory can be written to. Belongs to the deployer's thread.
 */
final class Quarantine {

    private static final Logger log = LoggerFactory.getLogger(Quarantine.class);
    private static final String NOTE = ".rejected.txt";

    private final Path directory;
    private final History history;
    private final Generation generation;
    private final Map<String, String> told = new HashMap<>();

    Quarantine(Path directory, History history, Generation generation) {
        this.generation = generation;
        this.directory = directory;
        this.history = history;
    }

    /** Deletes notes of an earlier process whose file is gone or not refused now. */
    void clearOldNotes(Collection<PluginFile> files) {
        Set<String> current = new HashSet<>();
        files.stream()
                .filter(file -> file.stage() == PluginFile.Stage.REFUSED)
                .forEach(file -> current.add(file.name() + NOTE));
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(directory, "*" + NOTE)) {
            for (Path note : notes) {
                String name = note.getFileName().toString();
                if (isNote(name) && !current.contains(name)) {
                    delete(note);
                }
            }
        } catch (IOException e) {
            log.debug("notes in {} cannot be read", directory, e);
        }
    }

    private static boolean isNote(String name) {
        return PluginDirectory.isPlugin(name.substring(0, name.length() - NOTE.length()));
    }

    /** Tells what is new, and takes back what is no longer so. */
    void tell(Collection<PluginFile> files) {
        Set<String> refused = new HashSet<>();
        for (PluginFile file : files) {
            if (file.stage() == PluginFile.Stage.REFUSED) {
                refused.add(file.name());
                if (generation.stands(file.refusal())) {
                    tell(file);
                }
            } else if (file.stage() == PluginFile.Stage.SETTLING
                    || file.stage() == PluginFile.Stage.PENDING) {
                refused.add(file.name()); // Not known yet; what was told last still stands.
            }
        }
        told.keySet()
                .removeIf(
                        name -> {
                            boolean cleared = !refused.contains(name);
                            if (cleared) {
                                delete(note(name));
                            }
                            return cleared;
                        });
    }

    private void tell(PluginFile file) {
        String reason = file.refusal().reason();
        String mark = file.fingerprint() + reason;
        if (!mark.equals(told.put(file.name(), mark))) {
            log.warn("{} is refused: {}", file.name(), reason);
            history.add(file, "refused", reason);
            write(file);
        }
    }

    private void write(PluginFile file) {
        Refusal refusal = file.refusal();
        String text =
                """
                FastSocket did not deploy %s.

                Why:  %s
                Cure: %s
                When: %s
                %s
                It is tried again when the file changes. A plugin of this name that was running \
                before runs on; it goes when this file is deleted, unless it has one of its own here.
                This note goes away by itself.
                """
                        .formatted(
                                file.name(),
                                refusal.reason(),
                                refusal.cure(),
                                refusal.at(),
                                changes(refusal));
        Path note = note(file.name());
        if (Files.exists(note) && !Files.isRegularFile(note)) {
            log.debug("no note beside {}: something else has its name", file.name());
            return;
        }
        try {
            Files.writeString(note, text);
        } catch (IOException e) {
            log.debug("no note beside {}", file.name(), e);
        }
    }

    /** Each on a line of its own; empty if its contract is not the reason. */
    private static String changes(Refusal refusal) {
        return refusal.changes().stream()
                .map(change -> "  " + word(change) + " " + BrokenContract.line(change) + "\n")
                .collect(Collectors.joining("", refusal.forContract() ? "\nChanges:\n" : "", ""));
    }

    private static String word(Change change) {
        return change.impact().name().toLowerCase(Locale.ROOT);
    }

    private Path note(String fileName) {
        return directory.resolve(fileName + NOTE);
    }

    private static void delete(Path note) {
        try {
            Files.deleteIfExists(note);
        } catch (IOException e) {
            log.debug("{} stays", note, e);
        }
    }
}
