package io.fastsocket.asyncapi.enforce;

import io.fastsocket.api.EventException.Detail;
import io.fastsocket.spi.contract.PayloadCheck;
import io.fastsocket.spi.transport.Payload;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Holds the arguments of one event, in one direction, against its schema. */
final class TrafficCheck implements PayloadCheck {

    private static final Logger LOG = LoggerFactory.getLogger(TrafficCheck.class);

    /** Of each event a warning at most so often. */
    private static final long QUIET_NANOS = 10_000_000_000L;

    private final CompiledPayload payload;
    private final Supplier<Mode> mode;
    private final String what;
    private final LongAdder violations = new LongAdder();
    private final AtomicLong quietUntil = new AtomicLong(System.nanoTime());

    /**
     * A check.
     *
     * @param what plugin, version and event, for the log
     * @param payload what is allowed
     * @param mode asked each time
     */
    TrafficCheck(String what, CompiledPayload payload, Supplier<Mode> mode) {
        this.what = what;
        this.payload = payload;
        this.mode = mode;
    }

    @Override
    public List<Detail> check(Payload arguments) {
        Mode now = mode.get();
        if (now == Mode.OFF) {
            return List.of();
        }
        List<Detail> wrong = payload.check(arguments);
        if (wrong.isEmpty()) {
            return wrong;
        }
        violations.increment();
        if (now == Mode.ENFORCE) {
            return wrong;
        }
        warn(wrong.getFirst());
        return List.of();
    }

    private void warn(Detail first) {
        long now = System.nanoTime();
        long until = quietUntil.get();
        if (now - until >= 0 && quietUntil.compareAndSet(until, now + QUIET_NANOS)) {
            LOG.warn(
                    "{} is not as its contract says, {} times so far: {} {}",
                    what,
                    violations.sum(),
                    first.path().isEmpty() ? "it" : first.path(),
                    first.message());
        }
    }

    @Override
    public long violations() {
        return violations.sum();
    }
}
