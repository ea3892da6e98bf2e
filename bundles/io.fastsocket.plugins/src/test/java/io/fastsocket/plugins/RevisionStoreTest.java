package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Set;

class RevisionStoreTest {

    @TempDir Path directory;

    @Test
    void copiesByHash() throws IOException {
        RevisionStore store = new RevisionStore(directory.resolve("var/revisions"));
        String hash = store.copy(Files.writeString(directory.resolve("a.jar"), "abc"));
        // FIPS 180-2, B.1.
        assertThat(hash)
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
        assertThat(store.path(hash)).hasContent("abc");
    }

    @Test
    void prunesTheOldestThatAreNotInUse() throws IOException {
        RevisionStore store = new RevisionStore(directory);
        for (int i = 0; i < 5; i++) {
            Path file = Files.writeString(directory.resolve(i + ".jar"), "");
            Files.setLastModifiedTime(file, FileTime.fromMillis(1_000L * i));
        }
        Files.writeString(directory.resolve("1.incoming"), "");
        store.prune(Set.of("0"), 2);
        assertThat(directory.toFile().list()).containsExactlyInAnyOrder("0.jar", "3.jar", "4.jar");
    }
}
