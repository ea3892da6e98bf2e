package io.fastsocket.plugins;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Tells a finished zip file from one that is still being written: a zip's central directory is its
 * very end, so that the file is not whole before the last byte is there.
 *
 * <p>Record layouts and signatures: PKWARE APPNOTE 6.3.10, 4.3.12 and 4.3.16.
 */
final class ZipDirectory {

    private static final int FIRST_ENTRY = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int END_SIZE = 22;
    private static final int MAX_COMMENT = 0xffff;
    private static final long IN_ZIP64 = 0xffffffffL;

    private ZipDirectory() {}

    /**
     * Whether the central directory is there and where the end record says.
     *
     * @throws IOException if the file cannot be read
     */
    static boolean isWhole(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < END_SIZE) {
                return false;
            }
            int tail = (int) Math.min(size, END_SIZE + MAX_COMMENT);
            ByteBuffer buffer = read(channel, size - tail, tail);
            for (int at = buffer.limit() - END_SIZE; at >= 0; at--) {
                if (isEnd(buffer, at)) {
                    return directoryFits(channel, buffer, at, size - tail + at);
                }
            }
            return false;
        }
    }

    private static boolean isEnd(ByteBuffer buffer, int at) {
        int comment =
                Short.toUnsignedInt(at + END_SIZE <= buffer.limit() ? buffer.getShort(at + 20) : 0);
        return buffer.getInt(at) == END && at + END_SIZE + comment == buffer.limit();
    }

    private static boolean directoryFits(
            FileChannel channel, ByteBuffer buffer, int at, long endPosition) throws IOException {
        long length = Integer.toUnsignedLong(buffer.getInt(at + 12));
        long offset = Integer.toUnsignedLong(buffer.getInt(at + 16));
        if (offset == IN_ZIP64) {
            return true;
        }
        if (offset + length > endPosition) {
            return false;
        }
        return length == 0
                || (length >= Integer.BYTES
                        && read(channel, endPosition - length, Integer.BYTES).getInt(0)
                                == FIRST_ENTRY);
    }

    private static ByteBuffer read(FileChannel channel, long position, int length)
            throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        while (buffer.hasRemaining() && channel.read(buffer, position + buffer.position()) >= 0) {
            // Until it is full or the file ends, which a truncation may bring about at any time.
        }
        return buffer.flip();
    }
}
