package io.fastsocket.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;

/**
 * What a look at a file's attributes says about its content: if two are equal, nothing has been
 * written in between.
 *
 * @param size bytes
 * @param modified time of the last write, as exact as the file system keeps it
 * @param key inode or the like, so that a rename over a file of equal size and time is seen; null
 *     where there is none
 * @param directory whether it is a directory
 */
record Fingerprint(long size, FileTime modified, Object key, boolean directory) {

    /** Of a file that cannot be looked at. */
    static final Fingerprint NONE = new Fingerprint(-1, FileTime.fromMillis(0), null, false);

    /**
     * Looks at a file, following links.
     *
     * @throws IOException if it is gone, or a link that leads nowhere
     */
    static Fingerprint of(Path file) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        return new Fingerprint(
                attributes.size(),
                attributes.lastModifiedTime(),
                attributes.fileKey(),
                attributes.isDirectory());
    }
}
