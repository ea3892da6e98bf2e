package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.util.concurrent.CompletionStage;

/** Emits events to one socket and takes its acknowledgements, within a time limit. */
@ProviderType
public interface TimedEmitter {

    /**
     * Emits an event with one argument and awaits the answer. The answer is bound strictly and
     * validated like an event's argument.
     *
     * @param <T> the answer's type
     * @param event the event's name
     * @param argument its argument, or null
     * @param answer the type of the answer's first argument; {@code Void} to ignore it
     * @return completes with the answer, null if the client answered null or nothing; or
     *     exceptionally with {@link EventException}: {@link ErrorCode#ACK_TIMEOUT}, {@link
     *     ErrorCode#DISCONNECTED}, or {@link ErrorCode#VALIDATION} if the answer does not fit
     */
    <T> CompletionStage<T> emitWithAck(String event, Object argument, Class<T> answer);

    /**
     * The same with none or several arguments.
     *
     * @param <T> the answer's type
     * @param event the event's name
     * @param arguments its arguments
     * @param answer the type of the answer's first argument
     * @return as above
     */
    <T> CompletionStage<T> emitWithAck(String event, Object[] arguments, Class<T> answer);
}
