package io.fastsocket.plugins;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Takes files in: waits until one is whole and quiet, copies it, reads the copy, checks it. Belongs
 * to the deployer's thread.
 */
final class Intake {

    /**
     * How long a whole file must have been left alone. It only has to outlast the pauses between
     * the writes of one copying program, since an unfinished zip is not whole; what slips through
     * is found when the copy is read.
     */
    static final Duration QUIET = Duration.ofMillis(20);

    private final RevisionStore store;
    private final Checks checks;

    Intake(RevisionStore store, Checks checks) {
        this.store = store;
        this.checks = checks;
    }

    /**
     * Brings a settling file as far as it goes now.
     *
     * @param file settling
     * @param incompleteTime how long an unfinished file may stand still
     * @throws RefusedException if it is not to be deployed
     */
    void advance(PluginFile file, Duration incompleteTime) throws RefusedException {
        Duration quiet = Duration.ofNanos(System.nanoTime() - file.changedAt());
        refuseWhatIsNoFile(file.fingerprint());
        if (quiet.compareTo(QUIET) < 0) {
            return;
        }
        try {
            if (!isAsSeen(file)) {
                return;
            }
            if (ZipDirectory.isWhole(file.path())) {
                take(file);
            } else if (quiet.compareTo(incompleteTime) >= 0) {
                throw incomplete(file, "it has no end");
            }
        } catch (IOException e) {
            if (quiet.compareTo(incompleteTime) >= 0) {
                throw unreadable(file, e);
            }
        }
    }

    private static void refuseWhatIsNoFile(Fingerprint fingerprint) throws RefusedException {
        switch (fingerprint.kind()) {
            case FILE -> {}
            case DIRECTORY ->
                    throw new RefusedException(
                            "is a directory, not a JAR", "Remove it, or copy the JAR itself.");
            case OTHER ->
                    throw new RefusedException(
                            "is no regular file", "Delete it, or put a JAR in its place.");
        }
    }

    /** Whether it is what it was at the last look; if not, it begins anew, and is not opened. */
    private static boolean isAsSeen(PluginFile file) throws IOException {
        Fingerprint now = Fingerprint.of(file.path());
        boolean same = now.equals(file.fingerprint());
        if (!same) {
            file.restart(now, System.nanoTime());
        }
        return same;
    }

    private void take(PluginFile file) throws IOException, RefusedException {
        String sha256 = store.copy(file.path());
        if (!isAsSeen(file)) {
            return;
        }
        JarFacts facts;
        try {
            facts = JarReader.read(store.path(sha256), sha256);
        } catch (IOException e) {
            Files.deleteIfExists(store.path(sha256));
            throw incomplete(file, FileFault.of(e));
        }
        file.read(facts);
        checks.check(facts);
    }

    /**
     * Takes a file in at once that is not in the folder that is watched.
     *
     * @return what it is; its copy is in the store
     * @throws RefusedException if it is not to be deployed
     */
    JarFacts take(Path file) throws RefusedException {
        try {
            refuseWhatIsNoFile(Fingerprint.of(file));
            String sha256 = store.copy(file);
            JarFacts facts = JarReader.read(store.path(sha256), sha256);
            checks.check(facts);
            return facts;
        } catch (IOException e) {
            throw new RefusedException(
                    "cannot be read: " + FileFault.of(e), "Name a JAR that the server can read.");
        }
    }

    private static RefusedException incomplete(PluginFile file, String detail) {
        return new RefusedException(
                file.fingerprint().size() == 0
                        ? "incomplete or corrupt: the file is empty"
                        : "incomplete or corrupt: %d bytes, %s"
                                .formatted(file.fingerprint().size(), detail),
                "Copy the JAR again.");
    }

    private static RefusedException unreadable(PluginFile file, IOException e) {
        boolean dangling = file.fingerprint().equals(Fingerprint.NONE);
        return new RefusedException(
                dangling
                        ? "cannot be read: a link that leads nowhere"
                        : "cannot be read or copied: " + FileFault.of(e),
                "Make the file readable for the server's user, then touch it.");
    }
}
