package io.fastsocket.api;

import org.osgi.annotation.versioning.ProviderType;

import java.util.concurrent.CompletionStage;

/** Emits events to many sockets and takes their acknowledgements, within a time limit. */
@ProviderType
public interface TimedBroadcast {

    /**
     * Emits an event with one argument to the chosen sockets that are connected now, and awaits
     * their answers. Each is bound strictly and validated like an event's argument.
     *
     * @param <T> the answers' type
     * @param event the event's name
     * @param argument its argument, or null
     * @param answer the type of an answer's first argument; {@code Void} to ignore it
     * @return completes once all have answered or the time is up, never exceptionally
     */
    default <T> CompletionStage<Answers<T>> emitWithAck(
            String event, Object argument, Class<T> answer) {
        return emitWithAck(event, new Object[] {argument}, answer);
    }

    /**
     * The same with none or several arguments.
     *
     * @param <T> the answers' type
     * @param event the event's name
     * @param arguments its arguments
     * @param answer the type of an answer's first argument
     * @return as above
     */
    <T> CompletionStage<Answers<T>> emitWithAck(String event, Object[] arguments, Class<T> answer);
}
