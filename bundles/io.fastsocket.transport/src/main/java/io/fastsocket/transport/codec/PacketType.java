package io.fastsocket.transport.codec;

/** The packet types of Socket.IO protocol 5, by their numbers on the wire. */
public final class PacketType {

    /** Asks for a namespace, or grants it. */
    public static final int CONNECT = 0;

    /** Leaves a namespace. */
    public static final int DISCONNECT = 1;

    /** An event. */
    public static final int EVENT = 2;

    /** The answer to an event. */
    public static final int ACK = 3;

    /** Refuses a namespace; from the server only. */
    public static final int CONNECT_ERROR = 4;

    /** An event with binaries. */
    public static final int BINARY_EVENT = 5;

    /** An answer with binaries. */
    public static final int BINARY_ACK = 6;

    private PacketType() {}
}
