package io.fastsocket.transport.nettysocketio;

import io.fastsocket.spi.cluster.RecoveryStore;
import io.fastsocket.spi.dispatch.EventDispatcher;
import io.fastsocket.spi.transport.SocketTransport;
import io.fastsocket.transport.service.EngineService;

import org.osgi.annotation.bundle.Capability;
import org.osgi.framework.BundleContext;
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

import java.util.Map;

/**
 * Opens the port while there is someone to dispatch events to and no other engine is open, and
 * offers {@link SocketTransport} for as long as it is.
 */
@Component(
        service = {},
        immediate = true,
        configurationPid = NettySocketioTransport.PID)
@Capability(
        namespace = "osgi.service",
        attribute = "objectClass:List<String>=\"io.fastsocket.spi.transport.SocketTransport\"",
        uses = SocketTransport.class)
@Designate(ocd = NettySocketioConfiguration.class)
public final class NettySocketioTransport {

    /** The configuration's PID. */
    static final String PID = "io.fastsocket.transport.nettysocketio";

    private static final Logger LOG = LoggerFactory.getLogger(NettySocketioTransport.class);

    private final EngineService service;

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
    public NettySocketioTransport(
            BundleContext context,
            @Reference EventDispatcher dispatcher,
            @Reference(
                            cardinality = ReferenceCardinality.OPTIONAL,
                            policyOption = ReferencePolicyOption.GREEDY)
                    RecoveryStore store,
            NettySocketioConfiguration defaults,
            Map<String, Object> values) {
        service =
                new EngineService(
                        context,
                        (address, with) ->
                                LibraryEngine.open(address, Settings.of(with), dispatcher, store),
                        values,
                        LOG);
    }

    /**
     * The configuration has changed.
     *
     * @param values all of it
     */
    @Modified
    void modified(Map<String, Object> values) {
        service.modified(values);
    }

    /** Withdraws the service, says goodbye to the clients and ends every thread. */
    @Deactivate
    void close() {
        service.close();
    }
}
