package io.fastsocket.asyncapi.compare;

import io.fastsocket.asyncapi.schema.BoundedExpressions;

/** What one comparison of two documents may take, so that it ends whatever they are. */
final class Budget {

    /** Parts of schemas looked at: about a second. */
    private static final int STEPS = 1_000_000;

    /** Schemas within schemas: what contains itself in ever new ways ends here. */
    private static final int DEPTH = 400;

    private final BoundedExpressions expressions = new BoundedExpressions();
    private int left = STEPS;

    /** It would take too long. Without a stack: it is thrown where nothing went wrong. */
    static final class ExhaustedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        ExhaustedException() {
            super("takes too long to compare", null, false, false);
        }
    }

    /**
     * A step.
     *
     * @param parts how much is looked at
     */
    void step(int depth, int parts) {
        left -= parts;
        if (left < 0 || depth > DEPTH) {
            throw new ExhaustedException();
        }
    }

    BoundedExpressions expressions() {
        return expressions;
    }
}
