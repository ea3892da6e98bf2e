package io.fastsocket.registry.binding;

import io.fastsocket.spi.transport.Payload;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a generator writes to. Jackson's own reused buffer brings a small message in one piece,
 * which is then the only thing allocated; binaries met on the way are collected beside it.
 */
final class Sink extends OutputStream {

    private byte[] bytes = {};
    private int length;
    private List<byte[]> attachments = List.of();
    private int placeholders;

    /** Adds a binary. */
    int attach(byte[] binary) {
        if (attachments.isEmpty()) {
            attachments = new ArrayList<>(2);
        }
        attachments.add(binary);
        return attachments.size() - 1;
    }

    /** Counts a placeholder that stands for a binary added; one binary may have several. */
    int placed(int number) {
        placeholders++;
        return number;
    }

    @Override
    public void write(int b) {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] source, int offset, int count) {
        if (length == 0) {
            bytes = Arrays.copyOfRange(source, offset, offset + count);
        } else {
            if (length + count > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(length + count, bytes.length * 2));
            }
            System.arraycopy(source, offset, bytes, length, count);
        }
        length += count;
    }

    /**
     * What has been written.
     *
     * @throws IllegalArgumentException if there are binaries, and beside their placeholders objects
     *     that a receiver would take for some
     */
    Payload payload() {
        if (!attachments.isEmpty() && PlaceholderMarks.count(bytes, length) != placeholders) {
            throw new IllegalArgumentException(
                    "cannot be encoded: an object with \"_placeholder\":true that stands for no"
                            + " binary cannot be sent along with binaries");
        }
        byte[] exact = length == bytes.length ? bytes : Arrays.copyOf(bytes, length);
        return new Payload(exact, 0, length, attachments);
    }
}
