package io.fastsocket.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Implemented by a handler component that has state of its own, to hand it to the component that
 * takes its place: in the next revision of the plugin, or in the same one when its configuration
 * has changed. The two know each other by the component's name.
 *
 * <pre>{@code
 * @Component
 * public final class Counter implements EventHandlers, StateHandover {
 *
 *     record Kept(long count) {}
 *
 *     private final AtomicLong count = new AtomicLong();
 *
 *     @Override
 *     public Object handOver() {
 *         return new Kept(count.get());
 *     }
 *
 *     @Override
 *     public void takeOver(Json state) {
 *         count.set(state.as(Kept.class).count());
 *     }
 *
 *     @OnEvent("count")
 *     long count() {
 *         return count.incrementAndGet();
 *     }
 * }
 * }</pre>
 *
 * <p>Events wait meanwhile (parking, 2 s by default): the old component's have ended before {@link
 * #handOver}, and the new one's begin after {@link #takeOver}. Only JSON passes, since the classes
 * of the two are different ones even if their names are the same: keep its form for as long as a
 * revision may be replaced by another. If either method throws or takes longer than a plugin may
 * take to start, the new revision is refused and the old one goes on, with its state.
 *
 * <p>Nothing is handed over when a plugin is removed or the server stops. What belongs to a socket
 * is kept better in {@link Socket#data()}, which outlives swaps by itself.
 */
@ConsumerType
public interface StateHandover {

    /**
     * What the next component is to know. Called once the events in flight have ended, on a virtual
     * thread; events may come again afterwards, if the next component does not come into service.
     *
     * @return a record, a map, a list, {@link Json}: what an acknowledgement can be; null for
     *     nothing, then nothing is taken over
     * @throws Exception if it cannot be told; then the swap does not take place
     */
    Object handOver() throws Exception;

    /**
     * What the component before has handed over. Called at most once, before the first event, on a
     * virtual thread or, after a change of configuration, on the one that made the component.
     *
     * @param state its JSON, never null
     * @throws Exception if it is of no use; then the old revision goes on
     */
    void takeOver(Json state) throws Exception;
}
