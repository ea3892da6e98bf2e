package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class OldStorageTest {

    @TempDir private Path var;

    @Test
    void whatAFormerRunLeftIsMovedAwayThenDeletedAndNothingElseIs() throws IOException {
        Path storage = var.resolve("cache");
        Files.createDirectories(storage.resolve("bundle1/version0.0"));
        Files.writeString(storage.resolve("bundle1/bundle.info"), "1");
        Files.createDirectories(var.resolve("log"));
        OldStorage old = new OldStorage(storage);
        old.setAside();
        assertThat(storage).doesNotExist();
        Files.createDirectories(storage);
        old.delete();
        assertThat(var.toFile().list()).containsExactlyInAnyOrder("cache", "log");
    }

    @Test
    void aHomeThatIsNewHasNothingToSetAside() {
        OldStorage old = new OldStorage(var.resolve("cache"));
        old.setAside();
        old.delete();
        assertThat(var).isEmptyDirectory();
    }
}
