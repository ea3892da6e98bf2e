package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;

/**
 * A message for many connections, encoded once as WebSocket frames. Counts references like the
 * buffer it holds: whoever makes it, or {@link #retain}s it for another thread, releases it.
 */
public final class SharedMessage {

    private final Message message;
    private final ByteBuf frames;

    /**
     * Encodes a message.
     *
     * @param message the message
     */
    public SharedMessage(Message message) {
        this.message = message;
        frames = ByteBufAllocator.DEFAULT.directBuffer(Frames.size(message));
        Frames.write(frames, message);
    }

    Message message() {
        return message;
    }

    ByteBuf frames() {
        return frames;
    }

    /** Keeps it for another holder. */
    public void retain() {
        frames.retain();
    }

    /** Gives it up. */
    public void release() {
        frames.release();
    }
}
