package io.fastsocket.operator;

/**
 * What an operator says to be let in.
 *
 * @param token as configured; null if there is none
 */
record Credentials(String token) {

    /** Not to end in a log by accident. */
    @Override
    public String toString() {
        return "Credentials";
    }
}
