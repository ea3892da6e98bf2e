package io.fastsocket.transport.codec;

/**
 * Decodes the text of a Socket.IO packet (protocol 5) to indexes into the array that holds it,
 * {@code <type>[<attachments>-][<namespace>,][<ack id>][<JSON>]}, and recognises all of it: what is
 * decoded is well-formed. Stricter than the reference where that takes what means nothing: an ACK
 * needs a number, an EVENT a name.
 *
 * <p>The fields hold the last packet. Reused by its owner; one thread at a time. No Netty in here,
 * so that it can be fuzzed and timed alone.
 */
public final class PacketDecoder {

    /** What {@link #ackId()} says if there is none. */
    public static final long NO_ACK = -1;

    private final JsonRecogniser json;
    private final EventName name = new EventName();
    private final PacketHead head;
    private byte[] text;
    private int argumentsFrom;
    private int argumentsTo;

    /**
     * A decoder.
     *
     * @param maxAttachments how many binaries a packet may announce
     * @param maxDepth how deep its JSON may nest
     */
    public PacketDecoder(int maxAttachments, int maxDepth) {
        json = new JsonRecogniser(maxDepth);
        head = new PacketHead(maxAttachments);
    }

    /**
     * Decodes a packet.
     *
     * @param b holds its text
     * @param from where it begins
     * @param to where it ends
     * @return null if it is one, else what is wrong
     */
    public PacketFault decode(byte[] b, int from, int to) {
        text = b;
        argumentsFrom = argumentsTo = to;
        PacketFault fault = head.decode(b, from, to);
        if (fault != null) {
            return fault;
        }
        int i = head.end();
        return switch (head.type()) {
            case PacketType.CONNECT -> object(i, to);
            case PacketType.DISCONNECT -> i == to ? null : PacketFault.PAYLOAD;
            case PacketType.CONNECT_ERROR -> PacketFault.DIRECTION;
            default -> arguments(i, to);
        };
    }

    private PacketFault object(int from, int to) {
        if (from == to) {
            return null;
        }
        if (b(from) != '{') {
            return PacketFault.PAYLOAD;
        }
        int after = json.value(text, from, to, -1);
        if (after < 0) {
            return fault(after);
        }
        argumentsFrom = from;
        argumentsTo = after;
        return JsonRecogniser.skipSpace(text, after, to) == to ? null : PacketFault.PAYLOAD;
    }

    private PacketFault arguments(int from, int to) {
        if (from == to || b(from) != '[') {
            return PacketFault.PAYLOAD;
        }
        int i = JsonRecogniser.skipSpace(text, from + 1, to);
        if (head.isAck()) {
            return i < to && b(i) == ']' ? end(i, to) : values(i, to);
        }
        return event(i, to);
    }

    private PacketFault event(int from, int to) {
        int after = json.value(text, from, to, -1);
        if (after < 0) {
            return fault(after);
        }
        if (!name.take(text, from, after)) {
            return PacketFault.EVENT_NAME;
        }
        int i = JsonRecogniser.skipSpace(text, after, to);
        if (i < to && b(i) == ',') {
            return values(i + 1, to);
        }
        return i < to && b(i) == ']' ? end(i, to) : PacketFault.PAYLOAD;
    }

    /** One value or several, up to the bracket that ends the array. */
    private PacketFault values(int from, int to) {
        int limit = head.type() >= PacketType.BINARY_EVENT ? head.attachments() : -1;
        argumentsFrom = JsonRecogniser.skipSpace(text, from, to);
        int i = from;
        while (true) {
            i = json.value(text, i, to, limit);
            if (i < 0) {
                return fault(i);
            }
            argumentsTo = i;
            i = JsonRecogniser.skipSpace(text, i, to);
            if (i >= to) {
                return PacketFault.PAYLOAD;
            }
            if (b(i) == ']') {
                return end(i, to);
            }
            if (b(i++) != ',') {
                return PacketFault.PAYLOAD;
            }
        }
    }

    private PacketFault end(int bracket, int to) {
        return JsonRecogniser.skipSpace(text, bracket + 1, to) == to ? null : PacketFault.PAYLOAD;
    }

    private static PacketFault fault(int code) {
        return switch (code) {
            case JsonRecogniser.BAD_UTF8 -> PacketFault.BAD_UTF8;
            case JsonRecogniser.TOO_DEEP -> PacketFault.TOO_DEEP;
            default -> PacketFault.PAYLOAD;
        };
    }

    private byte b(int i) {
        return text[i];
    }

    /**
     * The type.
     *
     * @return one of {@link PacketType}
     */
    public int type() {
        return head.type();
    }

    /**
     * Binaries announced.
     *
     * @return how many follow
     */
    public int attachments() {
        return head.attachments();
    }

    /**
     * Where the namespace begins.
     *
     * @return an index; the same as {@link #namespaceTo} for the default one
     */
    public int namespaceFrom() {
        return head.namespaceFrom();
    }

    /**
     * Where the namespace ends.
     *
     * @return an index
     */
    public int namespaceTo() {
        return head.namespaceTo();
    }

    /**
     * The acknowledgement's number.
     *
     * @return not negative, or {@link #NO_ACK}
     */
    public long ackId() {
        return head.ackId();
    }

    /**
     * What holds the event's name.
     *
     * @return the packet's own array unless the name has escapes
     */
    public byte[] name() {
        return name.bytes();
    }

    /**
     * Where the name begins.
     *
     * @return an index into {@link #name()}
     */
    public int nameFrom() {
        return name.from();
    }

    /**
     * Where the name ends.
     *
     * @return an index into {@link #name()}
     */
    public int nameTo() {
        return name.to();
    }

    /**
     * Where the arguments, or CONNECT's object, begin.
     *
     * @return an index; the same as {@link #argumentsTo} if there are none
     */
    public int argumentsFrom() {
        return argumentsFrom;
    }

    /**
     * Where they end.
     *
     * @return an index
     */
    public int argumentsTo() {
        return argumentsTo;
    }
}
