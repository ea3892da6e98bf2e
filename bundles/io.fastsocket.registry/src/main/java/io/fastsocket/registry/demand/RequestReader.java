package io.fastsocket.registry.demand;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.fastsocket.registry.binding.Problems;
import io.fastsocket.registry.binding.Splitter;
import io.fastsocket.spi.transport.Payload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads what a client asks for: the event's name, then a number or an object. On the event loop, so
 * it does not read much.
 */
final class RequestReader {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int MOST_BYTES = 1000;
    private static final int LONGEST_SAMPLE = 3_600_000;
    private static final Set<String> OPTIONS = Set.of("policy", "sample", "credits");

    private final Problems problems = new Problems();
    private final List<JsonNode> arguments = new ArrayList<>(2);

    RequestReader(Payload payload) {
        if (payload.length() > MOST_BYTES) {
            problems.add("", "is larger than " + MOST_BYTES + " bytes");
            throw problems.exception();
        }
        Splitter values = new Splitter(payload);
        for (int i = 0; i < values.count(); i++) {
            arguments.add(read(payload.bytes(), values.start(i), values.length(i)));
        }
    }

    private static JsonNode read(byte[] bytes, int start, int length) {
        try {
            return JSON.readTree(bytes, start, length);
        } catch (IOException e) {
            throw new UncheckedIOException("the engine has let through what is no JSON", e);
        }
    }

    private JsonNode argument(int index) {
        problems.prefix("[" + index + "]");
        return index < arguments.size()
                ? arguments.get(index)
                : JsonNodeFactory.instance.missingNode();
    }

    private void check() {
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
    }

    /** The event's name alone. */
    String event() {
        String event = name();
        check();
        return event;
    }

    private String name() {
        JsonNode name = argument(0);
        if (!name.isTextual()) {
            problems.add("", "must be the name of an event");
        }
        return name.asText();
    }

    /** An event's name and a number. */
    record More(String event, int credits) {}

    More more() {
        String event = name();
        int credits = number("", argument(1), 1, Terms.MOST_CREDITS);
        check();
        return new More(event, credits);
    }

    /** An event's name and on which terms. */
    record Subscription(String event, Terms terms) {}

    Subscription subscription() {
        String event = name();
        JsonNode options = argument(1);
        if (!options.isObject() && !options.isMissingNode()) {
            problems.add("", "must be an object with policy, sample and credits");
        }
        options.fieldNames()
                .forEachRemaining(
                        option -> {
                            if (!OPTIONS.contains(option)) {
                                problems.add(
                                        option, "is unknown; there are policy, sample, credits");
                            }
                        });
        Policy policy = policy(options.path("policy"));
        int credits =
                options.has("credits")
                        ? number("credits", options.path("credits"), 0, Terms.MOST_CREDITS)
                        : 1;
        Duration sample = sample(policy, options.path("sample"));
        check();
        return new Subscription(event, new Terms(policy, sample, credits));
    }

    private Policy policy(JsonNode policy) {
        if (policy.isMissingNode()) {
            return Policy.LATEST;
        }
        return Policy.of(policy.asText())
                .orElseGet(
                        () -> {
                            problems.add("policy", "must be latest, sample or drop");
                            return Policy.LATEST;
                        });
    }

    private Duration sample(Policy policy, JsonNode sample) {
        if (policy == Policy.SAMPLE) {
            return Duration.ofMillis(number("sample", sample, 1, LONGEST_SAMPLE));
        }
        if (!sample.isMissingNode()) {
            problems.add("sample", "is for policy sample alone");
        }
        return Duration.ZERO;
    }

    private int number(String path, JsonNode number, int min, int max) {
        if (!number.canConvertToInt()
                || !number.isIntegralNumber()
                || number.intValue() < min
                || number.intValue() > max) {
            problems.add(path, "must be a whole number from " + min + " to " + max);
            return min;
        }
        return number.intValue();
    }
}
