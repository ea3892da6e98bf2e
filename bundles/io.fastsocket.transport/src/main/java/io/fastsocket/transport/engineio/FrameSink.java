package io.fastsocket.transport.engineio;

/** Takes what a {@link FrameReader} cuts. */
interface FrameSink {

    /** Whether it wants more; asked before each frame. */
    boolean open();

    /** A whole text message, not checked to be UTF-8. */
    void text(byte[] bytes, int from, int to);

    /** A whole binary message, in an array of its own. */
    void binary(byte[] bytes);

    /** A ping to be answered with the same bytes. */
    void ping(byte[] payload);

    /** The client closes, with a valid code or {@link FrameReader#NO_CODE}. */
    void close(int code);
}
