package io.fastsocket.spi.contract;

/** Which way something goes, seen from the server. */
public enum Direction {
    /** From clients to the server. */
    RECEIVED,
    /** From the server to clients. */
    SENT
}
