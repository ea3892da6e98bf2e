package io.fastsocket.spi.observe;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/**
 * Knows the plugins. A service of the deployer, registered before its first look at the directory
 * is done.
 */
@ProviderType
public interface PluginCatalog {

    /**
     * All plugins. A refused file beside a running plugin of the same name is an entry of its own,
     * and so is a canary.
     *
     * @return by name, then state
     */
    List<PluginInfo> plugins();

    /**
     * Whether every file that was there at start is active, waiting or quarantined, or ten seconds
     * have passed.
     *
     * @return once true, always true
     */
    boolean settled();
}
