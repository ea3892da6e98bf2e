package io.fastsocket.transport.fuzz;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import io.fastsocket.transport.codec.PacketDecoder;
import io.fastsocket.transport.codec.PacketFault;
import io.fastsocket.transport.codec.PacketType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Any bytes, given to the decoder of packets. Whatever they are it answers; what it lets through
 * lies where it says, and is JSON to Jackson too.
 */
public final class PacketFuzz {

    private static final int MAX_ATTACHMENTS = 10;
    private static final int MAX_DEPTH = 64;
    private static final int MARGIN = 3;
    private static final JsonFactory JACKSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNumberLength(Integer.MAX_VALUE)
                                    .build())
                    .build();

    private static final Pattern SURROGATE = Pattern.compile("\\\\u[dD][89a-fA-F]");

    private PacketFuzz() {}

    /**
     * One input; called by the fuzzer.
     *
     * @param input a packet's text
     */
    public static void fuzzerTestOneInput(byte[] input) {
        // Between other bytes, as in the array that a read's packets share: they must not matter.
        byte[] shared = new byte[input.length + 2 * MARGIN];
        Arrays.fill(shared, (byte) '"');
        System.arraycopy(input, 0, shared, MARGIN, input.length);
        int to = MARGIN + input.length;

        PacketDecoder decoder = new PacketDecoder(MAX_ATTACHMENTS, MAX_DEPTH);
        PacketFault fault = decoder.decode(shared, MARGIN, to);
        if (fault != new PacketDecoder(MAX_ATTACHMENTS, MAX_DEPTH).decode(input, 0, input.length)) {
            throw new AssertionError("the bytes around it matter");
        }
        if (fault == null) {
            check(decoder, shared, to);
        }
    }

    private static void check(PacketDecoder packet, byte[] shared, int to) {
        if (packet.attachments() > MAX_ATTACHMENTS) {
            throw new AssertionError(packet.attachments() + " attachments");
        }
        inOrder(MARGIN, packet.namespaceFrom(), packet.namespaceTo(), to);
        inOrder(packet.namespaceTo(), packet.argumentsFrom(), packet.argumentsTo(), to);
        String arguments = text(shared, packet.argumentsFrom(), packet.argumentsTo());
        switch (packet.type()) {
            case PacketType.CONNECT -> json(arguments.isEmpty() ? "{}" : arguments, 1);
            case PacketType.DISCONNECT -> {
                if (!arguments.isEmpty()) {
                    throw new AssertionError("arguments of a DISCONNECT");
                }
            }
            case PacketType.ACK, PacketType.BINARY_ACK -> {
                if (packet.ackId() < 0) {
                    throw new AssertionError("an ACK without a number");
                }
                json("[" + arguments + "]", 1);
            }
            default -> {
                inOrder(0, packet.nameFrom(), packet.nameTo(), packet.name().length);
                json("[" + arguments + "]", 1);
            }
        }
    }

    private static void inOrder(int... indexes) {
        for (int i = 1; i < indexes.length; i++) {
            if (indexes[i - 1] > indexes[i]) {
                throw new AssertionError(Arrays.toString(indexes));
            }
        }
    }

    private static String text(byte[] bytes, int from, int to) {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /** Fails unless a text is that many JSON values. */
    private static void json(String text, int values) {
        if (SURROGATE.matcher(text).find()) {
            // JSON lets one half stand alone (RFC 8259 §8.2), as do JavaScript and this codec.
            return;
        }
        try (JsonParser parser = JACKSON.createParser(text)) {
            int depth = 0;
            int found = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (depth == 0) {
                    found++;
                }
            }
            if (found != values) {
                throw new AssertionError(found + " values: " + text);
            }
        } catch (IOException e) {
            throw new AssertionError("no JSON: " + text, e);
        }
    }
}
