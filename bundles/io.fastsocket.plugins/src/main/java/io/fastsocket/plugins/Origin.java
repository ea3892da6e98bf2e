package io.fastsocket.plugins;

/** How the file is that the revision in service came from. */
enum Origin {
    /** There, with other content that may be good: nothing is owed to the old one any more. */
    CHANGED,
    /** There, but being written, or of no use so far; or gone for less than the grace. */
    UNSETTLED,
    /** Gone. */
    GONE;

    /** Whether the revision in service keeps its place before worse ones. */
    boolean holds() {
        return this == UNSETTLED;
    }

    boolean isGone() {
        return this == GONE;
    }
}
