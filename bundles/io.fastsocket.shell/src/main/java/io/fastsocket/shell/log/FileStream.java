package io.fastsocket.shell.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A part of an open file. Closing it leaves the file open, and at its end there may be more later.
 */
final class FileStream extends InputStream {

    private final FileChannel channel;
    private final long to;
    private long position;

    FileStream(FileChannel channel, long from, long to) {
        this.channel = channel;
        this.position = from;
        this.to = to;
    }

    long position() {
        return position;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int most = (int) Math.min(length, to - position);
        int count = most <= 0 ? -1 : channel.read(ByteBuffer.wrap(bytes, offset, most), position);
        position += Math.max(0, count);
        return count;
    }
}
