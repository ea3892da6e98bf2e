package io.fastsocket.transport.service;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;

/**
 * Remembers which port was free, in the bundle's data area, which a start of the framework clears:
 * clients that reconnect look for the server where they left it.
 */
final class LastPort {

    private final File file;

    /**
     * @param file where the number stands; null if the framework keeps no files
     */
    LastPort(File file) {
        this.file = file;
    }

    /** The port of before, or 0. */
    int read() throws IOException {
        if (file == null || !file.exists()) {
            return 0;
        }
        return Integer.parseInt(Files.readString(file.toPath()));
    }

    void write(int port) throws IOException {
        if (file != null) {
            Files.writeString(file.toPath(), Integer.toString(port));
        }
    }
}
