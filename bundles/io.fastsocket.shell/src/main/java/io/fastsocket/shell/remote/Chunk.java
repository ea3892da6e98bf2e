package io.fastsocket.shell.remote;

import java.nio.charset.StandardCharsets;

/**
 * One message of the protocol.
 *
 * @param type what it is
 * @param data its content
 */
record Chunk(byte type, byte[] data) {

    /** An argument of the command. */
    static final byte ARGUMENT = 'A';

    /** {@code NAME=VALUE}: something about the place where the command was typed. */
    static final byte ENVIRONMENT = 'E';

    /** The folder in which it was typed. */
    static final byte DIRECTORY = 'D';

    /** All is said; what is wanted: {@code run}. */
    static final byte COMMAND = 'C';

    /** Input for the command. */
    static final byte INPUT = '0';

    /** The input has ended. */
    static final byte INPUT_END = '.';

    /** The server asks for a piece of input. */
    static final byte INPUT_WANTED = 'S';

    /** Output. */
    static final byte OUTPUT = '1';

    /** Complaints and progress. */
    static final byte ERROR = '2';

    /** The command has ended; the exit code as decimal text. */
    static final byte EXIT = 'X';

    String text() {
        return new String(data, StandardCharsets.UTF_8);
    }
}
