package io.fastsocket.asyncapi.document;

/** Of something there may be only so much. */
final class Budget {

    private long left;

    Budget(long most) {
        left = most;
    }

    /** Whether there was so much left. */
    boolean take(long amount) {
        left -= amount;
        return left >= 0;
    }
}
