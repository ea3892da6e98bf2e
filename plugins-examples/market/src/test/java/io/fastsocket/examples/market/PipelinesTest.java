package io.fastsocket.examples.market;

import static io.fastsocket.examples.market.Symbol.ELM;
import static io.fastsocket.examples.market.Symbol.OAK;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.TestScheduler;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** In one second there are ten frames; what comes in them is drawn, and what goes out. */
class PipelinesTest {

    private final TestScheduler clock = new TestScheduler();
    private final Marbles marbles = new Marbles(clock);

    @Test
    void eachSecondHasACandleOfEachSymbol() {
        Map<Character, Trade> trades =
                Map.of(
                        'a', new Trade(OAK, 10, 1),
                        'b', new Trade(OAK, 12, 2),
                        'c', new Trade(OAK, 9, 3),
                        'd', new Trade(ELM, 50, 4));
        Map<Character, Candle> candles =
                Map.of(
                        'X', new Candle(OAK, 200, 10, 12, 9, 9, 6, 3),
                        'Y', new Candle(ELM, 300, 50, 50, 50, 50, 4, 1),
                        'Z', new Candle(OAK, 2200, 12, 12, 12, 12, 2, 1));
        // A second without trades has no candle, and the last one ends with the stream.
        String in = "--a(bd)-c----------------b-|";
        String out = "----------(XY)-------------(Z|)";

        Flowable<Candle> made = Pipelines.candles(marbles.stream(in, trades), clock);

        assertEquals(out, marbles.drawn(made, candles, 25));
    }

    @Test
    void theAverageMovesWithTheLastCandles() {
        Flowable<Candle> candles =
                Flowable.fromStream(
                        IntStream.rangeClosed(1, Pipelines.AVERAGED + 2)
                                .boxed()
                                .flatMap(i -> List.of(closing(OAK, i), closing(ELM, 7)).stream()));

        List<Average> averages = Pipelines.averages(candles).toList().blockingGet();

        List<Double> ofOak =
                averages.stream().filter(a -> a.symbol() == OAK).map(Average::value).toList();
        assertEquals(List.of(1.0, 1.5, 2.0), ofOak.subList(0, 3));
        assertEquals(List.of(10.5, 11.5, 12.5), ofOak.subList(Pipelines.AVERAGED - 1, 22));
        averages.stream().filter(a -> a.symbol() == ELM).forEach(a -> assertEquals(7, a.value()));
    }

    @Test
    void aJumpIsFromOneCandleOfASymbolToTheNext() {
        Map<Character, Candle> candles =
                Map.of(
                        'a', closing(OAK, 100),
                        'b', closing(OAK, 101),
                        'c', closing(OAK, 104.03),
                        'd', closing(ELM, 50),
                        'e', closing(ELM, 40));
        Map<Character, Alert> alerts =
                Map.of(
                        'U', new Alert(OAK, 0, 104.03, 100 * (104.03 / 101 - 1)),
                        'D', new Alert(ELM, 0, 40, 100 * (40 / 50.0 - 1)));

        Flowable<Alert> out = Pipelines.jumps(marbles.stream("adb-c-e-|", candles), 2);

        assertEquals("----U-D-|", marbles.drawn(out, alerts, 9));
    }

    private static Candle closing(Symbol symbol, double price) {
        return new Candle(symbol, 0, price, price, price, price, 1, 1);
    }
}
