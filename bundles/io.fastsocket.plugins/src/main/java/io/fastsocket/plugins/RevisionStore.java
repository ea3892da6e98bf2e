package io.fastsocket.plugins;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The copies of JARs in {@code var/revisions}, named by the SHA-256 of their content. What runs is
 * read from here, never from {@code plugins/}, where files are overwritten in place.
 */
final class RevisionStore {

    private static final Logger log = LoggerFactory.getLogger(RevisionStore.class);
    private static final String INCOMING = ".incoming";

    private final Path directory;

    /**
     * A store.
     *
     * @param directory made when it is needed
     */
    RevisionStore(Path directory) {
        this.directory = directory;
    }

    /** The folder. */
    Path path() {
        return directory;
    }

    /** Where the copy is. */
    Path path(String sha256) {
        return directory.resolve(sha256 + ".jar");
    }

    /**
     * Copies a file.
     *
     * @param file to read, once
     * @return SHA-256 of what was copied
     * @throws IOException if it could not be read or written
     */
    String copy(Path file) throws IOException {
        Files.createDirectories(directory);
        Path incoming = Files.createTempFile(directory, "", INCOMING);
        try {
            MessageDigest digest = sha256();
            try (InputStream in = Files.newInputStream(file);
                    OutputStream out =
                            new DigestOutputStream(
                                    Files.newOutputStream(incoming, StandardOpenOption.WRITE),
                                    digest)) {
                in.transferTo(out);
            }
            String hash = HexFormat.of().formatHex(digest.digest());
            Files.move(incoming, path(hash), StandardCopyOption.REPLACE_EXISTING);
            Files.setLastModifiedTime(path(hash), FileTime.from(Instant.now()));
            return hash;
        } finally {
            Files.deleteIfExists(incoming);
        }
    }

    /**
     * Deletes the oldest copies that are not in use, and what an earlier process left half-written.
     *
     * @param used hashes to keep
     * @param keep how many others to keep
     */
    void prune(Set<String> used, int keep) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        List<Path> unused = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(INCOMING)) {
                    Files.deleteIfExists(file);
                } else if (name.endsWith(".jar") && !used.contains(name.replace(".jar", ""))) {
                    unused.add(file);
                }
            }
            unused.sort(Comparator.comparing(RevisionStore::modified).reversed());
            for (Path file : unused.subList(Math.min(keep, unused.size()), unused.size())) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            log.warn("var/revisions could not be tidied: {}", e.toString());
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
