package io.fastsocket.plugins;

import io.fastsocket.spi.dispatch.HandlerRevision;

/**
 * A new revision on its way into the place of the one in service; installed and resolved already.
 * Belongs to the deployer's thread.
 */
interface Swap {

    /** What it has come to. */
    sealed interface Result {
        /** Not done yet. */
        record Busy() implements Result {}

        /**
         * The new revision is to be committed in place of the old.
         *
         * @param note for the history, from {@link ContractGate#admit}
         */
        record Ready(Revision revision, HandlerRevision old, String note) implements Result {}

        /** The new revision is taken away again; the old one is where it was. */
        record Failed(RefusedException why) implements Result {}
    }

    /** One step forward. What was ready may be asked again, and may not be any more. */
    Result advance();

    /** Takes the new revision away, if that has not been done; the old one is to serve on. */
    void abandon();

    /** Whether the old revision's events are parked on the way. */
    boolean parks();

    /** Whether they are parked, so that it has to be put back if the swap comes to nothing. */
    boolean parked();

    /** The new revision is in service. */
    default void committed() {}
}
