package io.fastsocket.shell.remote;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** What a command prints, on its way to the client. */
final class RemoteOutput extends OutputStream {

    private static final int BUFFER = 8192;

    private final ChunkChannel channel;
    private final byte type;

    private RemoteOutput(ChunkChannel channel, byte type) {
        this.channel = channel;
        this.type = type;
    }

    /** A stream that sends what is printed line by line. */
    static PrintStream stream(ChunkChannel channel, byte type) {
        OutputStream buffered = new BufferedOutputStream(new RemoteOutput(channel, type), BUFFER);
        return new PrintStream(buffered, true, StandardCharsets.UTF_8);
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
        try {
            channel.write(type, bytes, offset, length);
        } catch (IOException e) {
            throw new ClientGoneException(e);
        }
    }
}
