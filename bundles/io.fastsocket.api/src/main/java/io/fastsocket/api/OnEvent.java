package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The method handles one event of its component's namespace. One event has one handler: a second
 * one is refused when it is deployed.
 *
 * <p><b>Arguments.</b> What the client sent is bound to the parameters that the runtime does not
 * supply itself, in order. {@code byte[]} takes a binary; {@link Json} takes any value unparsed; a
 * last parameter {@code Json...} takes all the arguments that are left. Binding is strict: no
 * string becomes a number, no fraction an integer, and no argument or primitive may be missing; a
 * client that breaks this gets error {@link ErrorCode#VALIDATION} with a detail for each violation,
 * and the method is not called.
 *
 * <p><b>Answer.</b> The returned value is the acknowledgement if the client asked for one: {@code
 * null} answers {@code null}, {@code void} answers with no arguments. {@link
 * java.util.concurrent.CompletionStage} and RxJava's {@code Single}, {@code Maybe} and {@code
 * Completable} are awaited without holding a thread. A method with an {@link Ack} parameter returns
 * {@code void} and answers by that. An exception is an answer too: {@link EventException} as it
 * stands, any other as {@link ErrorCode#INTERNAL} with a reference that the log has as well.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnEvent {

    /**
     * The event's name, as the client emits it.
     *
     * @return the name
     */
    String value();

    /**
     * Whether the event waits until the socket's earlier events are handled, and later ones wait
     * for it. With {@code false} it is started in its turn but not waited for.
     *
     * @return whether order is kept
     */
    boolean ordered() default true;

    /**
     * Whether the method runs on the event loop itself, which saves the hand-over to a virtual
     * thread. Only for methods that never block and take microseconds; one that overruns is moved
     * to virtual threads for a while, with a warning.
     *
     * @return whether it runs on the event loop
     */
    boolean inline() default false;

    /**
     * How long the method may take, such as {@code 500ms}, {@code 5s} or {@code 1m}. Past it the
     * thread is interrupted and the client gets {@link ErrorCode#HANDLER_TIMEOUT}. Empty means the
     * server's default.
     *
     * @return the time limit, or an empty string
     */
    String timeout() default "";
}
