package io.fastsocket.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Puts a JAR into {@code plugins/} in place of the files of its plugin. Whoever dies in between
 * leaves both, and the higher version is deployed then.
 */
final class Placement {

    private Placement() {}

    /**
     * Puts it there.
     *
     * @param revision whose JAR it is
     * @param jar its content
     * @param wanted name of the file, unless another plugin has it
     * @param otherwise name of the file then
     * @return the revision and that file
     * @throws IOException if the folder cannot be written to; what was there is there then
     */
    static Running put(
            PluginDirectory directory, Revision revision, Path jar, String wanted, String otherwise)
            throws IOException {
        PluginFile there = directory.file(wanted);
        boolean taken = there != null && !there.pluginName().equals(revision.name());
        String name = taken ? otherwise : wanted;
        List<PluginFile> others =
                directory.files().stream()
                        .filter(file -> file.pluginName().equals(revision.name()))
                        .filter(file -> !file.name().equals(name))
                        .toList();
        Path target = directory.path().resolve(name);
        Path partial = directory.path().resolve("." + name + ".part");
        try {
            Files.copy(jar, partial, StandardCopyOption.REPLACE_EXISTING);
            Files.move(
                    partial,
                    target,
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(partial);
        }
        for (PluginFile other : others) {
            Files.deleteIfExists(other.path());
        }
        return new Running(revision, name, Files.getLastModifiedTime(target));
    }
}
