package io.fastsocket.examples.market;

/** What {@code etc/io.fastsocket.examples.market.cfg} may set. */
@interface MarketConfig {

    /**
     * Seconds of the made-up day that pass in a second, to begin with.
     *
     * @return from 0, a pause, to 3600
     */
    int speed() default 60;

    /**
     * What the first day is made from; the same number makes the same trades.
     *
     * @return any number
     */
    long seed() default 1;

    /**
     * How far a price has to jump from one candle to the next for an alert.
     *
     * @return percent, above 0
     */
    double jump() default 1.5;
}
