package io.fastsocket.examples.market;

/**
 * What was traded of a symbol in one second.
 *
 * @param symbol of which
 * @param at when its first trade came, in milliseconds since 1970
 * @param open the first price
 * @param high the highest
 * @param low the lowest
 * @param close the last
 * @param volume how many were sold
 * @param trades in how many trades
 */
record Candle(
        Symbol symbol,
        long at,
        double open,
        double high,
        double low,
        double close,
        long volume,
        int trades) {

    static Candle of(Trade trade, long at) {
        double price = trade.price();
        return new Candle(trade.symbol(), at, price, price, price, price, trade.size(), 1);
    }

    /** With a later one, of the same second. */
    Candle then(Candle later) {
        return new Candle(
                symbol,
                at,
                open,
                Math.max(high, later.high),
                Math.min(low, later.low),
                later.close,
                volume + later.volume,
                trades + later.trades);
    }
}
