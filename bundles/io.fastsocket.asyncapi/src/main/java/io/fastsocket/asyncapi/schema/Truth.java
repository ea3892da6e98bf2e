package io.fastsocket.asyncapi.schema;

/** What can be known. */
public enum Truth {
    /** It is so. */
    YES,
    /** It is not. */
    NO,
    /** It may be so or not. */
    UNKNOWN;

    /** For what is known. */
    public static Truth of(boolean value) {
        return value ? YES : NO;
    }

    /** Whether both are so. */
    public Truth and(Truth other) {
        if (this == NO || other == NO) {
            return NO;
        }
        return this == YES && other == YES ? YES : UNKNOWN;
    }

    /** Whether one of both is so. */
    public Truth or(Truth other) {
        return not().and(other.not()).not();
    }

    /** Whether the opposite is so. */
    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
