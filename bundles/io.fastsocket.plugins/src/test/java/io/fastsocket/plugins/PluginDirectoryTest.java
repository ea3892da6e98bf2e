package io.fastsocket.plugins;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;

class PluginDirectoryTest {

    @TempDir Path home;

    private List<String> names(PluginDirectory directory) {
        directory.look();
        return directory.files().stream().map(PluginFile::name).toList();
    }

    @Test
    void looksAtJarsThatAreNotHiddenOrTemporary() throws IOException {
        for (String name :
                List.of(
                        "a.jar",
                        "h.JAR",
                        "i.Jar",
                        ".b.jar",
                        "~c.jar",
                        "#d.jar",
                        "e.jar.tmp",
                        "f.jar.part",
                        "g")) {
            Files.writeString(home.resolve(name), name);
        }
        assertThat(names(new PluginDirectory(home))).containsExactly("a.jar", "h.JAR", "i.Jar");
    }

    @Test
    void directoryThatCannotBeReadTakesNothingWithIt() throws IOException {
        Path plugins = Files.createDirectory(home.resolve("plugins"));
        Files.writeString(plugins.resolve("a.jar"), "x");
        PluginDirectory directory = new PluginDirectory(plugins);
        assertThat(names(directory)).containsExactly("a.jar");
        Files.move(plugins, home.resolve("aside"));
        assertThat(names(directory)).containsExactly("a.jar");
        Files.createDirectory(plugins);
        assertThat(names(directory)).isEmpty();
    }

    @Test
    void changeOfAnyKindBeginsAnew() throws IOException {
        Path file = Files.writeString(home.resolve("a.jar"), "x");
        PluginDirectory directory = new PluginDirectory(home);
        directory.look();
        PluginFile known = directory.file("a.jar");
        known.waiting("for something");
        directory.look();
        assertThat(known.stage()).isEqualTo(PluginFile.Stage.WAITING);
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        directory.look();
        assertThat(known.stage()).isEqualTo(PluginFile.Stage.SETTLING);
    }
}
