package io.fastsocket.transport.engineio;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.netty.buffer.ByteBuf;

import java.util.List;

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
     * @param budget counts it until everybody has sent it
     * @throws EventException {@link ErrorCode#OVERLOADED} if far more waits for slow clients
     *     already than may
     */
    public SharedMessage(Message message, MemoryBudget budget) {
        // Up to the limit, and some way past it, the slow ones are closed to make room.
        if (budget.used() > budget.limit() + budget.limit() / 4) {
            throw new EventException(ErrorCode.OVERLOADED, List.of(), null);
        }
        this.message = message;
        frames = SharedFrames.of(message, budget);
    }

    /**
     * What it says.
     *
     * @return for connections that carry no WebSocket frames
     */
    public Message message() {
        return message;
    }

    /**
     * What it is on a WebSocket.
     *
     * @return finished frames, not retained
     */
    public ByteBuf frames() {
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
