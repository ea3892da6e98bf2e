package io.fastsocket.registry.routing;

import io.fastsocket.registry.binding.MethodConstraints;

import java.lang.invoke.MethodHandle;
import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * A method of a handler, ready to be called.
 *
 * @param handler the instance
 * @param name class and method, such as {@code Chat.message}
 * @param handle takes all parameters as one array and returns null for void
 * @param parameters where each comes from
 * @param prefixes by parameter, what paths of its problems begin with; null for what no client sent
 * @param constraints checks the parameters, or null
 * @param answer what is done with the returned value
 */
public record BoundMethod(
        Object handler,
        String name,
        MethodHandle handle,
        List<Parameter> parameters,
        String[] prefixes,
        MethodConstraints constraints,
        Answer answer) {

    /** What a method's return means. */
    public enum Answer {
        /** Nothing: the acknowledgement has no arguments. */
        NOTHING,
        /** The acknowledgement's argument. */
        VALUE,
        /** A stage of it. */
        STAGE,
        /** An RxJava type of it. */
        RX,
        /** Nothing: the event has gone into streams. */
        STREAM,
        /** The method answers by an Ack parameter. */
        BY_ACK
    }

    /** Whether the event goes into streams. */
    boolean handlesStream() {
        return answer == Answer.STREAM;
    }

    /**
     * Calls the method.
     *
     * @param arguments one for each parameter
     * @return what it returned
     * @throws Throwable what it threw
     */
    public Object call(Object[] arguments) throws Throwable {
        return handle.invokeExact(arguments);
    }

    /**
     * What completes with the answer, of a method that answers later.
     *
     * @param returned what it returned
     * @return null if that is the answer already
     * @throws IllegalStateException if it returned null, and so will never answer
     */
    public CompletionStage<?> later(Object returned) {
        return switch (answer) {
            case STAGE -> (CompletionStage<?>) nonNull(returned);
            case RX -> RxReturns.stage(nonNull(returned));
            default -> null;
        };
    }

    private Object nonNull(Object returned) {
        if (returned == null) {
            throw new IllegalStateException(name + " returned null, not an answer");
        }
        return returned;
    }
}
