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
     * Tries a JAR out as a canary: it serves a share of the connections, and the revision of its
     * plugin that is in service all others, until it is {@linkplain #promote promoted} or
     * {@linkplain #rollBack rolled back}, or ended because it does clearly worse. It is not put
     * into the folder: once the other revision is out of service, or after a restart, it is over.
     *
     * @param file a JAR that the server can read; anywhere
     * @param share of {@link io.fastsocket.spi.dispatch.HandlerRevision#ALL}, greater than 0 and
     *     less than that. Another share for the JAR that is being tried out changes that one
     * @return completes once it serves its share; exceptionally with {@link IllegalStateException}
     *     if it cannot be tried out, or with {@link IllegalArgumentException} if no plugin of its
     *     name is in service. The message says what and why
     * @throws IllegalArgumentException if the share is out of range
     */
    CompletionStage<Void> tryOut(Path file, int share);

    /**
     * Has the canary of a plugin serve all connections, and puts its JAR into the folder in place
     * of the plugin's other files.
     *
     * @param name symbolic name of the plugin
     * @return completes once it does; exceptionally with {@link IllegalArgumentException} if there
     *     is none, or with {@link IllegalStateException} if it cannot, in which case it goes on as
     *     a canary. The message says what and why
     */
    CompletionStage<Void> promote(String name);

    /**
     * Ends the canary of a plugin; or, if there is none, puts a revision back into service that was
     * before. The content that was tried out or in service is kept out until it is {@linkplain
     * #letInAgain let in again}, as one is that was rolled back because it did worse.
     *
     * @param name symbolic name of the plugin
     * @param to version of the revision that is to come back, or the beginning of its hash, of six
     *     digits at least; empty for the one that was in service last and has not been rolled back
     * @return completes once that is so; exceptionally with {@link IllegalArgumentException} if
     *     there is no such plugin or revision, or with {@link IllegalStateException} if the
     *     revision cannot come back, in which case nothing has changed. The message says what and
     *     why
     */
    CompletionStage<Void> rollBack(String name, String to);

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
     * Lets a JAR come into service again, or be tried out, that was rolled back; without effect for
     * others. It is tried with the next {@link #rescan}.
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
