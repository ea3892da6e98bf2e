package io.fastsocket.transport.codec;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

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

    private static final byte[][] RESERVED = {
        ascii("connect"),
        ascii("connect_error"),
        ascii("disconnect"),
        ascii("disconnecting"),
        ascii("newListener"),
        ascii("removeListener")
    };

    private final JsonRecogniser json = new JsonRecogniser();
    private final int maxAttachments;

    private byte[] text;
    private int type;
    private int attachments;
    private int namespaceFrom;
    private int namespaceTo;
    private long ackId;
    private byte[] name;
    private int nameFrom;
    private int nameTo;
    private int argumentsFrom;
    private int argumentsTo;

    /**
     * A decoder.
     *
     * @param maxAttachments how many binaries a packet may announce
     */
    public PacketDecoder(int maxAttachments) {
        this.maxAttachments = maxAttachments;
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
        type = from < to ? b[from] - '0' : -1;
        if (type < PacketType.CONNECT || type > PacketType.BINARY_ACK) {
            return PacketFault.UNKNOWN_TYPE;
        }
        int i = from + 1;
        attachments = 0;
        if (type >= PacketType.BINARY_EVENT) {
            i = attachments(i, to);
            if (i < 0) {
                return PacketFault.ATTACHMENTS;
            }
        }
        i = namespace(i, to);
        if (i < 0) {
            return PacketFault.NAMESPACE;
        }
        argumentsFrom = argumentsTo = to;
        ackId = NO_ACK;
        return switch (type) {
            case PacketType.CONNECT -> object(i, to);
            case PacketType.DISCONNECT -> i == to ? null : PacketFault.PAYLOAD;
            case PacketType.CONNECT_ERROR -> PacketFault.DIRECTION;
            default -> arguments(i, to);
        };
    }

    private int attachments(int from, int to) {
        int i = from;
        int n = 0;
        while (i < to && b(i) >= '0' && b(i) <= '9') {
            n = n * 10 + b(i++) - '0';
            if (n > maxAttachments) {
                return -1;
            }
        }
        attachments = n;
        return i == from || i == to || b(i) != '-' ? -1 : i + 1;
    }

    /** Control characters are refused, since one of them separates packets in a polling body. */
    private int namespace(int from, int to) {
        namespaceFrom = namespaceTo = from;
        if (from == to || b(from) != '/') {
            return from;
        }
        int i = from;
        while (i < to && b(i) != ',') {
            if (b(i) >= 0 && b(i) < ' ') {
                return -1;
            }
            i++;
        }
        if (!Utf8.valid(text, from, i)) {
            return -1;
        }
        // "/" alone is the default namespace too.
        namespaceTo = i == from + 1 ? from : i;
        return i == to ? to : i + 1;
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
        int i = ackId(from, to);
        boolean ack = type == PacketType.ACK || type == PacketType.BINARY_ACK;
        if (i < 0 || (ack && ackId == NO_ACK)) {
            return PacketFault.ACK_ID;
        }
        if (i == to || b(i) != '[') {
            return PacketFault.PAYLOAD;
        }
        i = JsonRecogniser.skipSpace(text, i + 1, to);
        if (ack) {
            return i < to && b(i) == ']' ? end(i, to) : values(i, to);
        }
        return event(i, to);
    }

    private int ackId(int from, int to) {
        int i = from;
        long n = 0;
        while (i < to && b(i) >= '0' && b(i) <= '9') {
            int digit = b(i++) - '0';
            if (n > (Long.MAX_VALUE - digit) / 10) {
                return -1;
            }
            n = n * 10 + digit;
        }
        if (i > from) {
            ackId = n;
        }
        return i;
    }

    private PacketFault event(int from, int to) {
        int after = json.value(text, from, to, -1);
        if (after < 0) {
            return fault(after);
        }
        PacketFault fault = name(from, after);
        if (fault != null) {
            return fault;
        }
        int i = JsonRecogniser.skipSpace(text, after, to);
        if (i < to && b(i) == ',') {
            return values(i + 1, to);
        }
        return i < to && b(i) == ']' ? end(i, to) : PacketFault.PAYLOAD;
    }

    /** A string; or a number, which the reference takes for its text. */
    private PacketFault name(int from, int to) {
        name = text;
        nameFrom = from;
        nameTo = to;
        if (b(from) == '"') {
            nameFrom++;
            nameTo--;
            if (JsonStrings.hasEscape(text, nameFrom, nameTo)) {
                name = JsonStrings.unescape(text, nameFrom, nameTo);
                if (name == null) {
                    return PacketFault.EVENT_NAME;
                }
                nameFrom = 0;
                nameTo = name.length;
            }
            return reserved() ? PacketFault.EVENT_NAME : null;
        }
        return b(from) == '-' || (b(from) >= '0' && b(from) <= '9') ? null : PacketFault.EVENT_NAME;
    }

    private boolean reserved() {
        int length = nameTo - nameFrom;
        for (byte[] word : RESERVED) {
            if (word.length == length
                    && Arrays.equals(name, nameFrom, nameTo, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    /** One value or several, up to the bracket that ends the array. */
    private PacketFault values(int from, int to) {
        int limit = type >= PacketType.BINARY_EVENT ? attachments : -1;
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
        return code == JsonRecogniser.BAD_UTF8 ? PacketFault.BAD_UTF8 : PacketFault.PAYLOAD;
    }

    private byte b(int i) {
        return text[i];
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }

    /**
     * The type.
     *
     * @return one of {@link PacketType}
     */
    public int type() {
        return type;
    }

    /**
     * Binaries announced.
     *
     * @return how many follow
     */
    public int attachments() {
        return attachments;
    }

    /**
     * Where the namespace begins.
     *
     * @return an index; the same as {@link #namespaceTo} for the default one
     */
    public int namespaceFrom() {
        return namespaceFrom;
    }

    /**
     * Where the namespace ends.
     *
     * @return an index
     */
    public int namespaceTo() {
        return namespaceTo;
    }

    /**
     * The acknowledgement's number.
     *
     * @return not negative, or {@link #NO_ACK}
     */
    public long ackId() {
        return ackId;
    }

    /**
     * What holds the event's name.
     *
     * @return the packet's own array unless the name has escapes
     */
    public byte[] name() {
        return name;
    }

    /**
     * Where the name begins.
     *
     * @return an index into {@link #name()}
     */
    public int nameFrom() {
        return nameFrom;
    }

    /**
     * Where the name ends.
     *
     * @return an index into {@link #name()}
     */
    public int nameTo() {
        return nameTo;
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
