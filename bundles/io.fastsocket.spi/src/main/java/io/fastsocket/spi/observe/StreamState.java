package io.fastsocket.spi.observe;

/** What a stream is doing. */
public enum StreamState {
    /** It takes elements. */
    RUNNING,
    /** It has failed and begins anew soon; elements wait. */
    RESTARTING,
    /** It has ended by itself, and takes no more elements. */
    ENDED;

    /** In small letters. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
