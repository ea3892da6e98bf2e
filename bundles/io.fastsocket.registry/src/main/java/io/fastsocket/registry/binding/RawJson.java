package io.fastsocket.registry.binding;

import io.fastsocket.api.Json;
import io.fastsocket.spi.transport.Payload;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a client sent, as a range of the bytes it came in. Bound for the plugin that holds it. */
public final class RawJson implements Json {

    private final byte[] bytes;
    private final int offset;
    private final int length;
    private final List<byte[]> attachments;
    private final Codec codec;

    RawJson(byte[] bytes, int offset, int length, List<byte[]> attachments, Codec codec) {
        this.bytes = bytes;
        this.offset = offset;
        this.length = length;
        this.attachments = attachments;
        this.codec = codec;
    }

    /**
     * A payload's only value.
     *
     * @param payload one value
     * @param codec binds it
     * @return the value
     */
    public static RawJson value(Payload payload, Codec codec) {
        return new RawJson(
                payload.bytes(), payload.offset(), payload.length(), payload.attachments(), codec);
    }

    /**
     * All values of a payload as an array.
     *
     * @param payload none, one or several values
     * @param codec binds it
     * @return the array
     */
    public static RawJson array(Payload payload, Codec codec) {
        byte[] array = new byte[payload.length() + 2];
        array[0] = '[';
        System.arraycopy(payload.bytes(), payload.offset(), array, 1, payload.length());
        array[array.length - 1] = ']';
        return new RawJson(array, 0, array.length, payload.attachments(), codec);
    }

    byte[] bytes() {
        return bytes;
    }

    int offset() {
        return offset;
    }

    int length() {
        return length;
    }

    @Override
    public String text() {
        return new String(bytes, offset, length, StandardCharsets.UTF_8);
    }

    @Override
    public List<byte[]> attachments() {
        return attachments;
    }

    @Override
    public boolean isEmpty() {
        if (length == 4) {
            return bytes[offset] == 'n';
        }
        byte first = bytes[offset];
        return first == '"' ? length == 2 : (first == '{' || first == '[') && blankInside();
    }

    private boolean blankInside() {
        for (int i = offset + 1; i < offset + length - 1; i++) {
            if (!Splitter.isSpace(bytes[i])) {
                return false;
            }
        }
        return true;
    }

    @Override
    public <T> T as(Class<T> type) {
        return codec.bind(this, type);
    }

    @Override
    public String toString() {
        return text();
    }
}
