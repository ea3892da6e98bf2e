package io.fastsocket.spi.dispatch;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;
import java.util.concurrent.CompletionStage;

/**
 * The handlers of one revision of a plugin: staged, then committed, then closed. A committed
 * handler service that goes away while its bundle stays started is parked: its events wait,
 * bounded, until the service is back.
 *
 * <p>Called by one deployer thread; {@link #problems} and {@link #components()} reflect the
 * services that are registered at that moment.
 */
@ProviderType
public interface HandlerRevision {

    /**
     * The handler components bound so far.
     *
     * @return their component names ({@code component.name}), or class names for services
     *     registered otherwise
     */
    List<String> components();

    /**
     * Why handlers of this revision cannot serve: methods that cannot be bound, constructors that
     * failed, events that another plugin holds. Each is one sentence with class, method, reason
     * and, where known, the cure.
     *
     * @param replaced the revision whose events do not count as held, or null
     * @return empty if it can be committed
     */
    List<String> problems(HandlerRevision replaced);

    /**
     * Puts the revision into service: one volatile write after which every new event goes to it,
     * and none to the one it replaces.
     *
     * <p>One that was replaced, closed or parked may be committed again, as a rollback does. One
     * that is in service already stays so: nothing in flight or parked is touched, so a deployer
     * that has been restarted may commit again what it finds.
     *
     * @param replaced the revision it takes over from, or null
     * @return completes when the replaced revision's events in flight have ended; at once without
     *     one
     * @throws IllegalStateException if there are {@link #problems}
     */
    CompletionStage<Void> commit(HandlerRevision replaced);

    /**
     * Takes the revision out of service. Its events have no handler from now on, unless another has
     * replaced it already; what it holds for the bundle is let go. Does not wait for events in
     * flight.
     *
     * @return completes when its events in flight have ended
     */
    CompletionStage<Void> close();

    /**
     * Parks the revision: its events wait, bounded in time and number, for {@link #commit} of
     * another that replaces it. For plugins that cannot run beside their old self.
     *
     * @return completes when its events in flight have ended
     */
    CompletionStage<Void> park();
}
