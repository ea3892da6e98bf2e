package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * Says what the change of a contract means for clients, by direction: what the server receives may
 * not grow stricter, and what it sends may not guarantee less. Events are the same if namespace,
 * name and direction are, whatever their keys in the document. A service; where no framework runs,
 * it is found by {@link java.util.ServiceLoader}. Can be used by several threads at once.
 */
@ProviderType
public interface ContractComparison {

    /**
     * Compares two documents. Whatever they are, it ends within seconds: what would take longer is
     * {@link Impact#UNCLEAR}.
     *
     * @param old the contract that clients keep to; YAML or JSON, AsyncAPI 2.x or 3.x
     * @param changed the contract that is to come
     * @param hosts those that may be asked for what the documents refer to by {@code http} or
     *     {@code https}
     * @return the differences that mean something to clients, worst first; empty if there are none
     * @throws IOException if a document cannot be read
     * @throws InvalidContractException if one is not valid
     * @throws InterruptedException if nobody waits any more
     */
    List<Change> compare(Path old, Path changed, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException;
}
