package io.fastsocket.examples.market;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A day of made-up trades, made as they are asked for. The same seed makes the same day. Not for
 * several threads.
 */
final class Day {

    /** From the opening bell to the closing one. */
    static final Duration LENGTH = Duration.ofMinutes(510);

    private static final double OPENING_PRICE = 100;

    /** From one trade of a symbol to the next, as a share of the price. */
    private static final double STEP = 0.0004;

    private static final double JUMPS = 1 / 5000.0;
    private static final double LEAST_JUMP = 0.02;

    /** Milliseconds between two trades at noon; in the first and the last hours it is less. */
    private static final double QUIET = 600;

    private final SplittableRandom random;
    private final Map<Symbol, Double> prices = new EnumMap<>(Symbol.class);
    private double next;

    /** A first day. */
    Day(long seed) {
        this(seed, Map.of());
    }

    /**
     * A day.
     *
     * @param seed which
     * @param opening prices that it opens with; others are made up
     */
    Day(long seed, Map<Symbol, Double> opening) {
        random = new SplittableRandom(seed);
        for (Symbol symbol : Symbol.values()) {
            double madeUp = OPENING_PRICE * (0.5 + random.nextDouble());
            prices.put(symbol, opening.getOrDefault(symbol, madeUp));
        }
        next = pause();
    }

    /** The last price of each symbol. */
    Map<Symbol, Double> prices() {
        return Map.copyOf(prices);
    }

    /**
     * What is traded next.
     *
     * @param millis until when, in milliseconds since the opening
     * @return the trades from where it was last asked to that moment, in order
     */
    List<Trade> until(long millis) {
        List<Trade> trades = new ArrayList<>();
        while (next <= Math.min(millis, LENGTH.toMillis())) {
            trades.add(trade());
            next += pause();
        }
        return trades;
    }

    private double pause() {
        double fromNoon = Math.abs(2 * next / LENGTH.toMillis() - 1);
        return random.nextExponential() * QUIET / (1 + 2 * fromNoon * fromNoon);
    }

    private Trade trade() {
        Symbol symbol = Symbol.values()[random.nextInt(Symbol.values().length)];
        double moved = prices.get(symbol) * Math.exp(STEP * random.nextGaussian() + jump());
        prices.put(symbol, Math.max(1, Math.min(moved, 10_000)));
        double cents = Math.round(100 * prices.get(symbol));
        return new Trade(symbol, cents / 100, 1 + (int) (10 * random.nextExponential()));
    }

    private double jump() {
        if (random.nextDouble() >= JUMPS) {
            return 0;
        }
        double far = LEAST_JUMP * (1 + random.nextDouble());
        return random.nextBoolean() ? far : -far;
    }
}
