package io.fastsocket.operator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.LongSupplier;

/**
 * The settings in force. Of the token only a digest is kept, which is never shown.
 *
 * @param digest of the token; null without one
 * @param interval between two sendings of the status
 * @param attempts wrong tokens that may come from one address within a minute
 * @param number tells tokens apart: another one has a higher number
 */
record Settings(byte[] digest, Duration interval, int attempts, long number) {

    /** What a token has at least, so that nobody guesses it. */
    static final int SHORTEST = 16;

    private static final String FILE = "etc/io.fastsocket.operator.cfg: ";

    /** Nobody is let in. */
    static final Settings OFF = new Settings(null, Duration.ofSeconds(1), 1, 0);

    /**
     * Checks what is configured.
     *
     * @param token as it stands there; may be null
     * @param interval in milliseconds; throws if it is no number
     * @param attempts likewise
     * @param before what was in force
     * @throws IllegalArgumentException with file, key and what is allowed; never with the token
     */
    static Settings of(
            String token, LongSupplier interval, LongSupplier attempts, Settings before) {
        byte[] digest = digestOf(token == null ? "" : token.strip());
        return new Settings(
                digest,
                Duration.ofMillis(in("interval", interval, 100, 3_600_000)),
                (int) in("attempts", attempts, 1, 1000),
                Arrays.equals(digest, before.digest) ? before.number : before.number + 1);
    }

    private static byte[] digestOf(String token) {
        if (!token.isEmpty() && token.length() < SHORTEST) {
            throw new IllegalArgumentException(
                    FILE
                            + "token must have at least "
                            + SHORTEST
                            + " characters, or none: has "
                            + token.length());
        }
        return token.isEmpty() ? null : digest(token);
    }

    private static long in(String key, LongSupplier value, long min, long max) {
        String fault;
        try {
            long number = value.getAsLong();
            if (number >= min && number <= max) {
                return number;
            }
            fault = "is " + number;
        } catch (RuntimeException e) {
            // Declarative Services refuses what is no number by an exception of its own.
            fault = e.getMessage();
        }
        throw new IllegalArgumentException(
                FILE + key + " must be a number from " + min + " to " + max + ": " + fault);
    }

    /** Whether anybody can be let in. */
    boolean on() {
        return digest != null;
    }

    /** Whether this is the token. Takes as long for a wrong one as for the right one. */
    boolean opens(String token) {
        return digest != null && MessageDigest.isEqual(digest, digest(token));
    }

    private static byte[] digest(String token) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each Java has it", e);
        }
    }
}
