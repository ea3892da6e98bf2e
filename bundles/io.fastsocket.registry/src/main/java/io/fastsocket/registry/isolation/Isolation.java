package io.fastsocket.registry.isolation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What one life of a plugin is held to. Usable from any thread. */
public final class Isolation {

    /** Looking a plugin up by its name for each event would cost too much. */
    private record Known(LimitTable table, Limits limits) {}

    private final String plugin;
    private final Supplier<LimitTable> table;
    private final Overruns overruns;
    private final BusyCalls busyCalls;
    private final Bulkhead bulkhead;
    private final Pace pace;
    private volatile Known known;

    /**
     * Begins with nothing under way.
     *
     * @param plugin symbolic name
     * @param table the limits in force
     */
    public Isolation(String plugin, Supplier<LimitTable> table) {
        this.plugin = plugin;
        this.table = table;
        bulkhead = new Bulkhead(this::limits, this::isSuspended);
        pace = new Pace(plugin, () -> limits().get(Limit.EMIT_LIMIT));
        overruns = new Overruns(plugin, () -> limits().get(Limit.OVERRUN_LIMIT));
        busyCalls =
                new BusyCalls(
                        plugin,
                        bulkhead,
                        new Allocation(plugin, () -> limits().get(Limit.ALLOCATION_LIMIT)));
    }

    /**
     * The limits for which its handlers wait now, of those that say how much it may do in a second.
     */
    public List<Limit> heldBy() {
        List<Limit> held = new ArrayList<>();
        if (pace.isHeld()) {
            held.add(Limit.EMIT_LIMIT);
        }
        if (busyCalls.allocateTooMuch() && bulkhead.waiting() > 0) {
            held.add(Limit.ALLOCATION_LIMIT);
        }
        return held;
    }

    /** The limits in force for the plugin. */
    public Limits limits() {
        LimitTable now = table.get();
        Known last = known;
        if (last == null || !last.table().equals(now)) {
            last = new Known(now, now.of(plugin));
            known = last;
        }
        return last.limits();
    }

    /** Whether it is to be called no more for now. */
    public boolean isSuspended() {
        return overruns.tooMany() || busyCalls.tooMany();
    }

    /** Its calls that do not end. */
    public Overruns overruns() {
        return overruns;
    }

    /** Its calls that compute without a pause. */
    public BusyCalls busyCalls() {
        return busyCalls;
    }

    /** Its calls under way. */
    public Bulkhead bulkhead() {
        return bulkhead;
    }

    /** What it sends. */
    public Pace pace() {
        return pace;
    }

    /**
     * Makes a breaker for one of its handlers.
     *
     * @param handler class and method, for people
     * @param calls how many calls of it have ended
     * @return it, closed
     */
    public Breaker breaker(String handler, LongSupplier calls) {
        return new Breaker(plugin, handler, this::limits, calls);
    }
}
