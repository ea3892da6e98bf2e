package io.fastsocket.transport.socketio;

import io.fastsocket.spi.dispatch.InboundEvent;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.transport.codec.PacketDecoder;
import io.fastsocket.transport.codec.PacketType;

import java.util.ArrayList;
import java.util.List;

/** A packet whose binaries are still to come. */
final class BinaryPacket {

    private final NamespaceSocket socket;
    private final boolean ack;
    private final byte[] bytes;
    private final byte[] name;
    private final int nameFrom;
    private final int nameLength;
    private final int argumentsFrom;
    private final int argumentsTo;
    private final long ackId;
    private final int expected;
    private final List<byte[]> binaries = new ArrayList<>();
    private int size;

    /** Copies what the decoder says; {@code socket} may be null, for one that has gone. */
    BinaryPacket(NamespaceSocket socket, PacketDecoder decoder, byte[] bytes) {
        this.socket = socket;
        this.bytes = bytes;
        ack = decoder.type() == PacketType.BINARY_ACK;
        name = decoder.name();
        nameFrom = decoder.nameFrom();
        nameLength = decoder.nameTo() - decoder.nameFrom();
        argumentsFrom = decoder.argumentsFrom();
        argumentsTo = decoder.argumentsTo();
        ackId = decoder.ackId();
        expected = decoder.attachments();
        size = bytes.length;
    }

    /** Takes a binary; true if it was the last. */
    boolean add(byte[] binary) {
        binaries.add(binary);
        size += binary.length;
        return binaries.size() == expected;
    }

    /** Bytes that are kept for it. */
    int size() {
        return size;
    }

    NamespaceSocket socket() {
        return socket;
    }

    boolean ack() {
        return ack;
    }

    long ackId() {
        return ackId;
    }

    Payload arguments() {
        return Client.payload(bytes, argumentsFrom, argumentsTo, List.copyOf(binaries));
    }

    InboundEvent event() {
        return new InboundEvent(name, nameFrom, nameLength, arguments(), ackId);
    }
}
