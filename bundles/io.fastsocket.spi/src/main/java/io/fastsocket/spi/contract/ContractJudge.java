package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Says whether a contract, an AsyncAPI document, is valid. A service; where no framework runs, it
 * is found by {@link java.util.ServiceLoader}. Can be used by several threads at once.
 */
@ProviderType
public interface ContractJudge {

    /**
     * Judges a document together with the files that it refers to. Whatever the document is, it
     * ends within seconds: what is too large or too deep is a problem of the document.
     *
     * @param document YAML or JSON
     * @param strict whether it must also be fit to be deployed
     * @param hosts those that may be asked for what the document refers to by {@code http} or
     *     {@code https}; no other is
     * @return what was found
     * @throws IOException if the document itself cannot be read
     * @throws InterruptedException if nobody waits any more
     */
    Verdict judge(Path document, boolean strict, Set<String> hosts)
            throws IOException, InterruptedException;
}
