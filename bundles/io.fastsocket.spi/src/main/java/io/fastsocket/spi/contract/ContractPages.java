package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.util.Map;

/**
 * Makes pages of contracts, for people to read and to try. A service; where no framework runs, it
 * is found by {@link java.util.ServiceLoader}. Can be used by several threads at once.
 */
@ProviderType
public interface ContractPages {

    /**
     * The files of a folder that needs no server: HTML, and the styles and scripts that it needs.
     *
     * @param contracts valid documents, AsyncAPI 2.x or 3.x in JSON, which refer to nothing else;
     *     by names that files can have
     * @return contents by name; {@code index.html} is where to begin. A single contract is that
     *     page itself, of several it lists their pages
     * @throws InvalidContractException if one is not JSON, or too large
     * @throws InterruptedException if nobody waits any more
     */
    Map<String, byte[]> files(Map<String, String> contracts)
            throws InvalidContractException, InterruptedException;
}
