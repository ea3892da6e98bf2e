package io.fastsocket.http.inside;

import io.fastsocket.spi.observe.PluginCatalog;
import io.fastsocket.spi.observe.PluginInfo;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceRegistration;

import java.util.List;

/** A deployer that knows what it is told. */
record FakeCatalog(List<PluginInfo> plugins, boolean settled) implements PluginCatalog {

    static ServiceRegistration<?> register(
            BundleContext context, boolean settled, PluginInfo... plugins) {
        return context.registerService(
                PluginCatalog.class, new FakeCatalog(List.of(plugins), settled), null);
    }
}
