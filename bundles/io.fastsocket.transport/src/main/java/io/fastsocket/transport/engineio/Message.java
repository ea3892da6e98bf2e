package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;

import java.util.List;

/**
 * Something to send: a text, then the binaries that belong to it. Immutable, so that many
 * connections may send the same one.
 */
public interface Message {

    /**
     * The text's size.
     *
     * @return bytes of UTF-8
     */
    int length();

    /**
     * Writes the text.
     *
     * @param out takes {@link #length()} bytes
     */
    void writeTo(ByteBuf out);

    /**
     * The binaries.
     *
     * @return in order, usually none
     */
    List<byte[]> attachments();
}
