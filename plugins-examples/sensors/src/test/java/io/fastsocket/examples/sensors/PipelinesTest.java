package io.fastsocket.examples.sensors;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.TestScheduler;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** A frame is 100 ms; what comes is drawn, and what goes out. */
class PipelinesTest {

    private final TestScheduler clock = new TestScheduler();
    private final Marbles marbles = new Marbles(clock);

    @Test
    void aDoorIsWhatItSaysOnceItIsAtRest() {
        Map<Character, Door> doors =
                Map.of(
                        'o', new Door(1, true),
                        'c', new Door(1, false),
                        'x', new Door(2, true));
        // It is told a frame after it has come to rest; that it bounces back is nothing new.
        String in = "(oco)-x-(coc)--(oc)--o|";
        String out = "-o-x-c-----(o|)";

        Flowable<Door> settled = Pipelines.settled(marbles.stream(in, doors), clock);

        assertEquals(out, marbles.drawn(settled, doors, 12));
    }

    @Test
    void aReadingThatComesAgainIsNoNewOne() {
        Map<Character, Temperature> readings =
                Map.of(
                        'a', reading(1, 1, 20),
                        'b', reading(1, 2, 20),
                        'x', reading(2, 1, 20));

        Flowable<Temperature> once = Pipelines.once(marbles.stream("aab-xba-x|", readings));

        assertEquals("a-b-x----|", marbles.drawn(once, readings, 10));
    }

    @Test
    void onlySoManyReadingsAreRemembered() {
        Flowable<Temperature> endless =
                Flowable.rangeLong(0, Pipelines.REMEMBERED + 1L)
                        .concatWith(Flowable.just(0L, (long) Pipelines.REMEMBERED))
                        .map(number -> reading(1, number, 20));

        assertEquals(Pipelines.REMEMBERED + 2L, Pipelines.once(endless).count().blockingGet());
    }

    @Test
    void eachSecondHasAMeanOfEachSensor() {
        Map<Character, Temperature> readings =
                Map.of(
                        'a', reading(1, 1, 20),
                        'b', reading(1, 2, 22),
                        'c', reading(1, 3, 30),
                        'x', reading(2, 1, 5));
        Map<Character, Mean> means =
                Map.of('M', new Mean(1, 24, 3), 'X', new Mean(2, 5, 1), 'N', new Mean(1, 20, 1));

        Flowable<Mean> out = Pipelines.means(marbles.stream("-a-b(cx)--------a|", readings), clock);

        assertEquals("----------(MX)---(N|)", marbles.drawn(out, means, 15));
    }

    @Test
    void twoKindsOfReadingsMeetWithinASecond() {
        Map<Character, Temperature> temperatures =
                Map.of('t', reading(1, 1, 20), 'x', reading(2, 1, 20));
        Map<Character, Humidity> humidities = Map.of('h', new Humidity(1, 50));
        Map<Character, DewPoint> points =
                Map.of('d', DewPoint.of(temperatures.get('t'), humidities.get('h')));
        String warm = "t--x----------------------t--|";
        String damp = "---h----------h------------h-|";
        String both = "---d-----------------------d-|";

        Flowable<DewPoint> dew =
                Pipelines.dewPoints(
                        marbles.stream(warm, temperatures),
                        marbles.stream(damp, humidities),
                        clock);

        assertEquals(both, marbles.drawn(dew, points, both.length()));
    }

    @Test
    void theDewPointIsAsTablesHaveIt() {
        assertEquals(9.3, DewPoint.of(reading(1, 1, 20), new Humidity(1, 50)).celsius(), 0.05);
        assertEquals(20, DewPoint.of(reading(1, 1, 20), new Humidity(1, 100)).celsius(), 0.001);
    }

    @Test
    void aSensorThatFallsSilentIsMissed() {
        Map<Character, Temperature> readings =
                Map.of('a', reading(1, 1, 20), 'x', reading(2, 1, 20));
        Map<Character, Presence> presence =
                Map.of(
                        'A',
                        new Presence(1, true),
                        's',
                        new Presence(1, false),
                        'X',
                        new Presence(2, true));
        // Silence begins 30 frames after the last reading; at the end nobody waits for it.
        String in = "-a-a--x-----------------------x---------a---------|";
        String out = "-A----X--------------------------s------A---------|";

        Flowable<Presence> seen = Pipelines.presence(marbles.stream(in, readings), clock);

        assertEquals(out, marbles.drawn(seen, presence, out.length()));
    }

    private static Temperature reading(int sensor, long number, double celsius) {
        return new Temperature(sensor, number, celsius);
    }
}
