package io.fastsocket.spi.deploy;

import org.osgi.annotation.versioning.ProviderType;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * What an operator asks of the deployer beyond copying and deleting files. A service of the
 * deployer. Usable from any thread; none of the methods waits.
 */
@ProviderType
public interface PluginDeployer {

    /**
     * The folder that is watched.
     *
     * @return absolute
     */
    Path directory();

    /**
     * Looks through the folder now, files that were refused included.
     *
     * @return completes once each file that lies there is in service, waits or was refused; never
     *     exceptionally
     */
    CompletionStage<Void> rescan();

    /**
     * Swaps a plugin for a new revision of the same content.
     *
     * @param name its symbolic name
     * @return completes once the new revision is in service; exceptionally with {@link
     *     IllegalArgumentException} if no plugin of that name is in service, or with {@link
     *     IllegalStateException} if the new revision was refused or waits, in which case the old
     *     one stays. The message says what and why
     */
    CompletionStage<Void> reload(String name);

    /**
     * Lets a JAR come into service although its contract breaks what clients rely on. Kept, also
     * across restarts; no other content is let in by it.
     *
     * @param sha256 of the JAR's content, 64 hexadecimal digits
     * @param reason why, for the history; one line
     * @throws IllegalArgumentException if the reason is blank or longer than 500 characters
     * @throws IllegalStateException if it cannot be kept; the message says why
     */
    void allowBreaking(String sha256, String reason);

    /**
     * Lets a JAR come into service again that was rolled back; without effect for others. It is
     * tried with the next {@link #rescan}.
     *
     * @param sha256 of the JAR's content, 64 hexadecimal digits
     * @throws IllegalStateException if that cannot be kept; the message says why
     */
    void letInAgain(String sha256);

    /**
     * What became of a plugin's revisions, also before a restart.
     *
     * @param name its symbolic name
     * @return newest first; empty for a name never seen
     */
    List<RevisionEvent> history(String name);
}
