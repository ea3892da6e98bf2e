package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

class QuarantineTest {

    @TempDir Path directory;

    private PluginFile file(String name) throws IOException {
        Path path = Files.writeString(directory.resolve(name), "x");
        return new PluginFile(path, Fingerprint.of(path), System.nanoTime());
    }

    private History history() {
        return new History(
                new HistoryFile(directory.resolve("history.tsv")), (plugin, event) -> {});
    }

    private static Refusal refusal(String reason) {
        return new Refusal(reason, "Copy it again.", false, 0, Instant.EPOCH, false, List.of());
    }

    @Test
    void noteSaysWhyAndGoesWhenTheFileServes() throws IOException {
        Quarantine quarantine = new Quarantine(directory, history(), new Generation());
        PluginFile file = file("a.jar");
        file.refuse(refusal("is broken"));
        quarantine.tell(List.of(file));
        Path note = directory.resolve("a.jar.rejected.txt");
        assertThat(note).content().contains("a.jar", "is broken", "Copy it again.", "1970-01-01");
        file.retry();
        quarantine.tell(List.of(file));
        assertThat(note).as("not decided yet").exists();
        file.active();
        quarantine.tell(List.of(file));
        assertThat(note).doesNotExist();
    }

    @Test
    void noteGoesWithTheFile() throws IOException {
        Quarantine quarantine = new Quarantine(directory, history(), new Generation());
        PluginFile file = file("a.jar");
        file.refuse(refusal("is broken"));
        quarantine.tell(List.of(file));
        quarantine.tell(List.of());
        assertThat(directory.resolve("a.jar.rejected.txt")).doesNotExist();
    }

    @Test
    void notesOfAnEarlierProcessAreTidied() throws IOException {
        Files.writeString(directory.resolve("gone.jar.rejected.txt"), "old");
        Files.writeString(directory.resolve("GONE.JAR.rejected.txt"), "old");
        new Quarantine(directory, history(), new Generation()).clearOldNotes(List.of());
        assertThat(directory).isEmptyDirectory();
    }

    @Test
    void withoutRightsToWriteThereIsNoNoteAndNoError() throws IOException {
        PluginFile file = file("a.jar");
        file.refuse(refusal("is broken"));
        new Quarantine(directory.resolve("not-there"), history(), new Generation())
                .tell(List.of(file));
        assertThat(directory.resolve("not-there")).doesNotExist();
    }
}
