package io.fastsocket.operator;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.EventState;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;
import io.fastsocket.spi.observe.PluginState;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What there is to see; what does not run has nothing. Usable from any thread. */
@Component(service = Sight.class)
public final class Sight {

    private static final String VERSION = "fastsocket.version";

    private final String version;
    private final Instant started;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SocketTransport transport;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PluginCatalog plugins;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile EventCatalog events;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile StreamCatalog streams;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LimitCatalog limits;

    /**
     * Started by DS.
     *
     * @param context of this bundle; asked for the product's version
     */
    @Activate
    public Sight(BundleContext context) {
        String product = context.getProperty(VERSION);
        version = product == null ? context.getBundle().getVersion().toString() : product;
        // Not the process's, which may be older: a start script that has built something first.
        started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    ServerStatus status() {
        SocketTransport engine = transport;
        return new ServerStatus(
                version,
                started,
                Math.max(0, Duration.between(started, Instant.now()).toSeconds()),
                engine == null ? 0 : engine.connections(),
                engine == null ? List.of() : namespaces(engine),
                pluginCounts(),
                eventCounts(),
                limits());
    }

    private static List<ServerStatus.Count> namespaces(SocketTransport engine) {
        return engine.namespaces().stream()
                .map(name -> new ServerStatus.Count(name, engine.sockets(name).size()))
                .toList();
    }

    private ServerStatus.Plugins pluginCounts() {
        List<PluginState> states = pluginInfos().stream().map(PluginInfo::state).toList();
        return new ServerStatus.Plugins(
                count(states, PluginState.ACTIVE),
                count(states, PluginState.WAITING),
                count(states, PluginState.QUARANTINED),
                count(states, PluginState.CANARY));
    }

    private static long count(List<PluginState> states, PluginState state) {
        return states.stream().filter(state::equals).count();
    }

    private ServerStatus.Events eventCounts() {
        List<EventInfo> all = eventInfos();
        return new ServerStatus.Events(
                Math.toIntExact(
                        all.stream().filter(event -> event.state() != EventState.CANARY).count()),
                all.stream().mapToLong(EventInfo::calls).sum(),
                all.stream().mapToLong(EventInfo::errors).sum(),
                all.stream().mapToLong(EventInfo::violations).sum());
    }

    private List<ServerStatus.Limit> limits() {
        LimitCatalog catalog = limits;
        return catalog == null
                ? List.of()
                : catalog.limits().stream()
                        .map(
                                l ->
                                        new ServerStatus.Limit(
                                                l.name(), l.limit(), l.used(), l.exceeded()))
                        .toList();
    }

    private List<PluginInfo> pluginInfos() {
        PluginCatalog catalog = plugins;
        return catalog == null ? List.of() : catalog.plugins();
    }

    private List<EventInfo> eventInfos() {
        EventCatalog catalog = events;
        return catalog == null ? List.of() : catalog.events();
    }

    List<PluginEntry> plugins() {
        return pluginInfos().stream().map(PluginEntry::of).toList();
    }

    List<EventEntry> events() {
        return eventInfos().stream().map(EventEntry::of).toList();
    }

    List<StreamEntry> streams() {
        StreamCatalog catalog = streams;
        return catalog == null
                ? List.of()
                : catalog.streams().stream().map(StreamEntry::of).toList();
    }
}
