package io.fastsocket.operator;

import io.fastsocket.api.SocketServer;
import io.fastsocket.spi.deploy.RevisionEvent;
import io.fastsocket.spi.deploy.RevisionListener;
import io.fastsocket.spi.dispatch.HandlerRegistry;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Tells operators what becomes of plugins. Enabled by {@link OperatorAccess}. */
@Component(name = PluginNews.NAME, enabled = false)
public final class PluginNews implements RevisionListener {

    static final String NAME = "io.fastsocket.operator.PluginNews";

    private final OperatorAccess access;
    private final SocketServer server;

    /**
     * Started by DS.
     *
     * @param access knows whether anybody is let in
     * @param server where operators are
     */
    @Activate
    public PluginNews(@Reference OperatorAccess access, @Reference SocketServer server) {
        this.access = access;
        this.server = server;
    }

    @Override
    public void happened(String plugin, RevisionEvent event) {
        if (access.settings().on()) {
            server.of(HandlerRegistry.OPERATOR_NAMESPACE)
                    .to(Topic.PLUGIN.event())
                    .asVolatile()
                    .emit(Topic.PLUGIN.event(), PluginChange.of(plugin, event));
        }
    }
}
