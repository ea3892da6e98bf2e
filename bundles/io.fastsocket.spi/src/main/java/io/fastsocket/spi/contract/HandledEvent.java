package io.fastsocket.spi.contract;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * An event that a plugin's method handles. Refers to classes of the plugin: to be looked at, not to
 * be kept.
 *
 * @param namespace its namespace; values of a dynamic one stand in braces
 * @param event its name
 * @param arguments the parameters that take what the client sends, in order; {@code Json...} as the
 *     last takes all that is left; a {@code Flowable}, a {@code Flow.Publisher} and {@link
 *     io.fastsocket.api.Received} stand for what they are of
 * @param answer the type of the acknowledgement's one argument; null if it has none
 * @param unknownFields how often clients sent members that no type has, by simple name of the class
 *     and name, such as {@code Order.note}
 */
public record HandledEvent(
        String namespace,
        String event,
        List<Parameter> arguments,
        AnnotatedType answer,
        Supplier<Map<String, Long>> unknownFields) {

    /**
     * An event.
     *
     * @param namespace as above
     * @param event as above
     * @param arguments copied
     * @param answer as above
     * @param unknownFields as above
     */
    public HandledEvent {
        arguments = List.copyOf(arguments);
    }
}
