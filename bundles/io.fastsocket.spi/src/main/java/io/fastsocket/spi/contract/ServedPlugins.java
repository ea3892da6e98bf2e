package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.util.List;

/** Knows what plugins in service handle and send. A service of the registry. */
@ProviderType
public interface ServedPlugins {

    /**
     * A number that grows with each change of what is in service.
     *
     * @return to be asked before {@link #plugins()}
     */
    long changes();

    /**
     * The plugins in service, those included whose handlers are about to come back.
     *
     * @return in the order in which they came into service
     */
    List<ServedPlugin> plugins();
}
