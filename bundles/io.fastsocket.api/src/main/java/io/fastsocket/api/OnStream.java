package io.fastsocket.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Takes the live stream of an event, of all sockets of the namespace, instead of one event at a
 * time:
 *
 * <pre>{@code
 * @OnStream("trade")
 * @Emits(event = "candle", payload = Candle.class, to = "market")
 * Flowable<Candle> candles(Flowable<Trade> trades) {
 *     return trades.window(1, SECONDS).flatMapSingle(Candle::of);
 * }
 * }</pre>
 *
 * <p><b>In.</b> The method has one parameter: RxJava's {@code Flowable<T>} or a {@link
 * java.util.concurrent.Flow.Publisher Flow.Publisher&lt;T&gt;}. {@code T} is what the client's
 * first argument is bound to, or {@link Received} of that, to know who sent it, from which rooms
 * and when. Elements are bound and validated before they enter; a client whose event does not fit
 * is answered with {@link ErrorCode#VALIDATION}. One that fits is acknowledged at once, as by a
 * handler that returns {@code void}. Several subscribers of the stream get the same elements, if
 * they have subscribed by the time the method and the subscription of what it returns are over.
 *
 * <p><b>Out.</b> {@code Flowable<R>} or {@code Flow.Publisher<R>}, together with one {@link Emits}
 * on the method that says what event {@code R} is, and the room if not everybody in the namespace
 * is to get it; {@code Flowable<Emission>}, to choose that for each element; {@code Completable},
 * or {@code void} of a method that subscribes by itself, for effects alone. What is emitted is held
 * against the plugin's contract as any emit is.
 *
 * <p><b>Its life.</b> The method is called when the component comes into service, on a thread that
 * the stream has to itself, so that it may block and compute; time operators and {@code Schedulers}
 * use threads of the plugin's revision alone. After an error the stream begins anew: the method is
 * called again after 0.1 s, then after longer times up to 10 s, while elements wait. When the
 * component goes out of service the stream is completed, so that windows that are not full come
 * out; it then has a few seconds to complete. In a swap each element goes to one revision only. If
 * the stream ends by itself, clients get {@link ErrorCode#NO_HANDLER}.
 *
 * <p><b>Whose event it is.</b> A stream handles its event: no other component may handle it.
 * Several methods of one class may take the stream of the same event, if its elements have the same
 * type. A stream that {@linkplain #observe() observes}, or is {@linkplain #from() from} what
 * plugins emit, handles nothing.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnStream {

    /**
     * The event's name, as clients emit it.
     *
     * @return the name
     */
    String value();

    /**
     * Whether its elements are what clients send, or what plugins emit: with {@link
     * StreamSource#EMITTED} streams are chained, also those of several plugins, each of which binds
     * the event to a type of its own. Such a stream {@linkplain #observe() observes}, and its
     * elements have no sender, so that {@link Received} cannot be taken.
     *
     * <p>Streams must not feed each other in a circle: a plugin that would close one, as its {@link
     * Emits} on methods and those of the others say, is refused. Emits that no annotation declares
     * are followed as they happen: what has gone through 32 streams enters no other.
     *
     * @return whose events they are
     */
    StreamSource from() default StreamSource.RECEIVED;

    /**
     * What happens to elements that come when {@link #buffer()} are waiting.
     *
     * @return what is done
     */
    Overflow overflow() default Overflow.BUFFER;

    /**
     * How many elements may wait for the stream; {@link Overflow#LATEST} has one.
     *
     * @return from 1 to 1000000
     */
    int buffer() default 1024;

    /**
     * Whether the stream only looks on: it gets the events that their handler, or the streams that
     * handle them, have accepted, of whatever plugin that is. Any number of streams may. Clients
     * learn nothing of it: what does not fit the stream's type is left out and counted, and as it
     * holds up nobody, {@link Overflow#BUFFER} drops what comes when it is full.
     *
     * @return whether it observes
     */
    boolean observe() default false;
}
