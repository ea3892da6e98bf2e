package io.fastsocket.shell.log;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines of a file that is open, whatever becomes of its name meanwhile.
 *
 * @param name of the file
 * @param channel open for reading; slices of one file share it
 * @param from where the first line begins
 * @param to where the last one has ended
 */
record FileSlice(String name, FileChannel channel, long from, long to) implements LogPiece {

    /** The newest one is small, since what is looked for is often there. */
    private static final long FIRST = 1 << 20;

    private static final long LARGEST = 16 << 20;
    private static final int LOOK = 8192;

    /** All whole lines up to an end, newest first. */
    static List<LogPiece> of(String name, FileChannel channel, long end) throws IOException {
        List<LogPiece> slices = new ArrayList<>();
        long to = end;
        for (long size = FIRST; to > 0; size = Math.min(2 * size, LARGEST)) {
            long from = lineEnd(channel, to - size);
            slices.add(new FileSlice(name, channel, from, to));
            to = from;
        }
        return slices;
    }

    /** Where the last line that begins before a place has ended; zero or less is the beginning. */
    static long lineEnd(FileChannel channel, long place) throws IOException {
        byte[] bytes = new byte[LOOK];
        for (long at = place; at > 0; at -= LOOK) {
            int length = (int) Math.min(LOOK, at);
            ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
            long begin = at - length;
            while (buffer.hasRemaining() && channel.read(buffer, begin + buffer.position()) > 0) {
                // until it is full
            }
            for (int i = buffer.position() - 1; i >= 0; i--) {
                if (bytes[i] == '\n') {
                    return begin + i + 1;
                }
            }
        }
        return 0;
    }

    @Override
    public InputStream open() {
        return new FileStream(channel, from, to);
    }
}
