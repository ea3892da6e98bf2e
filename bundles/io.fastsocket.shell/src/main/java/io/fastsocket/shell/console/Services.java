package io.fastsocket.shell.console;

import org.osgi.framework.BundleContext;
import org.osgi.framework.ServiceReference;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The services that one call of a command uses: looked up when it asks, let go when it ends. So
 * commands cost nothing while nobody calls them, and what comes and goes is followed by itself.
 */
public final class Services implements AutoCloseable {

    private final BundleContext context;
    private final List<ServiceReference<?>> used = new ArrayList<>();

    /**
     * No service is used yet.
     *
     * @param context asked for services
     */
    public Services(BundleContext context) {
        this.context = context;
    }

    /**
     * The service of a type, if one is there.
     *
     * @param <S> the type
     * @param type the type
     * @return the service
     */
    public <S> Optional<S> find(Class<S> type) {
        ServiceReference<S> reference = context.getServiceReference(type);
        S service = reference == null ? null : context.getService(reference);
        if (service == null) {
            return Optional.empty();
        }
        used.add(reference);
        return Optional.of(service);
    }

    /**
     * A property of a service whose type is known here by name alone.
     *
     * @param type name of the service's type
     * @param key the property
     * @return its value, if the service is there and has it
     */
    public Optional<Object> property(String type, String key) {
        return Optional.ofNullable(context.getServiceReference(type))
                .map(reference -> reference.getProperty(key));
    }

    /**
     * The context, for what is no service.
     *
     * @return of the bundle of the commands
     */
    public BundleContext context() {
        return context;
    }

    /**
     * A framework property.
     *
     * @param key its name
     * @return its value, or empty text
     */
    public String property(String key) {
        return Objects.requireNonNullElse(context.getProperty(key), "");
    }

    @Override
    public void close() {
        used.forEach(context::ungetService);
        used.clear();
    }
}
