package io.fastsocket.spi.contract;

/** What a change of a contract means for clients that keep to the old one; worst first. */
public enum Impact {
    /** Some client that keeps to the old contract no longer works. */
    BREAKING,
    /** It cannot be decided; whoever must be sure takes it for breaking. */
    UNCLEAR,
    /** Clients that keep to the old contract go on working. */
    COMPATIBLE
}
