package io.fastsocket.plugins;

import org.osgi.framework.Bundle;
import org.slf4j.ILoggerFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;

/**
 * Has the log forget the loggers of an uninstalled bundle. Pax-logging keeps each that a bundle has
 * ever asked for, and through it all that the framework knows of the bundle, some 10 KB of each old
 * revision; nothing of its API makes it forget. With another log nothing is done.
 */
final class LogUses {

    private static final Logger log = LoggerFactory.getLogger(LogUses.class);

    private Map<?, ?> loggers;

    /** A bundle is uninstalled. */
    synchronized void forget(Bundle uninstalled) {
        if (loggers == null) {
            loggers = find();
        }
        Map<?, ?> all = loggers;
        synchronized (all) { // as pax-logging itself does
            all.values().removeIf(logger -> uninstalled.equals(bundle(logger)));
        }
    }

    private static Map<?, ?> find() {
        try {
            ILoggerFactory factory = LoggerFactory.getILoggerFactory();
            Field manager = factory.getClass().getDeclaredField("m_paxLogging");
            manager.setAccessible(true);
            return (Map<?, ?>) value(manager.get(factory), "m_loggers");
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.debug("this is not the log that was looked into", e);
            return new HashMap<>();
        }
    }

    private static Object bundle(Object logger) {
        try {
            return value(logger, "m_bundle");
        } catch (ReflectiveOperationException | RuntimeException e) {
            log.debug("{} does not tell its bundle", logger.getClass(), e);
            return null;
        }
    }

    private static Object value(Object of, String name) throws ReflectiveOperationException {
        Field field = of.getClass().getDeclaredField(name);
        field.setAccessible(true);
        return field.get(of);
    }
}
