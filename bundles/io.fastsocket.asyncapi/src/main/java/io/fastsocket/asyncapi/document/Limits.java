package io.fastsocket.asyncapi.document;

/** How large a document may be. What is larger is taken for an attack, and refused unread. */
final class Limits {

    /** Bytes of one file. */
    static final int FILE = 5 << 20;

    /** Values in all files of a document together: objects, arrays, texts, numbers. */
    static final int VALUES = 250_000;

    /** Values within values, in one file. */
    static final int DEPTH = 100;

    /** Values within values, with references followed. */
    static final int RESOLVED_DEPTH = 250;

    /** Values, with the aliases of YAML followed: those in a part count wherever it is used. */
    static final int ALIASED_VALUES = 2_000_000;

    /**
     * Values, with references followed. Many, since each operation has all messages of its channel;
     * parts that are used in several places are looked at once.
     */
    static final long RESOLVED_VALUES = 500_000_000;

    /** Files that a document refers to. */
    static final int FILES = 500;

    /** Digits of a number. */
    static final int DIGITS = 400;

    private Limits() {}
}
