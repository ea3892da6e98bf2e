package io.fastsocket.asyncapi.trial;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;

import io.fastsocket.asyncapi.document.Document;
import io.fastsocket.asyncapi.event.Event;
import io.fastsocket.asyncapi.event.EventModel;
import io.fastsocket.asyncapi.event.Message;
import io.fastsocket.asyncapi.event.Namespace;
import io.fastsocket.spi.contract.ContractTrial.Outcome;
import io.fastsocket.spi.contract.ContractTrial.Result;
import io.fastsocket.spi.contract.Direction;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One play of a contract's examples. Used by one thread. */
public final class Trial {

    /** So long is waited, once all is sent, for events that have not arrived. */
    private static final Duration LAST = Duration.ofMillis(500);

    /** So long is waited for the error that an event without an acknowledgement may cause. */
    private static final Duration ERROR = Duration.ofMillis(200);

    private static final Duration LOOK = Duration.ofMillis(10);

    private final EventModel model;
    private final Expected expected;
    private final Arrivals arrivals;
    private final Duration limit;
    private final List<Outcome> outcomes = new ArrayList<>();
    private volatile TrialClient client;

    private Trial(Document document, Duration limit) {
        this.limit = limit;
        model = EventModel.of(document);
        expected = new Expected(document.meant());
        arrivals = new Arrivals(expected);
    }

    /**
     * Plays the examples of a valid document.
     *
     * @param server where, as {@link io.fastsocket.spi.contract.ContractTrial#play} has it
     * @param auth one object, or missing
     * @param limit for each answer
     * @throws IOException if the server cannot be reached, or goes away
     */
    public static List<Outcome> of(Document document, URI server, JsonNode auth, Duration limit)
            throws IOException, InterruptedException {
        Trial trial = new Trial(document, limit);
        try (TrialClient client = TrialClient.connect(server, limit, trial::arrived)) {
            trial.client = client;
            trial.play(auth);
        }
        return trial.outcomes;
    }

    private void arrived(Packet packet) {
        ArrayNode answer = arrivals.arrived(packet);
        if (answer != null) {
            client.acknowledge(packet, answer);
        }
    }

    private void play(JsonNode auth) throws IOException, InterruptedException {
        Map<String, String> refused = new HashMap<>();
        Map<String, String> names = new LinkedHashMap<>();
        model.namespaces().forEach((key, namespace) -> names.put(key, Addresses.of(namespace)));
        for (Event event : model.events()) {
            if (event.direction() == Direction.SENT) {
                arrivals.expect(names.get(Namespace.key(event.namespace())), event);
            }
        }
        for (String name : names.values()) {
            refused.put(name, client.join(name, auth));
        }
        for (Event event : model.events()) {
            if (event.direction() == Direction.RECEIVED) {
                String name = names.get(Namespace.key(event.namespace()));
                play(event, name, refused.get(name));
            }
        }
        long end = System.nanoTime() + LAST.toNanos();
        while (!arrivals.complete() && System.nanoTime() - end < 0) {
            Thread.sleep(LOOK);
        }
        outcomes.addAll(arrivals.outcomes());
    }

    private void play(Event event, String namespace, String refused)
            throws IOException, InterruptedException {
        int number = 0;
        for (Message message : event.messages()) {
            for (JsonNode example : message.node().path("examples")) {
                if (example.has("payload")) {
                    number++;
                    String title = example.path("name").asText(example.path("summary").asText());
                    String name = title.isEmpty() ? String.valueOf(number) : title;
                    String fault =
                            refused == null
                                    ? played(event, message, namespace, example.get("payload"))
                                    : "the namespace cannot be joined: " + refused;
                    Result result = fault == null ? Result.PASSED : Result.FAILED;
                    String well = event.acknowledged() ? "acknowledged" : "sent";
                    tell(event, namespace, name, result, fault == null ? well : fault);
                }
            }
        }
        if (number == 0) {
            tell(event, namespace, "", Result.SKIPPED, "the contract has no example");
        }
    }

    private void tell(Event event, String namespace, String example, Result result, String why) {
        outcomes.add(new Outcome(event.direction(), namespace, event.name(), example, result, why));
    }

    /** What was wrong; null if nothing was. */
    private String played(Event event, Message message, String namespace, JsonNode example)
            throws IOException, InterruptedException {
        ArrayNode arguments = Answers.arguments(message, example);
        if (!event.acknowledged()) {
            client.emit(namespace, event.name(), arguments);
            String error = arrivals.awaitError(namespace, event.name(), ERROR);
            return error == null ? null : "answered with " + error;
        }
        JsonNode answer = client.ask(namespace, event.name(), arguments);
        if (answer == null) {
            return "no acknowledgement within " + TrialClient.seconds(limit);
        }
        String error = Answers.error(answer.path(0));
        if (error != null) {
            return "answered with " + error;
        }
        String fault = event.replies().isEmpty() ? null : expected.fault(event.replies(), answer);
        return fault == null ? null : "the acknowledgement is not as the contract says: " + fault;
    }
}
