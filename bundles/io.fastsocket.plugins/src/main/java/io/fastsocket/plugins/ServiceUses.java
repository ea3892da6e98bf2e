package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.ServiceObjects;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.SynchronousBundleListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Has the framework forget which services a bundle has used that is about to stop. Felix remembers
 * each pair of bundle and service until the service goes, so that it would keep what it knows of
 * every old revision, some 10 KB each, for as long as the server runs. The exception is what is
 * given back through {@link ServiceObjects}: that is forgotten with its last use.
 *
 * <p>Listens behind Declarative Services, which has let go of the bundle's services by then.
 */
final class ServiceUses implements SynchronousBundleListener {

    /** Declarative Services asks it in the name of each bundle with components. */
    private static final String CONFIGURATION = "org.osgi.service.cm.ConfigurationAdmin";

    private static final Logger log = LoggerFactory.getLogger(ServiceUses.class);

    private final BundleContext context;
    private final Map<Bundle, Set<ServiceReference<?>>> leaving = new ConcurrentHashMap<>();

    ServiceUses(BundleContext context) {
        this.context = context;
    }

    /** A bundle is about to be stopped. */
    void leaves(Bundle bundle) {
        Set<ServiceReference<?>> used = new LinkedHashSet<>();
        ServiceReference<?>[] now =
                bundle.getState() == Bundle.ACTIVE ? bundle.getServicesInUse() : null;
        if (now != null) {
            used.addAll(Set.of(now));
        }
        ServiceReference<?> configuration = context.getServiceReference(CONFIGURATION);
        if (configuration != null) {
            used.add(configuration);
        }
        leaving.put(bundle, used);
    }

    /** It is stopped, or does not stop. */
    void left(Bundle bundle) {
        leaving.remove(bundle);
    }

    @Override
    public void bundleChanged(BundleEvent event) {
        Set<ServiceReference<?>> used = leaving.get(event.getBundle());
        BundleContext its = event.getBundle().getBundleContext();
        if (event.getType() == BundleEvent.STOPPING && used != null && its != null) {
            used.forEach(reference -> forget(reference, its));
        }
    }

    private static <S> void forget(ServiceReference<S> reference, BundleContext user) {
        try {
            ServiceObjects<S> objects = user.getServiceObjects(reference);
            S service = objects == null ? null : objects.getService();
            if (service != null) {
                objects.ungetService(service);
            }
        } catch (RuntimeException e) {
            log.debug("{} keeps being counted as used by {}", reference, user.getBundle(), e);
        }
    }
}
