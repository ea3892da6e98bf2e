package io.fastsocket.asyncapi.drift;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.asyncapi.derive.Messages;
import io.fastsocket.asyncapi.enforce.Arguments;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.transport.Payload;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** An event that no contract names: counted, and remembered by what it is like. */
public final class Undeclared implements PayloadCheck {

    /** So many are looked at; the others are only counted. */
    private static final int SAMPLES = 20;

    private final String what;
    private final String namespace;
    private final String event;
    private final LongAdder count = new LongAdder();
    private volatile int samples;
    private ObjectNode shape;

    Undeclared(String what, String namespace, String event) {
        this.what = what;
        this.namespace = namespace;
        this.event = event;
    }

    @Override
    public List<Detail> check(Payload arguments) {
        count.increment();
        if (samples < SAMPLES) {
            sample(arguments);
        }
        return List.of();
    }

    private synchronized void sample(Payload arguments) {
        samples++;
        ArrayNode read = Arguments.of(arguments);
        if (read == null) {
            return;
        }
        ObjectNode seen = payload(read);
        shape = shape == null ? seen : Shapes.both(shape, seen);
    }

    private static ObjectNode payload(ArrayNode arguments) {
        if (arguments.size() == 1) {
            return Shapes.of(arguments.get(0));
        }
        ObjectNode tuple = JsonNodeFactory.instance.objectNode().put("type", "array");
        tuple.put(Messages.ARGUMENTS, true);
        for (JsonNode argument : arguments) {
            tuple.withArray("items").add(Shapes.of(argument));
        }
        return tuple.put(arguments.isEmpty() ? "maxItems" : "minItems", arguments.size());
    }

    @Override
    public boolean declared() {
        return false;
    }

    @Override
    public long violations() {
        return 0;
    }

    String what() {
        return what;
    }

    String namespace() {
        return namespace;
    }

    String event() {
        return event;
    }

    long count() {
        return count.sum();
    }

    synchronized ObjectNode shape() {
        return shape == null ? JsonNodeFactory.instance.objectNode() : shape.deepCopy();
    }
}
