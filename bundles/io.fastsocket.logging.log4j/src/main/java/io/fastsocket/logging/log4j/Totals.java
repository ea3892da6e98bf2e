package io.fastsocket.logging.log4j;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * What a queue has left out since the start. It outlives the queue, which is made anew whenever the
 * configuration is read.
 *
 * @param dropped lines for which there was no room
 * @param folded lines that others stand for
 */
record Totals(LongAdder dropped, LongAdder folded) {

    private static final Map<String, Totals> BY_QUEUE = new ConcurrentHashMap<>();

    static Totals of(String queue) {
        return BY_QUEUE.computeIfAbsent(
                queue, name -> new Totals(new LongAdder(), new LongAdder()));
    }

    /** The figure of the queue that left out most. */
    static long most(Function<Totals, LongAdder> figure) {
        return BY_QUEUE.values().stream()
                .mapToLong(totals -> figure.apply(totals).sum())
                .max()
                .orElse(0);
    }
}
