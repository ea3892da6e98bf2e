package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Chance, the same for the same seed, and the binaries of the value that is being made. */
final class Chance {

    static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Random random;
    private final List<byte[]> binaries = new ArrayList<>();

    Chance(long seed) {
        random = new Random(seed);
    }

    /** A number from 0. */
    int below(int end) {
        return random.nextInt(end);
    }

    /** Once in so many times. */
    boolean once(int in) {
        return random.nextInt(in) == 0;
    }

    @SafeVarargs
    final <T> T one(T... of) {
        return of[random.nextInt(of.length)];
    }

    <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    /** Something that hardly fits anywhere; null, and missing for nothing at all, among it. */
    JsonNode odd() {
        return switch (random.nextInt(8)) {
            case 0, 1 -> NODES.nullNode();
            case 2 -> NODES.missingNode();
            case 3 -> NODES.numberNode(7);
            case 4 -> NODES.textNode("odd");
            case 5 -> NODES.booleanNode(true);
            case 6 -> NODES.arrayNode();
            default -> NODES.objectNode();
        };
    }

    /** A binary, as Socket.IO refers to one. */
    ObjectNode binary(int length) {
        binaries.add(new byte[length]);
        return NODES.objectNode().put("_placeholder", true).put("num", binaries.size() - 1);
    }

    /** The binaries since this was asked last. */
    List<byte[]> binaries() {
        List<byte[]> made = List.copyOf(binaries);
        binaries.clear();
        return made;
    }
}
