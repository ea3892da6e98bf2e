package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;

/**
 * Knows whether the classes of revisions that are out of service have gone, and finds out what
 * holds those that have not. A service of the deployer. Usable from any thread.
 */
@ProviderType
public interface UnloadCatalog {

    /**
     * The revisions that went out of service since the deployer was started: all that are not
     * collected, and the latest of the others, some hundreds altogether.
     *
     * @return newest first
     */
    List<RetiredRevision> retired();

    /**
     * What {@link #leaks} would take.
     *
     * @return an estimate
     */
    HeapDumpPlan plan();

    /**
     * Finds out what holds the revisions that are not collected. Has the garbage collector look
     * first; if something is left, takes a dump of the heap, during which the server stands still,
     * and reads it on a thread of its own.
     *
     * @param plugin symbolic name, if only that one's revisions are of interest
     * @param keep where the dump is to stay, for its reader's eyes alone: a file that does not
     *     exist, whose name ends in {@code .hprof}; empty if it is to be deleted
     * @return completes with what was found; exceptionally with {@link IllegalStateException},
     *     whose message says why, if the disk lacks room, the dump cannot be written or read, or
     *     somebody else is looking just now
     */
    CompletionStage<LeakReport> leaks(Optional<String> plugin, Optional<Path> keep);
}
