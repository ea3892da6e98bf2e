package io.fastsocket.plugins;

import io.fastsocket.plugins.ComponentState.Answer;
import io.fastsocket.spi.dispatch.HandlerRevision;

import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** The revision of a plugin that is in service. Belongs to the deployer's thread. */
final class Running {

    private static final Duration HEALTH_INTERVAL = Duration.ofSeconds(1);

    private final Revision revision;
    private String file;
    private FileTime modified;
    private boolean committed;
    private Answer health;
    private long healthAt;
    private Instant since = Instant.now();
    private long fileGoneAt;
    private boolean fileGone;

    /** One that another process of this component put into service; to be committed again. */
    Running(Revision revision, String file, FileTime modified) {
        this.revision = revision;
        this.file = file;
        this.modified = modified;
    }

    /** One that has just been put into service. */
    Running(Revision revision, PluginFile file) {
        this(revision, file.name(), file.fingerprint().modified());
    }

    Revision revision() {
        return revision;
    }

    /** Its handlers if they are committed, else null. */
    HandlerRevision serving() {
        return committed ? revision.handlers() : null;
    }

    /** What is running once another revision of the same file has taken its place. */
    Running with(Revision other) {
        return new Running(other, file, modified);
    }

    /** Name of the file it came from. */
    String file() {
        return file;
    }

    /** The file that holds this content now; it may have been copied or renamed. */
    void file(PluginFile now) {
        file = now.name();
        modified = now.fingerprint().modified();
        fileGone = false;
    }

    boolean committed() {
        return committed;
    }

    void setCommitted() {
        committed = true;
        health = null;
    }

    void setStaged() {
        committed = false;
        health = null;
    }

    Instant since() {
        return since;
    }

    boolean is(PluginFile other) {
        return revision.sha256().equals(other.facts().sha256());
    }

    boolean isBetterThan(PluginFile other) {
        int order = revision.version().compareTo(other.facts().version());
        return order > 0 || (order == 0 && modified.compareTo(other.fingerprint().modified()) >= 0);
    }

    /**
     * For how long its file has been gone.
     *
     * @param gone whether it is gone now
     * @param now as {@link System#nanoTime()} counts
     */
    Duration fileGone(boolean gone, long now) {
        if (gone && !fileGone) {
            fileGoneAt = now;
        }
        fileGone = gone;
        return gone ? Duration.ofNanos(now - fileGoneAt) : Duration.ZERO;
    }

    /** How its components are, asked at most once a second while all is well. */
    Answer health(ComponentState components) {
        long now = System.nanoTime();
        boolean well = health != null && health.kind() == ComponentState.Kind.READY;
        if (!well || now - healthAt > HEALTH_INTERVAL.toNanos()) {
            Answer before = health;
            health = components.of(revision.bundle(), revision.handlers().components());
            healthAt = now;
            if (!committed && health.kind() == ComponentState.Kind.READY) {
                health = new Answer(ComponentState.Kind.WAITING, problems());
            }
            if (before != null && !before.equals(health)) {
                since = Instant.now();
            }
        }
        return health;
    }

    private String problems() {
        return HandlerProblems.inOneLine(revision.handlers().problems(null));
    }

    @Override
    public String toString() {
        return revision.toString();
    }
}
