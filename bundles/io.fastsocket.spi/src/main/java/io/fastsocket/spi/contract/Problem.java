package io.fastsocket.spi.contract;

/**
 * Something in a document that is wrong, or could be better.
 *
 * @param rule which rule says so; the name that AsyncAPI's own parser has for it, if it has one
 * @param severity how bad it is
 * @param file the file that it is in, as the document names it; null for the document itself
 * @param path where in that file, a JSON Pointer; empty for the whole of it
 * @param line of the name or value that it is about, from 1
 * @param column as above, from 1
 * @param message what is wrong, and what to do, in one line
 */
public record Problem(
        String rule,
        Severity severity,
        String file,
        String path,
        int line,
        int column,
        String message) {}
