package io.fastsocket.benchmarks.peers;

import java.io.IOException;

/** How a server ends when whoever started it is gone: its standard input ends too. */
final class StandardInput {

    private StandardInput() {}

    static void awaitEnd() throws IOException {
        while (System.in.read() >= 0) {
            // Nobody is expected to write.
        }
        System.exit(0);
    }
}
