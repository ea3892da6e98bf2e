package io.fastsocket.registry.inside;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.api.SocketServer;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;

import java.util.Map;

/** A started bundle whose services are registered by hand, as its own. */
record Plugin(Bundle bundle) {

    ServiceRegistration<EventHandlers> add(EventHandlers handlers, String namespace) {
        return add(handlers, namespace, handlers.getClass().getSimpleName());
    }

    ServiceRegistration<EventHandlers> add(
            EventHandlers handlers, String namespace, String component) {
        return bundle.getBundleContext()
                .registerService(
                        EventHandlers.class,
                        handlers,
                        FrameworkUtil.asDictionary(
                                Map.of(
                                        "fastsocket.namespace",
                                        namespace,
                                        "component.name",
                                        component)));
    }

    void guard(EventInterceptor interceptor, String namespace, int ranking) {
        bundle.getBundleContext()
                .registerService(
                        EventInterceptor.class,
                        interceptor,
                        FrameworkUtil.asDictionary(
                                Map.of(
                                        "fastsocket.namespace",
                                        namespace,
                                        Constants.SERVICE_RANKING,
                                        ranking)));
    }

    SocketServer server() {
        BundleContext context = bundle.getBundleContext();
        return context.getService(context.getServiceReference(SocketServer.class));
    }
}
