package io.fastsocket.examples.market;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;

import java.util.List;
import java.util.Map;

/** Lets one made-up day pass after the other, at a speed that may change. For any thread. */
final class Replay {

    /** A day in eight and a half seconds, some 7,000 trades in each. */
    static final int FASTEST = 3600;

    private static final long TICK = 100;

    /**
     * How far it is.
     *
     * @param seed of the day
     * @param millis passed of it
     * @param speed seconds of the day in a second; 0 for a pause
     * @param opening prices with which the day opened, those with which the one before closed; null
     *     or empty on the first
     */
    record Position(long seed, long millis, int speed, Map<Symbol, Double> opening) {

        Position {
            opening = opening == null ? Map.of() : Map.copyOf(opening);
        }

        /** On the first day. */
        Position(long seed, long millis, int speed) {
            this(seed, millis, speed, Map.of());
        }

        Position at(long newMillis, int newSpeed) {
            return new Position(seed, newMillis, newSpeed, opening);
        }
    }

    private Position position;
    private Day day;

    Replay(Position begin) {
        resume(begin);
    }

    /** Goes on from there. */
    final synchronized void resume(Position where) {
        position = where;
        day = new Day(where.seed(), where.opening());
        day.until(where.millis());
    }

    synchronized Position position() {
        return position;
    }

    synchronized void speed(int speed) {
        position = position.at(position.millis(), speed);
    }

    /**
     * What is traded from now on, as long as other trades come. A stream that time makes has no end
     * of its own; with this one, the plugin's stream ends when its input does, as in a swap.
     */
    Flowable<Trade> beside(Flowable<Trade> trades, Scheduler clock) {
        return trades.publish(
                live ->
                        Flowable.merge(
                                live, made(clock).takeUntil(live.ignoreElements().toFlowable())));
    }

    private Flowable<Trade> made(Scheduler clock) {
        return Flowable.interval(TICK, MILLISECONDS, clock)
                .onBackpressureDrop()
                .concatMapIterable(tick -> next());
    }

    private synchronized List<Trade> next() {
        long millis = position.millis() + TICK * position.speed();
        List<Trade> trades = day.until(millis);
        if (millis < Day.LENGTH.toMillis()) {
            position = position.at(millis, position.speed());
        } else {
            resume(new Position(position.seed() + 1, 0, position.speed(), day.prices()));
        }
        return trades;
    }
}
