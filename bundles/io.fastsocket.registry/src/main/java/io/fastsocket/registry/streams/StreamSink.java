package io.fastsocket.registry.streams;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventContext;
import io.fastsocket.api.EventException;
import io.fastsocket.api.Received;
import io.fastsocket.api.Socket;

import java.util.List;
import java.util.function.Supplier;

/** Brings an event, bound, into the streams of it that one component has. */
public final class StreamSink {

    private final Supplier<Streams> streams;
    private final List<StreamMethod> methods;
    private final int first;

    /**
     * For one event.
     *
     * @param streams the component's, at present
     * @param methods those that take the event
     * @param first number of the first of them; the others follow
     */
    public StreamSink(Supplier<Streams> streams, List<StreamMethod> methods, int first) {
        this.streams = streams;
        this.methods = methods;
        this.first = first;
    }

    /** Whether any of them wants to know who sent the event. */
    public boolean wantsSender() {
        return methods.stream().anyMatch(method -> method.element().received());
    }

    /**
     * Takes an event.
     *
     * @param parameters the element; then, if {@link #wantsSender}, its Socket and EventContext
     * @return null, the acknowledgement
     * @throws EventException if no stream takes it any more, or one has no room and refuses it
     * @throws InterruptedException if there was no room in time
     */
    public Object accept(Object[] parameters) throws InterruptedException {
        Streams now = streams.get();
        Object received = null;
        boolean taken = false;
        for (int i = 0; i < methods.size(); i++) {
            Object element = parameters[0];
            if (methods.get(i).element().received()) {
                received = received == null ? received(parameters) : received;
                element = received;
            }
            switch (now.run(first + i).intake().offer(element)) {
                case IN, DROPPED -> taken = true;
                case REFUSED -> throw new EventException(ErrorCode.OVERLOADED, List.of(), null);
                case CLOSED -> {}
            }
        }
        if (!taken) {
            throw new EventException(ErrorCode.NO_HANDLER, List.of(), null);
        }
        return null;
    }

    /**
     * Takes what a plugin sends.
     *
     * @param element its first argument, bound
     * @param hops through how many streams it has gone
     * @throws InterruptedException never, since nobody waits for room
     */
    public void accept(Object element, int hops) throws InterruptedException {
        Streams now = streams.get();
        for (int i = 0; i < methods.size(); i++) {
            now.run(first + i).intake().offer(element, hops);
        }
    }

    private static Object received(Object[] parameters) {
        Socket socket = (Socket) parameters[1];
        EventContext context = (EventContext) parameters[2];
        return new Received<>(parameters[0], socket, socket.rooms(), context.receivedAt());
    }

    /** An event does not fit those that observe. */
    public void unfit() {
        Streams now = streams.get();
        for (int i = 0; i < methods.size(); i++) {
            now.unfit(first + i);
        }
    }
}
