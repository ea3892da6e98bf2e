package io.fastsocket.examples.market;

/**
 * A price has jumped from one candle to the next.
 *
 * @param symbol which
 * @param at that of the later candle, in milliseconds since 1970
 * @param price at which that closed
 * @param percent how far it jumped; negative for a fall
 */
record Alert(Symbol symbol, long at, double price, double percent) {}
