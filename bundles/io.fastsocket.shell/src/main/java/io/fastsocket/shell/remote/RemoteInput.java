package io.fastsocket.shell.remote;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The client's standard input, asked for piece by piece: what a command does not read stays with
 * whoever called the client.
 */
final class RemoteInput extends InputStream {

    private static final byte[] END = {};

    private final ChunkChannel channel;
    private final BlockingQueue<byte[]> pieces = new LinkedBlockingQueue<>();
    private byte[] piece = {};
    private int position;
    private boolean ended;

    RemoteInput(ChunkChannel channel) {
        this.channel = channel;
    }

    /** A piece has come. */
    void add(byte[] data) {
        if (data.length > 0) {
            pieces.add(data);
        }
    }

    /** Nothing more will come. */
    void end() {
        pieces.add(END);
    }

    @Override
    public int read() throws IOException {
        return fill() ? piece[position++] & 0xff : -1;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (length == 0 || !fill()) {
            return length == 0 ? 0 : -1;
        }
        int count = Math.min(length, piece.length - position);
        System.arraycopy(piece, position, bytes, offset, count);
        position += count;
        return count;
    }

    @Override
    public int available() {
        return piece.length - position;
    }

    private boolean fill() throws IOException {
        if (position == piece.length && !ended) {
            channel.write(Chunk.INPUT_WANTED, "");
            try {
                piece = pieces.take();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted while waiting for input");
            }
            position = 0;
            ended = piece.length == 0;
        }
        return !ended;
    }
}
