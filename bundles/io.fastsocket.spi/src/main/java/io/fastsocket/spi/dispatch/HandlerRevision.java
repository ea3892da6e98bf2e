package io.fastsocket.spi.dispatch;

import io.fastsocket.spi.contract.Change;
import io.fastsocket.spi.transport.Payload;

import org.osgi.annotation.versioning.ProviderType;

import java.time.Duration;
import java.util.List;
import java.util.Map;
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

    /** All connections, as a share of them: so many points. */
    int ALL = 10_000;

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
     * Tries the revision out: it serves a share of the connections from now on, and the one in
     * service all others. Each connection has a point from 0 to {@link #ALL}, exclusive, for as
     * long as it lasts, and all of its sockets with it, those included that are connected already;
     * the share are those at the points below it. Handshakes, sockets that come and go, and events
     * of these go to this revision alone; what only it handles, others get as unknown.
     *
     * <p>Ended by {@link #commit} of this revision in place of the other, which changes nothing for
     * the connections of the share, or by {@link #close}, after which they are served by the other.
     * Once that is not in service any more, the share has no meaning: this revision gets no events,
     * and is to be closed.
     *
     * @param beside the revision of the plugin that is in service
     * @param share of {@link #ALL}, greater than 0 and less than that; another one changes the
     *     share
     * @throws IllegalArgumentException if it is not
     * @throws IllegalStateException if there are {@link #problems}, or the other is not in service
     */
    void tryOut(HandlerRevision beside, int share);

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

    /**
     * Ends its calls in flight, for a revision whose time to end them is up: each is answered with
     * {@link io.fastsocket.api.ErrorCode#HANDLER_TIMEOUT}, its thread is interrupted if it is in a
     * handler, and what clients owe it an answer to fails with {@link
     * io.fastsocket.api.ErrorCode#ACK_TIMEOUT}. A handler that does not heed the interrupt keeps
     * its thread.
     *
     * @return what was ended: how many calls, by class and method, such as {@code Chat.message};
     *     empty if nothing was in flight any more
     */
    Map<String, Integer> cutOff();

    /**
     * What clients of the plugin can rely on, as far as this revision's handlers are there. May
     * take some milliseconds.
     *
     * @return a document for {@link #changes}; empty if nobody looks after contracts, or there are
     *     no handlers
     */
    String promise();

    /**
     * What this revision means for clients that keep to another contract. May take seconds for
     * large contracts.
     *
     * @param old what {@link #promise()} of another revision of the plugin was
     * @return worst first; empty if nothing has changed, or nobody looks after contracts
     * @throws IllegalStateException if the contracts cannot be compared; the message says why
     */
    List<Change> changes(String old);

    /**
     * How many sockets have lately used what changes are about, in this revision or in one of the
     * plugin's that it has replaced. Those count that sent such an event within the last hour, and
     * those that are now in a namespace in which the plugin sent one within that time; where a
     * namespace as a whole changes, all that are in it.
     *
     * @param changes what another revision would change
     * @return different sockets, exact for some and within a few per cent for thousands
     */
    int recentSockets(List<Change> changes);

    /**
     * How its event handlers have done so far, also after it was replaced.
     *
     * @param slow how long a call of an event may take that is not counted as slow; where it says
     *     nothing, none is
     * @return a snapshot, by namespace and event with a blank between them, as the keys of the
     *     argument
     */
    Map<String, EventFigures> figures(Map<String, Duration> slow);

    /**
     * Whether one of its components has state to hand on ({@link io.fastsocket.api.StateHandover}).
     *
     * @return if so, a revision that replaces it is to be given what {@link #handOver} returns
     */
    boolean hasState();

    /**
     * Has its components tell their state. To be called once it is parked and its events have
     * ended; runs code of the plugin's, so on a thread that may be held up and interrupted.
     *
     * @return JSON by the components' names; those that tell nothing are missing
     * @throws IllegalStateException if one cannot: one sentence with the component and the reason
     */
    Map<String, Payload> handOver();

    /**
     * Gives its components state. To be called before {@link #commit}; runs code of the plugin's,
     * so on a thread that may be held up and interrupted.
     *
     * @param states as {@link #handOver} of the revision before returned them; what is of no
     *     component that takes state is left out
     * @throws IllegalStateException if a component cannot take it: one sentence with the component
     *     and the reason
     */
    void takeOver(Map<String, Payload> states);
}
