package io.fastsocket.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/**
 * What a look at a file's attributes says about its content: if two are equal, nothing has been
 * written in between.
 *
 * @param size bytes
 * @param modified time of the last write, as exact as the file system keeps it
 * @param changed time of the last change of content or rights; null where there is none
 * @param key inode or the like, so that a rename over a file of equal size and time is seen; null
 *     where there is none
 * @param kind what it is; only a regular file may be opened
 */
record Fingerprint(long size, FileTime modified, Object changed, Object key, Kind kind) {

    private static final String BASIC =
            "basic:size,lastModifiedTime,fileKey,isRegularFile,isDirectory";

    /** What may lie in a directory. */
    enum Kind {
        /** A regular file. */
        FILE,
        DIRECTORY,
        /** A pipe, a socket or a device: whoever opens it may wait for ever. */
        OTHER;

        private static Kind of(Map<String, Object> attributes) {
            if ((Boolean) attributes.get("isRegularFile")) {
                return FILE;
            }
            return (Boolean) attributes.get("isDirectory") ? DIRECTORY : OTHER;
        }
    }

    /** Of a file that cannot be looked at. */
    static final Fingerprint NONE =
            new Fingerprint(-1, FileTime.fromMillis(0), null, null, Kind.FILE);

    /**
     * Looks at a file, following links.
     *
     * @throws IOException if it is gone, or a link that leads nowhere
     */
    static Fingerprint of(Path file) throws IOException {
        boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
        Map<String, Object> attributes =
                Files.readAttributes(
                        file, unix ? BASIC.replace("basic", "unix") + ",ctime" : BASIC);
        return new Fingerprint(
                (Long) attributes.get("size"),
                (FileTime) attributes.get("lastModifiedTime"),
                attributes.get("ctime"),
                attributes.get("fileKey"),
                Kind.of(attributes));
    }
}
