package io.fastsocket.examples.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.reactivex.rxjava3.processors.PublishProcessor;
import io.reactivex.rxjava3.schedulers.TestScheduler;
import io.reactivex.rxjava3.subscribers.TestSubscriber;

import org.junit.jupiter.api.Test;

import java.util.List;

class ReplayTest {

    private final TestScheduler clock = new TestScheduler();
    private final PublishProcessor<Trade> clients = PublishProcessor.create();

    private static Replay at(long seed, long millis, int speed) {
        return new Replay(new Replay.Position(seed, millis, speed));
    }

    @Test
    void theSameSeedMakesTheSameDay() {
        long end = Day.LENGTH.toMillis();
        List<Trade> trades = new Day(1).until(end);

        assertEquals(trades, new Day(1).until(end));
        assertTrue(trades.size() > 10_000);
        assertNotEquals(trades, new Day(2).until(end));
        assertEquals(trades, new Day(1).until(2 * end), "nobody trades after the bell");
    }

    @Test
    void speedSaysHowMuchOfTheDayPasses() {
        Replay replay = at(1, 0, 60);
        TestSubscriber<Trade> seen = replay.beside(clients, clock).test();

        clock.advanceTimeBy(2, SECONDS);
        assertEquals(120_000, replay.position().millis());
        assertEquals(new Day(1).until(120_000), seen.values());

        replay.speed(0);
        clock.advanceTimeBy(5, SECONDS);
        assertEquals(120_000, replay.position().millis());

        replay.speed(Replay.FASTEST);
        clock.advanceTimeBy(9, SECONDS);
        assertEquals(2, replay.position().seed(), "the next day has begun");
    }

    @Test
    void aDayOpensWithThePricesOfTheClose() {
        Replay replay = at(1, 0, Replay.FASTEST);
        TestSubscriber<Trade> seen = replay.beside(clients, clock).test();
        clock.advanceTimeBy(8400, MILLISECONDS);
        Day first = new Day(1);
        first.until(Day.LENGTH.toMillis());

        clock.advanceTimeBy(200, MILLISECONDS);

        assertEquals(2, replay.position().seed());
        assertEquals(first.prices(), replay.position().opening());
        Replay takenOver = new Replay(replay.position());
        assertEquals(replay.position(), takenOver.position());
        assertTrue(seen.values().size() > 10_000);
    }

    @Test
    void whatTakesOverGoesOnWhereItWas() {
        Replay old = at(3, 0, 10);
        TestSubscriber<Trade> first = old.beside(clients, clock).test();
        clock.advanceTimeBy(7, SECONDS);
        first.cancel();

        TestSubscriber<Trade> second = new Replay(old.position()).beside(clients, clock).test();
        clock.advanceTimeBy(5, SECONDS);

        List<Trade> both =
                java.util.stream.Stream.concat(first.values().stream(), second.values().stream())
                        .toList();
        assertEquals(new Day(3).until(120_000), both);
    }

    @Test
    void endsWithWhatClientsSend() {
        TestSubscriber<Trade> seen = at(1, 0, 0).beside(clients, clock).test();
        Trade trade = new Trade(Symbol.OAK, 10, 1);
        clients.onNext(trade);
        clock.advanceTimeBy(1, SECONDS);
        seen.assertValue(trade).assertNotComplete();

        clients.onComplete();

        seen.assertComplete();
    }
}
