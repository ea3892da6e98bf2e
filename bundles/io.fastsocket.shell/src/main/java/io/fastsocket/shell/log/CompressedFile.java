package io.fastsocket.shell.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** An older part of the log, which can be read only from its beginning. */
record CompressedFile(Path file) implements LogPiece {

    private static final int BUFFER = 64 * 1024;

    @Override
    public InputStream open() throws IOException {
        try {
            InputStream in = Files.newInputStream(file);
            try {
                return new GZIPInputStream(in, BUFFER);
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (NoSuchFileException e) {
            return InputStream.nullInputStream(); // its time was over meanwhile
        }
    }

    @Override
    public String name() {
        return file.getFileName().toString();
    }
}
