package io.fastsocket.spi.observe;

/** Whose events a handler gets. */
public enum EventState {
    /** All, or all that no canary of its plugin gets. */
    ACTIVE,
    /** None for the moment: they wait for the handler to come back. */
    PARKED,
    /** Those of a share of the connections, since its plugin's revision is tried out on them. */
    CANARY;

    /** In small letters. */
    @Override
    public String toString() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
