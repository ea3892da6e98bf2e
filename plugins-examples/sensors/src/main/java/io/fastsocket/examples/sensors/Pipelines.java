package io.fastsocket.examples.sensors;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Scheduler;

import java.util.List;

/**
 * What becomes of what, without a server: streams in, streams out, and the time from a scheduler,
 * so that tests can let it pass.
 */
final class Pipelines {

    /** How long a contact has to say the same, in milliseconds: switches bounce. */
    static final long BOUNCES = 50;

    /** After how many seconds without a reading a sensor is silent. */
    static final long PATIENCE = 3;

    /** Readings that are remembered, to know one that comes again. */
    static final int REMEMBERED = 10_000;

    private Pipelines() {}

    /** Debounced: what a contact says once it has come to rest, if that is something else. */
    static Flowable<Door> settled(Flowable<Door> contacts, Scheduler clock) {
        return contacts.groupBy(Door::sensor)
                .flatMap(
                        door ->
                                door.debounce(BOUNCES, MILLISECONDS, clock)
                                        .distinctUntilChanged(Door::open),
                        Sensor.MOST);
    }

    /** Distinct: without the readings that have come before. */
    static Flowable<Temperature> once(Flowable<Temperature> readings) {
        return readings.distinct(
                reading -> List.of(reading.sensor(), reading.number()),
                () -> Recent.set(REMEMBERED));
    }

    /** Windows: for each second the mean of each sensor's readings. */
    static Flowable<Mean> means(Flowable<Temperature> readings, Scheduler clock) {
        return readings.map(Mean::of)
                .window(1, SECONDS, clock)
                .flatMap(
                        second ->
                                second.groupBy(Mean::sensor)
                                        .flatMapMaybe(sensor -> sensor.reduce(Mean::and)));
    }

    /** A join: each reading of one kind with those of the other kind within a second, there. */
    static Flowable<DewPoint> dewPoints(
            Flowable<Temperature> temperatures, Flowable<Humidity> humidities, Scheduler clock) {
        return temperatures
                .join(
                        humidities,
                        temperature -> Flowable.timer(1, SECONDS, clock),
                        humidity -> Flowable.timer(1, SECONDS, clock),
                        Pair::new)
                .filter(Pair::fits)
                .map(pair -> DewPoint.of(pair.temperature(), pair.humidity()));
    }

    private record Pair(Temperature temperature, Humidity humidity) {

        boolean fits() {
            return temperature.sensor() == humidity.sensor();
        }
    }

    /** Gaps: when a sensor begins to speak, falls silent, and speaks again. */
    static Flowable<Presence> presence(Flowable<Temperature> readings, Scheduler clock) {
        return readings.groupBy(Temperature::sensor)
                .flatMap(
                        sensor ->
                                sensor.publish(
                                        live ->
                                                live.switchMap(reading -> alive(reading, clock))
                                                        .takeUntil(end(live))
                                                        .distinctUntilChanged()),
                        Sensor.MOST);
    }

    private static Flowable<Presence> alive(Temperature reading, Scheduler clock) {
        Presence silent = new Presence(reading.sensor(), false);
        return Flowable.timer(PATIENCE, SECONDS, clock)
                .map(tick -> silent)
                .startWithItem(new Presence(reading.sensor(), true));
    }

    /**
     * When a stream ends: nothing is to wait for the time to pass after that. In a swap the next
     * revision has the readings, and this one knows of no silence.
     */
    private static Flowable<Object> end(Flowable<?> stream) {
        return stream.ignoreElements().toFlowable();
    }
}
