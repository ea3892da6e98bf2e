package io.fastsocket.registry;

import io.fastsocket.api.EventStreams;
import io.fastsocket.api.SocketServer;
import io.fastsocket.registry.routing.Revision;
import io.fastsocket.registry.routing.Subscriptions;
import io.fastsocket.registry.streams.RxJava;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceFactory;
import org.osgi.framework.ServiceRegistration;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What plugins get of the server: each bundle its own, which ends with the bundle. */
final class PluginServices implements AutoCloseable {

    private final List<ServiceRegistration<?>> registrations = new ArrayList<>();
    private final BundleContext context;
    private final Bundles bundles;

    PluginServices(BundleContext context, Bundles bundles) {
        this.context = context;
        this.bundles = bundles;
        offer(
                SocketServer.class,
                "FastSocket: the server's side of Socket.IO",
                revision -> revision.scope().server());
        if (RxJava.there()) {
            offer(EventStreams.class, "FastSocket: streams of events", Subscriptions::new);
        }
    }

    private <T> void offer(Class<T> type, String description, Function<Revision, T> service) {
        registrations.add(
                context.registerService(
                        type,
                        new Views<>(service),
                        FrameworkUtil.asDictionary(
                                Map.of(Constants.SERVICE_DESCRIPTION, description))));
    }

    @Override
    public void close() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    private final class Views<T> implements ServiceFactory<T> {

        private final Function<Revision, T> service;

        private Views(Function<Revision, T> service) {
            this.service = service;
        }

        @Override
        public T getService(Bundle bundle, ServiceRegistration<T> registration) {
            return service.apply(bundles.revision(bundle));
        }

        @Override
        public void ungetService(Bundle bundle, ServiceRegistration<T> registration, T view) {
            // The view ends with the bundle, which Bundles sees.
        }
    }
}
