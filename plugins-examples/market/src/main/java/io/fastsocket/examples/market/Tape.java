package io.fastsocket.examples.market;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What was sent lately, bounded, for those who come later. For any thread. */
final class Tape {

    /** Seconds that are kept. */
    static final int LENGTH = 90;

    /** Alerts that are kept. */
    static final int ALERTS = 20;

    /**
     * All of it, oldest first.
     *
     * @param candles of all symbols
     * @param averages of all symbols
     * @param alerts of all symbols
     */
    record Kept(List<Candle> candles, List<Average> averages, List<Alert> alerts) {}

    private final Deque<Candle> candles = new ArrayDeque<>();
    private final Deque<Average> averages = new ArrayDeque<>();
    private final Deque<Alert> alerts = new ArrayDeque<>();

    synchronized void add(Candle candle) {
        add(candles, candle, LENGTH * Symbol.values().length);
    }

    synchronized void add(Average average) {
        add(averages, average, LENGTH * Symbol.values().length);
    }

    synchronized void add(Alert alert) {
        add(alerts, alert, ALERTS);
    }

    private static <T> void add(Deque<T> kept, T next, int most) {
        if (kept.size() == most) {
            kept.removeFirst();
        }
        kept.addLast(next);
    }

    synchronized Kept keep() {
        return new Kept(List.copyOf(candles), List.copyOf(averages), List.copyOf(alerts));
    }

    synchronized void restore(Kept kept) {
        kept.candles().forEach(this::add);
        kept.averages().forEach(this::add);
        kept.alerts().forEach(this::add);
    }
}
