package io.fastsocket.registry.demand;

import io.fastsocket.spi.dispatch.InboundEvent;

/** The events by which clients set the pace. */
public enum Request {
    /** The event's name, and on which terms. */
    SUBSCRIBE("stream:subscribe"),
    /** The event's name, and how many more. */
    REQUEST("stream:request"),
    /** The event's name. */
    CANCEL("stream:cancel");

    /** What sets them apart from nearly all others at one glance. */
    private static final int COLON = 6;

    private final String event;

    Request(String event) {
        this.event = event;
    }

    /**
     * Which of them an event is.
     *
     * @param event what a client sends
     * @return null if it is none, as nearly all are
     */
    public static Request of(InboundEvent event) {
        byte[] name = event.name();
        if (event.nameLength() <= COLON || name[event.nameOffset() + COLON] != ':') {
            return null;
        }
        if (SUBSCRIBE.is(event)) {
            return SUBSCRIBE;
        }
        if (REQUEST.is(event)) {
            return REQUEST;
        }
        return CANCEL.is(event) ? CANCEL : null;
    }

    private boolean is(InboundEvent inbound) {
        boolean same = inbound.nameLength() == event.length();
        for (int i = 0; same && i < event.length(); i++) {
            same = inbound.name()[inbound.nameOffset() + i] == event.charAt(i);
        }
        return same;
    }
}
