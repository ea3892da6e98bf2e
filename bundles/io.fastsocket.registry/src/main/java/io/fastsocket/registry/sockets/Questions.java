package io.fastsocket.registry.sockets;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Events that one client has to acknowledge, by number. Each is forgotten once it is answered, its
 * time is up, or the client has left, whichever comes first.
 */
public final class Questions {

    private final ClientSocket client;
    private final Timers timers;
    private final AtomicLong numbers = new AtomicLong();
    private final ConcurrentMap<Long, Question> open = new ConcurrentHashMap<>(2);
    private volatile boolean left;

    Questions(ClientSocket client, Timers timers) {
        this.client = client;
        this.timers = timers;
    }

    /** Takes an answer. Called on virtual threads, since plugins' code may follow. */
    interface Answer {

        /** What it is counted in. */
        Gate gate();

        /** The client answered. */
        void answered(Payload arguments);

        /** It will not. */
        void failed(EventException why);
    }

    private record Question(Answer answer, Future<?> timeout) {}

    void ask(Payload event, Duration limit, Answer answer) {
        long number = numbers.getAndIncrement();
        Future<?> timeout = timers.after(limit, () -> fail(number, ErrorCode.ACK_TIMEOUT));
        open.put(number, new Question(answer, timeout));
        if (left || !client.connected()) {
            fail(number, ErrorCode.DISCONNECTED);
        } else {
            client.emit(event, number);
        }
    }

    /**
     * The client answered.
     *
     * @param number the question's; unknown ones are ignored
     * @param arguments the answer
     */
    public void answered(long number, Payload arguments) {
        Question question = open.remove(number);
        if (question != null) {
            question.timeout().cancel(false);
            Thread.startVirtualThread(() -> question.answer().answered(arguments));
        }
    }

    /** The client has left: nothing is answered any more. */
    public void left() {
        left = true;
        for (Long number : open.keySet()) {
            fail(number, ErrorCode.DISCONNECTED);
        }
    }

    /** Waits no longer for answers that are counted there; how many that were. */
    int cutOff(Gate gate) {
        int ended = 0;
        for (Map.Entry<Long, Question> each : open.entrySet()) {
            if (each.getValue().answer().gate() == gate) {
                fail(each.getKey(), ErrorCode.ACK_TIMEOUT);
                ended++;
            }
        }
        return ended;
    }

    private void fail(long number, ErrorCode code) {
        Question question = open.remove(number);
        if (question != null) {
            question.timeout().cancel(false);
            EventException why = new EventException(code, List.of(), null);
            Thread.startVirtualThread(() -> question.answer().failed(why));
        }
    }

    /** How many answers are owed. */
    public int count() {
        return open.size();
    }
}
