package io.fastsocket.transport.engineio;

import java.security.SecureRandom;
import java.util.Base64;

/** Ids that cannot be guessed, as long as the reference server's. One thread at a time. */
final class Ids {

    /** 120 bits: 20 characters of base64. */
    private static final int BYTES = 15;

    /** Asking the system for randomness is dear, so it is done for many ids at once. */
    private static final int BATCH = 64;

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder();

    private final SecureRandom random = new SecureRandom();
    private final byte[] pool = new byte[BYTES * BATCH];
    private final byte[] one = new byte[BYTES];
    private int used = pool.length;

    String next() {
        if (used == pool.length) {
            random.nextBytes(pool);
            used = 0;
        }
        System.arraycopy(pool, used, one, 0, BYTES);
        used += BYTES;
        return BASE64.encodeToString(one);
    }
}
