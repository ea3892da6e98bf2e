package io.fastsocket.shell.remote;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * Where the socket's file is: in {@code var/run/shell} of the home, which nobody else may enter. If
 * that is too long a name for a socket, in a temporary folder as private, whose name {@code
 * var/run/shell/place} holds.
 */
final class SocketPlace {

    /** Systems take names of 104 bytes and more, one of which ends it. */
    private static final int LONGEST = 100;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            PosixFilePermissions.fromString("rwx------");

    private final Path folder;

    SocketPlace(Path home) {
        folder = home.resolve("var").resolve("run").resolve("shell");
    }

    /** The name for a new socket; what an earlier process left is gone. */
    Path prepare() throws IOException {
        Files.createDirectories(folder);
        Files.setPosixFilePermissions(folder, OWNER_ONLY);
        remove();
        Path inside = folder.resolve("socket");
        if (inside.toString().getBytes(StandardCharsets.UTF_8).length <= LONGEST) {
            return inside;
        }
        Path outside = Files.createTempDirectory("fastsocket-");
        Files.setPosixFilePermissions(outside, OWNER_ONLY);
        Files.writeString(folder.resolve("place"), outside.toString());
        return outside.resolve("socket");
    }

    /** Removes the socket, wherever it is. */
    void remove() throws IOException {
        Path place = folder.resolve("place");
        if (Files.exists(place)) {
            Path outside = Path.of(Files.readString(place));
            Files.deleteIfExists(outside.resolve("socket"));
            Files.deleteIfExists(outside);
            Files.delete(place);
        }
        Files.deleteIfExists(folder.resolve("socket"));
    }
}
