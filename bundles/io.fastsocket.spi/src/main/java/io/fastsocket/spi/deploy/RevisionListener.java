package io.fastsocket.spi.deploy;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Wants to know what becomes of plugins while it happens. A service of whoever it is; the deployer
 * finds it.
 */
@ConsumerType
@FunctionalInterface
public interface RevisionListener {

    /**
     * Something has happened. Called by the deployer's thread, which waits for it: it has to return
     * at once.
     *
     * @param plugin symbolic name; the file's name if it has none that could be read
     * @param event what {@link PluginDeployer#history} has from now on
     */
    void happened(String plugin, RevisionEvent event);
}
