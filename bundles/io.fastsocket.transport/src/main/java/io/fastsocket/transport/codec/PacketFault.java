package io.fastsocket.transport.codec;

/** What is wrong with a packet; for the log, since a client only ever sees the connection close. */
public enum PacketFault {
    /** No such packet type. */
    UNKNOWN_TYPE("unknown packet type"),
    /** The number of binaries is missing or malformed. */
    ATTACHMENTS("bad number of attachments"),
    /** More binaries than a packet may have. */
    TOO_MANY_ATTACHMENTS("too many attachments"),
    /** The namespace is no text. */
    NAMESPACE("bad namespace"),
    /** The acknowledgement's number is missing or too high. */
    ACK_ID("bad ack id"),
    /** The payload is not the JSON that the type wants. */
    PAYLOAD("bad payload"),
    /** The payload nests deeper than it may. */
    TOO_DEEP("nested too deep"),
    /** The event's name is reserved or no name. */
    EVENT_NAME("bad event name"),
    /** Only a server sends this. */
    DIRECTION("packet type only a server sends"),
    /** Not UTF-8. */
    BAD_UTF8("not UTF-8");

    private final String text;

    PacketFault(String text) {
        this.text = text;
    }

    /** In words. */
    @Override
    public String toString() {
        return text;
    }
}
