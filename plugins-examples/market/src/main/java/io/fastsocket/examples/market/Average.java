package io.fastsocket.examples.market;

/**
 * The moving average of a symbol's closing prices.
 *
 * @param symbol of which
 * @param at that of the last candle in it, in milliseconds since 1970
 * @param value of one
 */
record Average(Symbol symbol, long at, double value) {}
