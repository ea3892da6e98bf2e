package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Has the framework forget which services an uninstalled bundle has used. Felix 7 remembers each
 * pair of bundle and service until the service goes, and would keep with it all that it knows of an
 * old revision, some 10 KB, for as long as the server runs: nothing of its API makes it forget. So
 * the entry is taken out of its map. In a framework that has no such map nothing is done.
 */
final class ServiceUses {

    private static final Logger log = LoggerFactory.getLogger(ServiceUses.class);

    private final Bundle framework;
    private Map<?, ?> uses;

    /**
     * Makes it.
     *
     * @param framework the system bundle
     */
    ServiceUses(Bundle framework) {
        this.framework = framework;
    }

    /** A bundle is uninstalled. */
    synchronized void forget(Bundle uninstalled) {
        if (uses == null) {
            uses = find();
        }
        if (uninstalled.getState() == Bundle.UNINSTALLED) {
            uses.remove(uninstalled);
        }
    }

    private Map<?, ?> find() {
        try {
            Object registry = value(framework, "m_registry");
            return (Map<?, ?>) value(registry, "m_inUseMap");
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.debug("{} is not the framework that was looked into", framework.getClass(), e);
            return new HashMap<>();
        }
    }

    private static Object value(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
