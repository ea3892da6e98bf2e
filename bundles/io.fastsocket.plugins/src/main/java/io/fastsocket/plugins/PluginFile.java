package io.fastsocket.plugins;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A JAR in {@code plugins/}, and how far it has come. Belongs to the deployer's thread.
 *
 * <p>It settles (until it is whole and quiet), is checked, and then is pending, waiting, active or
 * refused; any change of the file begins anew.
 */
final class PluginFile {

    /** How far a file has come. */
    enum Stage {
        /** Still being written, or not looked at yet. */
        SETTLING,
        /** Read and found good, or being deployed. */
        PENDING,
        /** Lacks something, or stands behind another file; the reason says which. */
        WAITING,
        /** In service. */
        ACTIVE,
        /** In quarantine. */
        REFUSED
    }

    private final Path path;
    private Fingerprint fingerprint;
    private long changedAt;
    private Instant since = Instant.now();
    private Stage stage = Stage.SETTLING;
    private JarFacts facts;
    private Refusal refusal;
    private String reason = "";
    private boolean superseded;
    private String was = "";
    private boolean failed;

    /**
     * A file just found.
     *
     * @param path where
     * @param fingerprint of this look
     * @param changedAt when it changed last, as {@link System#nanoTime()} counts
     */
    PluginFile(Path path, Fingerprint fingerprint, long changedAt) {
        this.path = path;
        this.fingerprint = fingerprint;
        this.changedAt = changedAt;
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    /** The plugin's name; that of the file if it has none that could be read. */
    String pluginName() {
        boolean named = facts != null && !facts.symbolicName().isEmpty();
        return named ? facts.symbolicName() : name();
    }

    /** Whether it is known to be a library. */
    boolean isLibrary() {
        return facts != null && facts.library();
    }

    /** Bundle-Version as it stands there, or empty. */
    String version() {
        String version = facts == null ? null : facts.header("Bundle-Version");
        return version == null ? "" : version;
    }

    /** Of its content, or empty. */
    String sha256() {
        return facts == null ? "" : facts.sha256();
    }

    Fingerprint fingerprint() {
        return fingerprint;
    }

    long changedAt() {
        return changedAt;
    }

    Stage stage() {
        return stage;
    }

    /** Null until the file was read. */
    JarFacts facts() {
        return facts;
    }

    /** Null unless refused. */
    Refusal refusal() {
        return refusal;
    }

    /** Why it waits; otherwise empty. */
    String reason() {
        return reason;
    }

    Instant since() {
        return since;
    }

    /** Takes note of a look at the file; a change begins anew. */
    void seen(Fingerprint now, long nanoTime) {
        if (!now.equals(fingerprint)) {
            restart(now, nanoTime);
        }
    }

    /** Whether it was that plugin's, and is being read anew. */
    boolean isComingAgain(String plugin) {
        return stage == Stage.SETTLING && was.equals(plugin);
    }

    /** Begins anew. */
    void restart(Fingerprint now, long nanoTime) {
        was = facts == null ? was : facts.symbolicName();
        fingerprint = now;
        changedAt = nanoTime;
        facts = null;
        refusal = null;
        failed = false;
        enter(Stage.SETTLING, "");
    }

    /** It was read; what it is, whether or not it is good. */
    void read(JarFacts read) {
        facts = read;
        enter(Stage.PENDING, "");
    }

    void pending() {
        enter(Stage.PENDING, "");
    }

    void waiting(String why) {
        failed = true;
        enter(Stage.WAITING, why);
    }

    /** It stands behind another file, or behind what is in service. */
    void superseded(String by) {
        enter(Stage.WAITING, "superseded by " + by);
        superseded = true;
    }

    boolean isSuperseded() {
        return superseded;
    }

    /** Whether it has been tried since it changed, and could not serve; it may be tried again. */
    boolean hasFailed() {
        return failed;
    }

    void active() {
        failed = false;
        enter(Stage.ACTIVE, "");
    }

    void refuse(Refusal why) {
        failed = true;
        refusal = why;
        enter(Stage.REFUSED, why.reason());
    }

    /** Lets it be tried again, unchanged. */
    void retry() {
        refusal = null;
        enter(facts == null ? Stage.SETTLING : Stage.PENDING, "");
    }

    private void enter(Stage next, String why) {
        if (next != stage || !why.equals(reason)) {
            since = Instant.now();
        }
        superseded = false;
        stage = next;
        reason = why;
    }
}
