package io.fastsocket.examples.market;

import static io.fastsocket.api.StreamSource.EMITTED;

import io.fastsocket.api.Emits;
import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.Json;
import io.fastsocket.api.Namespace;
import io.fastsocket.api.OnEvent;
import io.fastsocket.api.OnStream;
import io.fastsocket.api.SocketServer;
import io.fastsocket.api.StateHandover;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.schedulers.Schedulers;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

import java.util.List;

/**
 * Trades come in, from clients and from a replay of a made-up day; candles, their moving averages
 * and alerts go out. The replay and what was sent lately go from one revision to the next.
 */
@Component(configurationPid = "io.fastsocket.examples.market")
@Namespace(Market.NAMESPACE)
@Emits(event = "speed", payload = Market.Speed.class)
public final class Market implements EventHandlers, StateHandover {

    static final String NAMESPACE = "/market";

    /**
     * How fast the made-up day passes.
     *
     * @param speed seconds of it in a second; 0 for a pause
     */
    record Speed(@Min(0) @Max(Replay.FASTEST) int speed) {}

    /**
     * What one finds on coming.
     *
     * @param speed of the made-up day
     * @param tape what was sent lately
     */
    record View(int speed, Tape.Kept tape) {}

    /**
     * What the next component gets.
     *
     * @param began where the replay was told to begin
     * @param replay how far it is
     * @param tape what was sent lately
     */
    record State(Replay.Position began, Replay.Position replay, Tape.Kept tape) {}

    private final Tape tape = new Tape();
    private final Replay.Position beginning;
    private final Replay replay;
    private final double jump;

    /**
     * Begins with the day's first trade.
     *
     * @param config as set
     */
    @Activate
    public Market(MarketConfig config) {
        if (config.speed() < 0 || config.speed() > Replay.FASTEST) {
            throw new IllegalArgumentException(
                    "speed = " + config.speed() + "; it must be from 0 to " + Replay.FASTEST);
        }
        if (!(config.jump() > 0)) {
            throw new IllegalArgumentException("jump = " + config.jump() + "; it must be above 0");
        }
        beginning = new Replay.Position(config.seed(), 0, config.speed());
        replay = new Replay(beginning);
        jump = config.jump();
    }

    @Override
    public Object handOver() {
        return new State(beginning, replay.position(), tape.keep());
    }

    /** A replay whose settings were edited begins anew. */
    @Override
    public void takeOver(Json json) {
        State state = json.as(State.class);
        tape.restore(state.tape());
        if (state.began().equals(beginning)) {
            replay.resume(state.replay());
        }
    }

    @OnStream("trade")
    @Emits(event = "candle", payload = Candle.class)
    Flowable<Candle> candles(Flowable<Trade> trades) {
        Flowable<Trade> all = replay.beside(trades, Schedulers.computation());
        return Pipelines.candles(all, Schedulers.computation()).doOnNext(tape::add);
    }

    /** Of what the stream before emits, and what that of the revision before has emitted. */
    @OnStream(value = "candle", from = EMITTED)
    @Emits(event = "average", payload = Average.class)
    Flowable<Average> averages(Flowable<Candle> candles) {
        List<Candle> before = tape.keep().candles();
        return Pipelines.averages(candles.startWithIterable(before))
                .skip(before.size())
                .doOnNext(tape::add);
    }

    @OnStream(value = "candle", from = EMITTED)
    @Emits(event = "alert", payload = Alert.class)
    Flowable<Alert> alerts(Flowable<Candle> candles) {
        return Pipelines.jumps(candles, jump).doOnNext(tape::add);
    }

    @OnEvent("look")
    View look() {
        return new View(replay.position().speed(), tape.keep());
    }

    /** One at a time, so that what is told last is what was set last. */
    @OnEvent("speed")
    synchronized void speed(Speed wanted, SocketServer server) {
        replay.speed(wanted.speed());
        server.of(NAMESPACE).emit("speed", wanted);
    }
}
