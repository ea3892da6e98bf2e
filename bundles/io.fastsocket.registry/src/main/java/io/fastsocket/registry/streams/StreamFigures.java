package io.fastsocket.registry.streams;

import io.fastsocket.spi.observe.StreamInfo;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/** What goes through a stream. Counted by any thread; looked at once a second. */
final class StreamFigures {

    private static final Logger LOG = LoggerFactory.getLogger(StreamFigures.class);

    /** A stream whose events cannot be sent does not fill the log. */
    private static final long TELL_NANOS = 10_000_000_000L;

    private final StreamMethod method;
    private final LongAdder received = new LongAdder();
    private final LongAdder emitted = new LongAdder();
    private final LongAdder failed = new LongAdder();
    private final LongAdder unfit = new LongAdder();
    private final LongAdder looping = new LongAdder();
    private final AtomicLong told = new AtomicLong(System.nanoTime() - TELL_NANOS);
    private final Rate in = new Rate();
    private final Rate out = new Rate();

    StreamFigures(StreamMethod method) {
        this.method = method;
    }

    void received() {
        received.increment();
        if (!method.emitted()) {
            method.scope().isolation().pace().handled();
        }
    }

    void emitted() {
        emitted.increment();
    }

    void unfit() {
        unfit.increment();
    }

    /** An event could not be sent. */
    void unsent(Throwable why) {
        failed.increment();
        tell(
                () ->
                        LOG.warn(
                                "An event of the stream {} could not be sent, {} so far: {}",
                                method.name(),
                                failed.sum(),
                                why.getMessage()));
    }

    /** An element has gone through so many streams that they must feed each other in a circle. */
    void looping() {
        looping.increment();
        tell(
                () ->
                        LOG.warn(
                                "The stream {} is fed by itself: what streams make of its events"
                                        + " comes back as \"{}\" again and again, and is left out,"
                                        + " {} so far. Have one of the streams emit an event of"
                                        + " another name, and declare by @Emits what they emit",
                                method.name(),
                                method.event(),
                                looping.sum()));
    }

    private void tell(Runnable logging) {
        long last = told.get();
        long now = System.nanoTime();
        if (now - last >= TELL_NANOS && told.compareAndSet(last, now)) {
            method.about(logging);
        }
    }

    /** Called once a second. */
    void tick() {
        in.tick(received.sum());
        out.tick(emitted.sum());
    }

    StreamInfo.Elements elements() {
        return new StreamInfo.Elements(
                received.sum(),
                in.perSecond(received.sum()),
                emitted.sum(),
                out.perSecond(emitted.sum()),
                failed.sum(),
                unfit.sum(),
                looping.sum());
    }
}
