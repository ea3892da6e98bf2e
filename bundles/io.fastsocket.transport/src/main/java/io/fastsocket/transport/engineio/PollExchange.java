package io.fastsocket.transport.engineio;

import io.netty.buffer.ByteBuf;

/** A polling request that awaits its answer. Answered once, from any thread. */
public interface PollExchange {

    /**
     * Answers a GET.
     *
     * @param packets the body; taken over
     * @param sent run, on any thread, once the network has taken all of it or never will
     */
    void answer(ByteBuf packets, Runnable sent);

    /** Ends the client's HTTP connection, whatever of the answer is not sent yet. */
    void abandon();

    /** Answers a POST: taken. */
    void confirm();

    /**
     * Refuses the request.
     *
     * @param error why
     */
    void refuse(EngineError error);
}
