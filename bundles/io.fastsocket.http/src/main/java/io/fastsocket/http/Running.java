package io.fastsocket.http;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import jakarta.servlet.ServletRequest;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.lang.management.ManagementFactory;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which parts of the runtime are there. All of them are optional, since any bundle may be stopped
 * while the page and the health checks go on. Usable from any thread.
 */
@Component(service = Running.class)
public final class Running {

    private static final String VERSION = "fastsocket.version";

    private final BundleContext context;
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
    private volatile LimitCatalog limits;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile StreamCatalog streams;

    /**
     * Started by DS.
     *
     * @param context of this bundle; asked for the product's version
     */
    @Activate
    public Running(BundleContext context) {
        this.context = context;
        // Not the process's, which may be older: a start script that has built something first.
        this.started = Instant.ofEpochMilli(ManagementFactory.getRuntimeMXBean().getStartTime());
    }

    /**
     * What is running at this moment.
     *
     * @param request of the reader, who is told an address that works for them
     * @return a snapshot; what is absent is empty
     */
    Snapshot snapshot(ServletRequest request) {
        Optional<SocketTransport> transport = Optional.ofNullable(this.transport);
        return new Snapshot(
                version(),
                started,
                Clock.systemUTC().instant(),
                transport.map(t -> SocketIoAddress.of(t, request)),
                transport.map(SocketTransport::connections).orElse(0),
                transport.map(NamespaceCount::of).orElse(List.of()),
                Optional.ofNullable(plugins).map(PluginCatalog::plugins),
                Optional.ofNullable(events).map(EventCatalog::events),
                Optional.ofNullable(streams).map(StreamCatalog::streams),
                Optional.ofNullable(limits).map(LimitCatalog::limits),
                PageLink.all(context));
    }

    /**
     * Where the reader of a page finds Socket.IO.
     *
     * @param request the reader's
     * @return empty if no transport is running
     */
    Optional<SocketIoAddress> address(ServletRequest request) {
        return Optional.ofNullable(transport).map(t -> SocketIoAddress.of(t, request));
    }

    /**
     * What keeps the server from being ready.
     *
     * @return one sentence each; empty if it is ready
     */
    List<String> missing() {
        List<String> missing = new ArrayList<>();
        PluginCatalog catalog = plugins;
        if (catalog == null) {
            missing.add("the plugin deployer is not running");
        } else if (!catalog.settled()) {
            missing.add("plugins present at start are still being deployed");
        }
        if (transport == null) {
            missing.add("the Socket.IO port is not open");
        }
        return List.copyOf(missing);
    }

    private String version() {
        String version = context.getProperty(VERSION);
        return version == null ? context.getBundle().getVersion().toString() : version;
    }
}
