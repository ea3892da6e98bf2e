package io.fastsocket.registry.demand;

import io.fastsocket.spi.observe.StreamInfo;

/** Sums up what is asked for of several events. */
final class Totals {

    private int subscribers;
    private int waiting;
    private long credits;
    private long sent;
    private long dropped;

    void add(int more, boolean waits) {
        subscribers++;
        credits += more;
        waiting += waits ? 1 : 0;
    }

    void add(long moreSent, long moreDropped) {
        sent += moreSent;
        dropped += moreDropped;
    }

    StreamInfo.Subscribers subscribers() {
        return new StreamInfo.Subscribers(subscribers, credits, waiting, sent, dropped);
    }
}
