package io.fastsocket.transport;

import io.fastsocket.spi.cluster.RecoveryStore;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.observe.LimitCatalog;
import io.fastsocket.spi.transport.SocketTransport;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Modified;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.osgi.service.metatype.annotations.Designate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Map;

/**
 * Opens the port while there is someone to dispatch events to, and offers {@link SocketTransport}
 * for as long as it is open. What keeps it from opening is logged in one line; a change of the
 * configuration tries again.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = Transport.PID)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.fastsocket.spi.transport.SocketTransport\"",
        uses = SocketTransport.class)
@Designate(ocd = TransportConfiguration.class)
public final class Transport {

    /** The configuration's PID. */
    static final String PID = "io.fastsocket.transport";

    private static final String DEFAULT_HOST = "127.0.0.1";
    private static final String DEFAULT_PORT = "9092";
    private static final Logger LOG = LoggerFactory.getLogger(Transport.class);

    private final BundleContext context;
    private final EventDispatcher dispatcher;
    private final RecoveryStore store;
    private Engine engine;
    private ServiceRegistration<?> registration;

    /**
     * Opens the port.
     *
     * @param context where the service is registered
     * @param dispatcher takes clients and events
     * @param store keeps what clients miss, or null
     * @param defaults has DS know the configuration's defaults
     * @param values the configuration
     */
    @Activate
    public Transport(
            BundleContext context,
            @Reference EventDispatcher dispatcher,
            @Reference(
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    RecoveryStore store,
            TransportConfiguration defaults,
            Map<String, Object> values) {
        this.context = context;
        this.dispatcher = dispatcher;
        this.store = store;
        open(values);
    }

    private void open(Map<String, Object> values) {
        try {
            engine = open(address(), Settings.of(values));
        } catch (IOException | IllegalArgumentException e) {
            LOG.error("{}", e.getMessage());
            return;
        }
        registration =
                context.registerService(
                        new String[] {
                            SocketTransport.class.getName(), LimitCatalog.class.getName()
                        },
                        engine,
                        FrameworkUtil.asDictionary(properties()));
        InetSocketAddress address = engine.address();
        LOG.info(
                "Socket.IO on {} port {}",
                address.getAddress().getHostAddress(),
                address.getPort());
    }

    private Map<String, Object> properties() {
        InetSocketAddress address = engine.address();
        return Map.of(
                SocketTransport.HOST, address.getAddress().getHostAddress(),
                SocketTransport.PORT, address.getPort(),
                SocketTransport.SECURE, engine.secure());
    }

    /** Any free port means the one of before, if this bundle was merely stopped and started. */
    private Engine open(InetSocketAddress address, Settings settings) throws IOException {
        LastPort last = new LastPort(context.getDataFile("port"));
        if (address.getPort() == 0 && last.read() != 0) {
            try {
                InetSocketAddress same = new InetSocketAddress(address.getAddress(), last.read());
                return Engine.open(same, settings, dispatcher, store);
            } catch (IOException e) {
                LOG.warn("{}; another port is taken", e.getMessage());
            }
        }
        Engine opened = Engine.open(address, settings, dispatcher, store);
        last.write(opened.address().getPort());
        return opened;
    }

    private InetSocketAddress address() {
        String host = property(SocketTransport.HOST, DEFAULT_HOST);
        String port = property(SocketTransport.PORT, DEFAULT_PORT);
        if (!port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 0xFFFF) {
            throw new IllegalArgumentException(
                    "%s = %s is not allowed; it must be a port from 0 to 65535, 0 for any free one"
                            .formatted(SocketTransport.PORT, port));
        }
        return new InetSocketAddress(host, Integer.parseInt(port));
    }

    private String property(String key, String otherwise) {
        String value = context.getProperty(key);
        return value == null || value.isBlank() ? otherwise : value.strip();
    }

    /**
     * The configuration has changed.
     *
     * @param values all of it
     */
    @Modified
    void modified(Map<String, Object> values) {
        if (engine == null) {
            open(values);
            return;
        }
        try {
            engine.settings(Settings.of(values));
            registration.setProperties(FrameworkUtil.asDictionary(properties()));
        } catch (IllegalArgumentException e) {
            LOG.error("{}; the values in force stay", e.getMessage());
        }
    }

    /** Withdraws the service, says goodbye to the clients and ends every thread. */
    @Deactivate
    void close() {
        if (engine == null) {
            return;
        }
        // Handlers at work may still broadcast.
        engine.settle();
        registration.unregister();
        engine.close(engine.disconnectOnStop() && endsForGood());
    }

    /** Not if this bundle alone is stopped, or its registry: clients are to come back then. */
    private boolean endsForGood() {
        return context.getBundle(Constants.SYSTEM_BUNDLE_LOCATION).getState() == Bundle.STOPPING;
    }
}
