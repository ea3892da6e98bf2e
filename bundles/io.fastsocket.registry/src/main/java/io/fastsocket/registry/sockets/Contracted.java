package io.fastsocket.registry.sockets;

import io.fastsocket.api.ErrorCode;
import io.fastsocket.api.EventException;
import io.fastsocket.api.EventException.Detail;
import io.fastsocket.registry.binding.Splitter;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.transport.Payload;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What follows from what a contract finds. */
public final class Contracted {

    private Contracted() {}

    /**
     * Looks at what a client sent and could be bound.
     *
     * @param check what its contract looks at
     * @param arguments what it sent
     * @throws EventException validation, if the contract does not allow it
     */
    public static void check(PayloadCheck check, Payload arguments) {
        List<Detail> wrong = check.check(arguments);
        if (!wrong.isEmpty()) {
            throw new EventException(ErrorCode.VALIDATION, wrong, null);
        }
    }

    /**
     * Looks at what a client sent and could not be bound, so that it learns everything at once.
     *
     * @param known why it could not
     * @param check what its contract looks at; may be null
     * @param arguments what it sent
     * @return with what the contract says about other places
     */
    public static EventException more(EventException known, PayloadCheck check, Payload arguments) {
        if (check == null || known.code() != ErrorCode.VALIDATION.code()) {
            return known;
        }
        Set<String> paths = new HashSet<>();
        known.details().forEach(detail -> paths.add(detail.path()));
        List<Detail> all = new ArrayList<>(known.details());
        for (Detail detail : check.check(arguments)) {
            if (!paths.contains(detail.path())) {
                all.add(detail);
            }
        }
        return new EventException(ErrorCode.VALIDATION, all, null);
    }

    /**
     * Looks at what a plugin sends.
     *
     * @param what for people: the event, or its acknowledgement
     * @param check what its contract looks at
     * @param arguments what it sends
     * @throws IllegalArgumentException if the contract does not allow it
     */
    public static void refuse(String what, PayloadCheck check, Payload arguments) {
        List<Detail> wrong = check.check(arguments);
        if (!wrong.isEmpty()) {
            Detail first = wrong.getFirst();
            throw new IllegalArgumentException(
                    what
                            + " is not as the plugin's contract says: "
                            + (first.path().isEmpty() ? "it" : first.path())
                            + " "
                            + first.message());
        }
    }

    /**
     * The arguments of an encoded event.
     *
     * @param event its name, then its arguments
     * @return the arguments alone
     */
    public static Payload arguments(Payload event) {
        Splitter values = new Splitter(event);
        if (values.count() < 2) {
            return new Payload(event.bytes(), event.offset(), 0, event.attachments());
        }
        int from = values.start(1);
        return new Payload(
                event.bytes(), from, event.offset() + event.length() - from, event.attachments());
    }
}
