package io.fastsocket.shell.remote;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Reads and writes chunks: four bytes of length, most significant first, one of type, then the
 * content. One thread reads; any thread writes.
 */
final class ChunkChannel implements Closeable {

    /** More than any one argument, which Linux ends at 128 KiB. */
    private static final int LARGEST = 1 << 20;

    private static final int HEAD = 5;

    private final SocketChannel channel;

    ChunkChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * The next chunk.
     *
     * @throws EOFException if there is none
     * @throws IOException if the connection broke, or what comes is not the protocol
     */
    Chunk read() throws IOException {
        ByteBuffer head = fill(ByteBuffer.allocate(HEAD));
        int length = head.getInt();
        byte type = head.get();
        if (length < 0 || length > LARGEST) {
            throw new IOException("a chunk of " + length + " bytes");
        }
        return new Chunk(type, fill(ByteBuffer.allocate(length)).array());
    }

    private ByteBuffer fill(ByteBuffer buffer) throws IOException {
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException();
            }
        }
        return buffer.flip();
    }

    void write(byte type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(type, bytes, 0, bytes.length);
    }

    synchronized void write(byte type, byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(HEAD + length);
        chunk.putInt(length).put(type).put(bytes, offset, length).flip();
        // Writing while interrupted closes a channel.
        boolean interrupted = Thread.interrupted();
        try {
            while (chunk.hasRemaining()) {
                channel.write(chunk);
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Interrupts a thread, but not while it writes here. */
    synchronized void interrupt(Thread thread) {
        thread.interrupt();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
