package io.fastsocket.transport.codec;

/**
 * What stands before a packet's payload: {@code <type>[<attachments>-][<namespace>,][<ack id>]}.
 * Reused; holds the last one.
 */
final class PacketHead {

    private final int maxAttachments;
    private byte[] text;
    private int type;
    private int attachments;
    private int namespaceFrom;
    private int namespaceTo;
    private long ackId;
    private int end;

    PacketHead(int maxAttachments) {
        this.maxAttachments = maxAttachments;
    }

    /** Decodes up to where the payload begins; null, or what is wrong. */
    PacketFault decode(byte[] b, int from, int to) {
        text = b;
        attachments = 0;
        ackId = PacketDecoder.NO_ACK;
        type = from < to ? b[from] - '0' : -1;
        if (type < PacketType.CONNECT || type > PacketType.BINARY_ACK) {
            return PacketFault.UNKNOWN_TYPE;
        }
        end = from + 1;
        if (type >= PacketType.BINARY_EVENT && !attachments(to)) {
            return attachments > maxAttachments
                    ? PacketFault.TOO_MANY_ATTACHMENTS
                    : PacketFault.ATTACHMENTS;
        }
        if (!namespace(to)) {
            return PacketFault.NAMESPACE;
        }
        return hasArguments() && !ackId(to) ? PacketFault.ACK_ID : null;
    }

    private boolean hasArguments() {
        return type != PacketType.CONNECT
                && type != PacketType.DISCONNECT
                && type != PacketType.CONNECT_ERROR;
    }

    private boolean attachments(int to) {
        int n = 0;
        while (end < to && isDigit(text[end])) {
            n = n * 10 + text[end++] - '0';
            if (n > maxAttachments) {
                attachments = n;
                return false;
            }
        }
        attachments = n;
        return n > 0 && end != to && text[end++] == '-';
    }

    /** Control characters are refused, since one of them separates packets in a polling body. */
    private boolean namespace(int to) {
        int from = end;
        namespaceFrom = namespaceTo = from;
        if (from == to || text[from] != '/') {
            return true;
        }
        int i = from;
        while (i < to && text[i] != ',') {
            if (text[i] >= 0 && text[i] < ' ') {
                return false;
            }
            i++;
        }
        if (!Utf8.valid(text, from, i)) {
            return false;
        }
        // "/" alone is the default namespace too.
        namespaceTo = i == from + 1 ? from : i;
        end = i == to ? to : i + 1;
        return true;
    }

    private boolean ackId(int to) {
        int from = end;
        long n = 0;
        while (end < to && isDigit(text[end])) {
            int digit = text[end++] - '0';
            if (n > (Long.MAX_VALUE - digit) / 10) {
                return false;
            }
            n = n * 10 + digit;
        }
        if (end > from) {
            ackId = n;
        }
        return end > from || !isAck();
    }

    private static boolean isDigit(byte c) {
        return c >= '0' && c <= '9';
    }

    /** Whether it answers an event. */
    boolean isAck() {
        return type == PacketType.ACK || type == PacketType.BINARY_ACK;
    }

    int type() {
        return type;
    }

    int attachments() {
        return attachments;
    }

    int namespaceFrom() {
        return namespaceFrom;
    }

    int namespaceTo() {
        return namespaceTo;
    }

    long ackId() {
        return ackId;
    }

    /** Where the payload begins. */
    int end() {
        return end;
    }
}
