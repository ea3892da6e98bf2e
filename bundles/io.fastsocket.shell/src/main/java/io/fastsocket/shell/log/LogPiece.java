package io.fastsocket.shell.log;

import java.io.IOException;
import java.io.InputStream;

/** A part of the log that one thread reads, made of whole lines. */
interface LogPiece {

    /** Reads it from its beginning. */
    InputStream open() throws IOException;

    /** What people are told if it cannot be read. */
    String name();
}
