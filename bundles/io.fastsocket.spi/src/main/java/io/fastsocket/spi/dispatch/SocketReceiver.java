package io.fastsocket.spi.dispatch;

import io.fastsocket.api.DisconnectReason;
import io.fastsocket.api.ErrorCode;
import io.fastsocket.spi.transport.Payload;

import org.osgi.annotation.versioning.ProviderType;

import java.util.concurrent.CompletionStage;

/**
 * Takes what one socket's client sends. An engine calls it from one thread at a time, in the order
 * of the wire: {@link #connected} first, {@link #disconnected} last, each once. None of the methods
 * blocks; handlers marked inline run within {@link #event}.
 */
@ProviderType
public interface SocketReceiver {

    /** The client is in the namespace and has been told. */
    void connected();

    /**
     * An EVENT. It may be held back until {@link #endOfBatch()}.
     *
     * @param event the event; kept as long as the receiver likes
     */
    void event(InboundEvent event);

    /**
     * An EVENT that the engine does not let through. The client is answered with that error, at
     * once; nothing handles the event.
     *
     * @param event the event
     * @param why which error
     */
    void refuse(InboundEvent event, ErrorCode why);

    /**
     * An ACK for what {@link io.fastsocket.spi.transport.ClientSocket#emit(Payload, long)} sent. An
     * unknown number is ignored, as the reference server does.
     *
     * @param ackId the number
     * @param arguments the answer
     */
    void ack(long ackId, Payload arguments);

    /**
     * What one read of the connection brought has been passed on. Called after each batch with an
     * event.
     */
    void endOfBatch();

    /**
     * Tells when all that was passed on before has been handled and answered. For an engine that
     * stops, which passes on no more events by then.
     *
     * @return completes on any thread, never exceptionally
     */
    CompletionStage<Void> settled();

    /**
     * The client has left the namespace. Events before this are still handled.
     *
     * @param reason why
     */
    void disconnected(DisconnectReason reason);
}
