package io.fastsocket.registry;

import io.fastsocket.registry.routing.Revision;
import io.fastsocket.spi.contract.ContractKeeper;
import io.fastsocket.spi.contract.ServedPlugin;
import io.fastsocket.spi.contract.ServedPlugins;
import io.fastsocket.spi.dispatch.Admission;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.dispatch.HandlerRegistry;
import io.fastsocket.spi.dispatch.HandlerRevision;
import io.fastsocket.spi.observe.EventCatalog;
import io.fastsocket.spi.observe.EventInfo;
import io.fastsocket.spi.observe.LoadCatalog;
import io.fastsocket.spi.observe.LogContext;
import io.fastsocket.spi.observe.PluginLoad;
import io.fastsocket.spi.observe.StreamCatalog;
import io.fastsocket.spi.observe.StreamInfo;
import io.fastsocket.spi.transport.ClientSocket;
import io.fastsocket.spi.transport.Payload;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;

/** The registry as services. */
@Component(
        name = "io.fastsocket.registry",
        // What plugins use is registered by hand, so nobody's asking would wake this up.
        immediate = true,
        service = {
            EventDispatcher.class,
            HandlerRegistry.class,
            EventCatalog.class,
            LoadCatalog.class,
            StreamCatalog.class,
            ServedPlugins.class,
            LogContext.class
        })
@Designate(ocd = RegistryConfiguration.class)
public final class RegistryComponent
        implements EventDispatcher,
                HandlerRegistry,
                EventCatalog,
                LoadCatalog,
                StreamCatalog,
                ServedPlugins,
                LogContext {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryComponent.class);

    private final Registry registry;
    private final Bundles bundles;
    private final HandlerTracker handlers;
    private final PluginServices services;

    /**
     * Begins to follow handlers.
     *
     * @param context this bundle's
     * @param configuration the settings
     * @throws IllegalArgumentException if a setting is out of range
     */
    @Activate
    public RegistryComponent(BundleContext context, RegistryConfiguration configuration) {
        registry = new Registry(Configurations.settings(configuration));
        bundles = new Bundles(context, registry);
        handlers = new HandlerTracker(context, registry, bundles);
        services = new PluginServices(context, bundles);
        handlers.open();
    }

    @Modified
    void modified(RegistryConfiguration configuration) {
        try {
            registry.settings(Configurations.settings(configuration));
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the values before stay in force", e.getMessage());
        }
    }

    @Deactivate
    void deactivate() {
        handlers.close();
        services.close();
        bundles.close();
        registry.close();
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unsetTransport")
    void setTransport(SocketTransport transport) {
        registry.transports().set(transport);
    }

    void unsetTransport(SocketTransport transport) {
        registry.transports().unset(transport);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "unsetContractKeeper")
    void setContractKeeper(ContractKeeper keeper) {
        keepTo(keeper);
    }

    void unsetContractKeeper(ContractKeeper keeper) {
        if (keeper.equals(registry.keeper())) {
            keepTo(null);
        }
    }

    private void keepTo(ContractKeeper keeper) {
        registry.keeper(keeper);
        bundles.all().forEach(Revision::keepToContract);
    }

    @Override
    public long changes() {
        return registry.served().changes();
    }

    @Override
    public List<ServedPlugin> plugins() {
        return registry.served().plugins();
    }

    @Override
    public CompletionStage<Admission> connect(ClientSocket socket, Payload auth) {
        return registry.dispatcher().connect(socket, auth);
    }

    @Override
    public HandlerRevision revision(Bundle bundle) {
        return bundles.revision(bundle);
    }

    @Override
    public List<EventInfo> events() {
        return registry.events();
    }

    @Override
    public Optional<String> declared(String namespace) {
        return Optional.ofNullable(registry.declared(namespace));
    }

    @Override
    public List<PluginLoad> loads() {
        return registry.loads();
    }

    @Override
    public List<StreamInfo> streams() {
        return registry.streams();
    }

    @Override
    public void tell(BiConsumer<String, String> fields) {
        io.fastsocket.registry.log.LogContext.tell(fields);
    }
}
