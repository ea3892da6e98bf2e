package io.fastsocket.examples.sensors;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventStreams;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnStream;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.reactivestreams.FlowAdapters;

/**
 * Readings come in; what they mean goes out. Each method is called once and composes a stream; what
 * of is in {@link Pipelines}.
 */
@Component
@Namespace(Sensors.NAMESPACE)
public final class Sensors implements EventHandlers {

    static final String NAMESPACE = "/sensors";

    private final EventStreams streams;

    /**
     * Made anew with each revision.
     *
     * @param streams for the second stream of a join
     */
    @Activate
    public Sensors(@Reference EventStreams streams) {
        this.streams = streams;
    }

    @OnStream("door")
    @Emits(event = "settled", payload = Door.class)
    Flowable<Door> settled(Flowable<Door> contacts) {
        return Pipelines.settled(contacts, Schedulers.computation());
    }

    @OnStream("temperature")
    @Emits(event = "mean", payload = Mean.class)
    Flowable<Mean> means(Flowable<Temperature> readings) {
        return Pipelines.means(Pipelines.once(readings), Schedulers.computation());
    }

    @OnStream("temperature")
    @Emits(event = "presence", payload = Presence.class)
    Flowable<Presence> presence(Flowable<Temperature> readings) {
        return Pipelines.presence(readings, Schedulers.computation());
    }

    /** A method takes one stream; the other one of a join is asked for by name. */
    @OnStream("humidity")
    @Emits(event = "dew", payload = DewPoint.class)
    Flowable<DewPoint> dewPoints(Flowable<Humidity> humidities) {
        Flowable<Temperature> temperatures =
                Flowable.fromPublisher(
                        FlowAdapters.toPublisher(
                                streams.of(NAMESPACE, "temperature", Temperature.class)));
        return Pipelines.dewPoints(
                Pipelines.once(temperatures), humidities, Schedulers.computation());
    }
}
