package io.fastsocket.plugins;

import io.fastsocket.spi.contract.Change;

import java.util.List;

/** A step of the deployment failed because of the JAR. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String cure;
    private final boolean retry;
    private final boolean keepsOld;
    private final transient List<Change> changes;

    /**
     * The JAR itself is wrong; only another will do.
     *
     * @param reason one sentence for people, without a stack trace
     * @param cure what to do about it
     */
    RefusedException(String reason, String cure) {
        this(reason, cure, false);
    }

    /**
     * As above.
     *
     * @param retry whether other bundles are the cause, so that it may do when they change
     */
    RefusedException(String reason, String cure, boolean retry) {
        this(reason, cure, retry, false, List.of());
    }

    /**
     * Its contract breaks what clients of the one in service rely on; another that is there then
     * may be one that it gets along with.
     *
     * @param changes of the contract
     */
    RefusedException(String reason, String cure, List<Change> changes) {
        this(reason, cure, true, true, changes);
    }

    private RefusedException(
            String reason, String cure, boolean retry, boolean keepsOld, List<Change> changes) {
        super(oneLine(reason));
        this.keepsOld = keepsOld;
        this.cure = cure;
        this.retry = retry;
        this.changes = changes;
    }

    /** Reasons stand in tables; messages of exceptions that are part of them may have any form. */
    private static String oneLine(String reason) {
        return reason.strip().replaceAll("\\s*\\R\\s*", " ");
    }

    String reason() {
        return getMessage();
    }

    String cure() {
        return cure;
    }

    boolean retry() {
        return retry;
    }

    /** It was in service already, and taken back for the one before. */
    static RefusedException rolledBack(String reason, String cure) {
        return new RefusedException(reason, cure, false, true, List.of());
    }

    /** Whether what was in service before is to be, though it has no file any more. */
    boolean keepsOld() {
        return keepsOld;
    }

    /** Those of its contract that are the reason; else none. */
    List<Change> changes() {
        return changes;
    }

    /** The same, for one that is not worth another try when other bundles change. */
    RefusedException once() {
        return new RefusedException(reason(), cure, false, keepsOld, changes);
    }
}
