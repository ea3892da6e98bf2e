package io.fastsocket.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

final class HomeTest {

    @Test
    void itsOptionCanBeCopied() {
        assertThat(new Home(Path.of("/srv/fast-1.0")).asOption()).isEqualTo("--home /srv/fast-1.0");
        assertThat(new Home(Path.of("/my 'home'")).asOption())
                .isEqualTo("--home '/my '\\''home'\\'''");
    }

    @TempDir private Path folder;
    private Installation installation;
    private Home home;

    @BeforeEach
    void anInstallation() throws IOException {
        installation = new Installation(folder.resolve("product"), "1");
        Files.createDirectories(installation.root().resolve("etc/more"));
        Files.writeString(installation.root().resolve("etc/more/a.cfg"), "shipped");
        Files.createDirectories(installation.root().resolve("plugins"));
        Files.writeString(installation.root().resolve("plugins/hello.jar"), "shipped");
        home = new Home(folder.resolve("new/home"));
    }

    @Test
    void aNewHomeIsFilled() {
        home.prepare(installation);
        assertThat(home.etc().resolve("more/a.cfg")).hasContent("shipped");
        assertThat(home.plugins().resolve("hello.jar")).exists();
        assertThat(home.root().toFile().list()).containsOnly("etc", "plugins", "var");
    }

    @Test
    void whatIsThereStaysAndWhatWasDeletedStaysAway() throws IOException {
        Files.createDirectories(home.plugins());
        home.prepare(installation);
        Files.writeString(home.etc().resolve("more/a.cfg"), "mine");
        home.prepare(installation);
        assertThat(home.plugins()).isEmptyDirectory();
        assertThat(home.etc().resolve("more/a.cfg")).hasContent("mine");
    }

    @Test
    void aHomeThatCannotBeMadeIsNamed() throws IOException {
        Files.createFile(folder.resolve("file"));
        Home under = new Home(folder.resolve("file/home"));
        assertThatExceptionOfType(LaunchException.class)
                .isThrownBy(() -> under.prepare(installation))
                .withMessageStartingWith("the home " + under.root() + " cannot be used")
                .matches(e -> e.exitCode() == ExitCode.USAGE);
    }
}
