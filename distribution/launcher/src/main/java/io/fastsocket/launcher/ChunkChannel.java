package io.fastsocket.launcher;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Speaks with a running server: chunks of four bytes of length, most significant first, one of
 * type, then the content. The README of the shell's bundle describes them. One thread reads; any
 * thread writes.
 */
final class ChunkChannel implements Closeable {

    private static final int HEAD = 5;

    private final SocketChannel channel;

    ChunkChannel(SocketChannel channel) {
        this.channel = channel;
    }

    /**
     * A chunk that has come.
     *
     * @param type what it is
     * @param data its content
     */
    record Chunk(char type, byte[] data) {

        String text() {
            return new String(data, StandardCharsets.UTF_8);
        }
    }

    /** The next chunk; an {@link EOFException} if the server has ended the connection. */
    Chunk read() throws IOException {
        ByteBuffer head = fill(HEAD);
        int length = head.getInt();
        return new Chunk((char) head.get(), fill(length).array());
    }

    private ByteBuffer fill(int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining()) {
            if (channel.read(buffer) < 0) {
                throw new EOFException("the server has ended the connection");
            }
        }
        return buffer.flip();
    }

    void write(char type, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        write(type, bytes, bytes.length);
    }

    synchronized void write(char type, byte[] bytes, int length) throws IOException {
        ByteBuffer chunk = ByteBuffer.allocate(HEAD + length);
        chunk.putInt(length).put((byte) type).put(bytes, 0, length).flip();
        while (chunk.hasRemaining()) {
            channel.write(chunk);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
