package io.fastsocket.examples.market;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Maybe;
import io.reactivex.rxjava3.core.Scheduler;

import java.util.ArrayList;
import java.util.List;

/**
 * What becomes of what, without a server: streams in, streams out, and the time from a scheduler,
 * so that tests can let it pass.
 */
final class Pipelines {

    /** Candles that a moving average is of. */
    static final int AVERAGED = 20;

    private Pipelines() {}

    /** For each second a candle of each symbol that was traded in it. */
    static Flowable<Candle> candles(Flowable<Trade> trades, Scheduler clock) {
        return trades.map(trade -> Candle.of(trade, clock.now(MILLISECONDS)))
                .window(1, SECONDS, clock)
                .flatMap(second -> second.groupBy(Candle::symbol).flatMapMaybe(Pipelines::one));
    }

    private static Maybe<Candle> one(Flowable<Candle> ofSymbol) {
        return ofSymbol.reduce(Candle::then);
    }

    /** For each candle the average of its symbol's last ones, of fewer at the beginning. */
    static Flowable<Average> averages(Flowable<Candle> candles) {
        return candles.groupBy(Candle::symbol)
                .flatMap(
                        ofSymbol ->
                                ofSymbol.scan(List.<Candle>of(), Pipelines::last)
                                        .skip(1)
                                        .map(Pipelines::average));
    }

    private static List<Candle> last(List<Candle> candles, Candle next) {
        List<Candle> more = new ArrayList<>(candles);
        more.add(next);
        return more.size() > AVERAGED ? more.subList(1, more.size()) : more;
    }

    private static Average average(List<Candle> candles) {
        Candle last = candles.get(candles.size() - 1);
        double value = candles.stream().mapToDouble(Candle::close).average().orElseThrow();
        return new Average(last.symbol(), last.at(), value);
    }

    /** Candles that close at least so many percent above or below the one before. */
    static Flowable<Alert> jumps(Flowable<Candle> candles, double percent) {
        return candles.groupBy(Candle::symbol)
                .flatMap(
                        ofSymbol ->
                                ofSymbol.buffer(2, 1)
                                        .filter(two -> two.size() == 2)
                                        .map(two -> alert(two.get(0), two.get(1))))
                .filter(alert -> Math.abs(alert.percent()) >= percent);
    }

    private static Alert alert(Candle before, Candle now) {
        double percent = 100 * (now.close() / before.close() - 1);
        return new Alert(now.symbol(), now.at(), now.close(), percent);
    }
}
