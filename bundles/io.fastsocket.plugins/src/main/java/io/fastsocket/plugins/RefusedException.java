package io.fastsocket.plugins;

/** A step of the deployment failed because of the JAR. */
final class RefusedException extends Exception {

    private static final long serialVersionUID = 1L;

    private final String cure;
    private final boolean retry;

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
        super(oneLine(reason));
        this.cure = cure;
        this.retry = retry;
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
}
