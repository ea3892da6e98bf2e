package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;

/** A polling request that awaits its answer. Answered once, from any thread. */
public interface PollExchange {

    /**
     * Answers a GET.
     *
     * @param packets the body; taken over
     */
    void answer(ByteBuf packets);

    /** Answers a POST: taken. */
    void confirm();

    /**
     * Refuses the request.
     *
     * @param error why
     */
    void refuse(EngineError error);
}
