package io.fastsocket.telemetry;

import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.observe.LoadCatalog;
import io.fastsocket.spi.observe.LogControl;
import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.observe.UnloadCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

import java.util.List;
import java.util.function.Consumer;

/**
 * Which parts of the runtime are there, each of which brings its families. All are optional, since
 * any bundle may be stopped. Nothing is kept from one scrape to the next. Usable from any thread.
 */
@Component(service = Sources.class)
public final class Sources {

    private final String version;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile SocketTransport transport;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LimitCatalog limits;

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
    private volatile LoadCatalog loads;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile PluginCatalog plugins;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile UnloadCatalog unloads;

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    private volatile LogControl log;

    /**
     * Started by DS.
     *
     * @param context of this bundle; asked for the product's version
     */
    @Activate
    public Sources(BundleContext context) {
        String product = context.getProperty("fastsocket.version");
        version = product == null ? context.getBundle().getVersion().toString() : product;
    }

    /** All figures of this moment. */
    Scrape scrape() {
        Scrape scrape = new Scrape();
        ProcessMetrics.add(scrape, version);
        JvmMetrics.add(scrape);
        EventCatalog catalog = events;
        List<EventInfo> handled = catalog == null ? List.of() : catalog.events();
        Namespaces namespaces = new Namespaces(catalog);
        ifThere(transport, t -> SocketMetrics.add(scrape, t, namespaces, handled));
        ifThere(limits, l -> LimitMetrics.add(scrape, l.limits()));
        ifThere(catalog, e -> EventMetrics.add(scrape, handled));
        ifThere(streams, s -> StreamMetrics.add(scrape, s.streams(), namespaces));
        ifThere(loads, l -> LoadMetrics.add(scrape, l.loads()));
        ifThere(plugins, p -> PluginMetrics.add(scrape, p.plugins()));
        ifThere(unloads, u -> PluginMetrics.addHeld(scrape, u.retired()));
        ifThere(log, l -> LogMetrics.add(scrape, l));
        return scrape;
    }

    private static <T> void ifThere(T source, Consumer<T> then) {
        if (source != null) {
            then.accept(source);
        }
    }
}
