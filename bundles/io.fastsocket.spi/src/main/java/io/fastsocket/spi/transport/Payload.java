package io.fastsocket.spi.transport;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The arguments of a packet as they stand on the wire: none, one or several JSON values in UTF-8,
 * separated by commas, without the brackets around them; and the binaries that placeholders in the
 * text number.
 *
 * <p>Immutable once made: whoever makes one no longer writes to the array. The text is well-formed
 * JSON: an engine has recognised what it read, and the registry has encoded or recognised what it
 * sends. An engine may thus copy it into a packet unseen.
 */
public final class Payload {

    /** No arguments. */
    public static final Payload NONE = new Payload(new byte[0], 0, 0, List.of());

    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final List<byte[]> attachments;

    /**
     * A range of an array.
     *
     * @param bytes the array, not copied
     * @param offset where the values begin
     * @param length how many bytes they take
     * @param attachments the binaries, not copied
     */
    public Payload(byte[] bytes, int offset, int length, List<byte[]> attachments) {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.attachments = attachments;
    }

    /**
     * Values from text known to be well-formed.
     *
     * @param text JSON values separated by commas
     * @return the payload, without binaries
     */
    public static Payload of(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        return new Payload(utf8, 0, utf8.length, List.of());
    }

    /**
     * The array that holds the values.
     *
     * @return not a copy; not to be written to
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Where the values begin.
     *
     * @return an index into {@link #bytes()}
     */
    public int offset() {
        return offset;
    }

    /**
     * How many bytes the values take.
     *
     * @return zero for no arguments
     */
    public int length() {
        return length;
    }

    /**
     * The binaries.
     *
     * @return in the order of their numbers; the arrays are not copies
     */
    public List<byte[]> attachments() {
        return attachments;
    }

    /**
     * Whether there are no arguments.
     *
     * @return true if the text is empty
     */
    public boolean isEmpty() {
        return length == 0;
    }

    /** The text, for people. */
    @Override
    public String toString() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }
}
