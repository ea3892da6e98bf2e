package io.fastsocket.spi.contract;

/** How bad a problem is. */
public enum Severity {
    /** The document is not valid. */
    ERROR,
    /** The document is valid, and could be better. */
    WARNING
}
