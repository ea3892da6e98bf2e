package io.fastsocket.registry.routing;

import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.StateHandover;
import io.fastsocket.registry.demand.Demands;
import io.fastsocket.registry.sockets.Gate;
import io.fastsocket.registry.sockets.Scope;
import io.fastsocket.registry.streams.Streams;
import io.fastsocket.spi.contract.EmittedEvent;
import io.fastsocket.spi.contract.HandledEvent;
import io.fastsocket.spi.observe.StreamInfo;

import java.util.ArrayList;
import java.util.List;

/**
 * One component of a plugin, found as a service: its methods bound, and a gate that counts calls
 * within it. Filled by {@link HandlerScanner} and not changed afterwards.
 */
public final class HandlerService {

    private final String component;
    private final String namespace;
    private final Scope scope;
    private final EventInterceptor interceptor;
    private final StateHandover handover;
    private final int ranking;
    private final boolean everywhere;
    private final boolean subscription;
    private final List<EventMethod> events = new ArrayList<>();
    private final List<BoundMethod> observers = new ArrayList<>();
    private final List<BoundMethod> admissions = new ArrayList<>();
    private final List<BoundMethod> connects = new ArrayList<>();
    private final List<BoundMethod> replays = new ArrayList<>();
    private final List<BoundMethod> disconnects = new ArrayList<>();
    private final List<EmittedEvent> emits = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final List<Tap> taps = new ArrayList<>();
    private volatile Streams streams = new Streams();
    private volatile Gate gate = new Gate(streams::end);

    HandlerService(Found found, Scope scope) {
        this.component = found.component();
        this.namespace = found.namespace() == null ? "/" : found.namespace();
        this.everywhere = found.namespace() == null;
        this.scope = scope;
        this.interceptor = found.instance() instanceof EventInterceptor i ? i : null;
        this.handover = found.instance() instanceof StateHandover h ? h : null;
        this.ranking = found.ranking();
        this.subscription = found.instance() instanceof Subscriptions;
    }

    /**
     * A service as it was found.
     *
     * @param component its component's name
     * @param namespace its namespace, or null if it names none
     * @param ranking its ranking
     * @param instance the object
     */
    public record Found(String component, String namespace, int ranking, Object instance) {}

    /** The component's name. */
    public String component() {
        return component;
    }

    /** The namespace of its events. */
    public String namespace() {
        return namespace;
    }

    /** The plugin's life it belongs to. */
    public Scope scope() {
        return scope;
    }

    /** Counts calls within it; leave the same gate that was entered. */
    public Gate gate() {
        return gate;
    }

    /** Lets calls in again, after it came back into service. */
    void reopen() {
        if (gate.closed()) {
            streams = streams.again();
            gate = new Gate(streams::end);
        }
    }

    /** It as an interceptor, or null. */
    public EventInterceptor interceptor() {
        return interceptor;
    }

    /** It as one that has state to hand on, or null. */
    StateHandover handover() {
        return handover;
    }

    /** Whether it is no component of the plugin's, but stands for a subscriber of a stream. */
    boolean subscription() {
        return subscription;
    }

    int ranking() {
        return ranking;
    }

    boolean guards(String name) {
        return interceptor != null
                && (everywhere || namespace.equals(name))
                && !Reserved.against(this, name);
    }

    boolean handlesAnything() {
        return !(events.isEmpty()
                && observers.isEmpty()
                && admissions.isEmpty()
                && connects.isEmpty()
                && disconnects.isEmpty());
    }

    /** Methods for one event each. */
    public List<EventMethod> events() {
        return events;
    }

    /** Streams that only look on. */
    public List<Tap> taps() {
        return taps;
    }

    /** All its streams, as they are this time in service. */
    public Streams streams() {
        return streams;
    }

    /**
     * What they are doing.
     *
     * @param demands what clients have asked for
     */
    public List<StreamInfo> streamInfos(Demands demands) {
        NamespacePattern names = NamespacePattern.of(namespace);
        return streams.infos(events -> demands.subscribers(names::matches, events));
    }

    /** Methods for any event. */
    public List<BoundMethod> observers() {
        return observers;
    }

    /** Methods for handshakes. */
    public List<BoundMethod> admissions() {
        return admissions;
    }

    /** Methods for sockets that have come. */
    public List<BoundMethod> connects() {
        return connects;
    }

    /** Those of them that are for sockets that were there before it, too. */
    public List<BoundMethod> replays() {
        return replays;
    }

    /** Methods for sockets that have gone. */
    public List<BoundMethod> disconnects() {
        return disconnects;
    }

    /** Its events, as contracts see them. */
    public List<HandledEvent> handled() {
        return events.stream().map(EventMethod::handled).toList();
    }

    /** What it says it sends. */
    public List<EmittedEvent> emits() {
        return emits;
    }

    boolean emits(String name, String event) {
        return emits.stream().anyMatch(emitted -> emitted.event().equals(event))
                && NamespacePattern.of(namespace).matches(name);
    }

    List<String> problems() {
        return problems;
    }
}
