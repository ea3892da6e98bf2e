package io.fastsocket.spi.contract;

/** Whose publishing a 2.x document means by {@code publish}: people have written both. */
public enum PointOfView {
    /** The clients', as the specification means it: what they publish, the server receives. */
    CLIENT,
    /** The server's: what it publishes, it sends. */
    SERVER
}
