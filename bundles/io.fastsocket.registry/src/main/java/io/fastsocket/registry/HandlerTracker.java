package io.fastsocket.registry;

import io.fastsocket.api.EventHandlers;
import io.fastsocket.api.EventInterceptor;
import io.fastsocket.registry.routing.HandlerService;
import io.fastsocket.registry.routing.Revision;

import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.Filter;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.util.tracker.ServiceTracker;

/** Follows handlers and interceptors as they come and go. */
final class HandlerTracker extends ServiceTracker<Object, HandlerService> {

    private static final String NAMESPACE = "fastsocket.namespace";
    private static final String COMPONENT = "component.name";

    private final Registry registry;
    private final Bundles bundles;

    HandlerTracker(BundleContext context, Registry registry, Bundles bundles) {
        super(context, filter(context), null);
        this.registry = registry;
        this.bundles = bundles;
    }

    private static Filter filter(BundleContext context) {
        try {
            return context.createFilter(
                    "(|(%1$s=%2$s)(%1$s=%3$s))"
                            .formatted(
                                    Constants.OBJECTCLASS,
                                    EventHandlers.class.getName(),
                                    EventInterceptor.class.getName()));
        } catch (InvalidSyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public HandlerService addingService(ServiceReference<Object> reference) {
        Revision revision = bundles.revision(reference.getBundle());
        // Before its constructor, whose code may ask for RxJava's schedulers.
        revision.scope();
        Object instance = context.getService(reference);
        if (instance == null) {
            revision.failed(
                    reference,
                    name(reference, "a handler")
                            + ": could not be made, most likely because its constructor or activate"
                            + " method failed; the log says why");
            return null;
        }
        revision.failed(reference, null);
        Object ranking = reference.getProperty(Constants.SERVICE_RANKING);
        Object namespace = reference.getProperty(NAMESPACE);
        return revision.add(
                new HandlerService.Found(
                        name(reference, instance.getClass().getName()),
                        namespace == null ? null : namespace.toString(),
                        ranking instanceof Integer i ? i : 0,
                        instance));
    }

    private static String name(ServiceReference<?> reference, String otherwise) {
        Object name = reference.getProperty(COMPONENT);
        return name == null ? otherwise : name.toString();
    }

    @Override
    public void removedService(ServiceReference<Object> reference, HandlerService service) {
        Revision revision = bundles.revision(reference.getBundle());
        registry.remove(revision, service);
        context.ungetService(reference);
    }
}
