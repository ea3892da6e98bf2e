package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.node.ArrayNode;

import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.spi.contract.ContractTrial.Outcome;
import io.fastsocket.spi.contract.ContractTrial.Result;
import io.fastsocket.spi.contract.Direction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What the server sends meanwhile, held against the contract. Used by several threads. */
final class Arrivals {

    private static final String ERROR = "error";

    private final Expected expected;
    private final Map<String, Seen> events = new LinkedHashMap<>();
    private final Map<String, String> errors = new LinkedHashMap<>();

    /** Of one event in one namespace. */
    private static final class Seen {
        private final String namespace;
        private final String name;
        private final Event event;
        private int count;
        private String fault;

        private Seen(String namespace, String name, Event event) {
            this.namespace = namespace;
            this.name = name;
            this.event = event;
        }

        private Outcome outcome() {
            Result result = fault == null ? Result.PASSED : Result.FAILED;
            String reason = fault == null ? "arrived " + count + " times" : fault;
            return new Outcome(
                    Direction.SENT,
                    namespace,
                    name,
                    "",
                    count == 0 ? Result.SKIPPED : result,
                    count == 0
                            ? "has not arrived"
                            : count == 1 && fault == null ? "arrived" : reason);
        }
    }

    Arrivals(Expected expected) {
        this.expected = expected;
    }

    /** An event that may arrive in a namespace. */
    synchronized void expect(String namespace, Event event) {
        events.put(namespace + " " + event.name(), new Seen(namespace, event.name(), event));
    }

    /** One has arrived; what to acknowledge, or null. */
    synchronized ArrayNode arrived(Packet packet) {
        String name = packet.data().path(0).asText();
        ArrayNode arguments = Packet.JSON.createArrayNode();
        for (int i = 1; i < packet.data().size(); i++) {
            arguments.add(packet.data().get(i));
        }
        String key = packet.namespace() + " " + name;
        String error = name.equals(ERROR) ? Answers.error(arguments.path(0)) : null;
        if (error != null) {
            String about = arguments.path(0).path(ERROR).path("event").asText();
            errors.put(packet.namespace() + " " + about, error);
            notifyAll();
            if (!events.containsKey(key)) {
                return null;
            }
        }
        Seen seen = events.computeIfAbsent(key, k -> new Seen(packet.namespace(), name, null));
        seen.count++;
        if (seen.event == null) {
            seen.fault = "arrived, and is not in the contract";
            return null;
        }
        String fault = expected.fault(seen.event.messages(), arguments);
        seen.fault = seen.fault == null ? fault : seen.fault;
        return packet.id() < 0 ? null : Answers.first(seen.event.replies());
    }

    /** Waits for the error that an event without an acknowledgement is answered with; or null. */
    synchronized String awaitError(String namespace, String event, Duration limit)
            throws InterruptedException {
        String key = namespace + " " + event;
        long end = System.nanoTime() + limit.toNanos();
        long left = limit.toNanos();
        while (!errors.containsKey(key) && left > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
            left = end - System.nanoTime();
        }
        return errors.remove(key);
    }

    /** Whether all that may arrive has. */
    synchronized boolean complete() {
        return events.values().stream().allMatch(seen -> seen.count > 0);
    }

    private static Outcome late(String key, String error) {
        int space = key.indexOf(' ');
        String event = key.substring(space + 1);
        return new Outcome(
                Direction.SENT,
                key.substring(0, space),
                ERROR,
                "",
                Result.FAILED,
                "arrived late" + (event.isEmpty() ? "" : ", for " + event) + ": " + error);
    }

    synchronized List<Outcome> outcomes() {
        List<Outcome> outcomes = new ArrayList<>();
        events.values().forEach(seen -> outcomes.add(seen.outcome()));
        errors.forEach((key, error) -> outcomes.add(late(key, error)));
        return outcomes;
    }
}
