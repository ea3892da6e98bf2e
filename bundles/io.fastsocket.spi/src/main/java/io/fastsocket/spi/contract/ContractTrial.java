package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * Tries whether a running server keeps to a contract, as a client of it. A service; where no
 * framework runs, it is found by {@link java.util.ServiceLoader}. Can be used by several threads at
 * once.
 */
@ProviderType
public interface ContractTrial {

    /** How something went. */
    enum Result {
        /** As the contract says. */
        PASSED,
        /** Otherwise; the reason says how. */
        FAILED,
        /** It could not be tried, or has not happened; the reason says why. */
        SKIPPED
    }

    /**
     * What came of one example that was sent, or of one event that may arrive.
     *
     * @param direction which way the event goes, as the server sees it
     * @param namespace where
     * @param event its name
     * @param example what the contract calls it, or its number from 1; empty if there is none
     * @param result how it went
     * @param reason one line, also if it went well
     */
    record Outcome(
            Direction direction,
            String namespace,
            String event,
            String example,
            Result result,
            String reason) {}

    /**
     * Sends each example of what the server receives, one after the other in the order of the
     * document, and looks at what is acknowledged and what arrives meanwhile.
     *
     * @param document YAML or JSON, AsyncAPI 2.x or 3.x
     * @param server {@code http} or {@code https}; a path is that of Socket.IO, else it is {@code
     *     /socket.io/}
     * @param auth one JSON object that namespaces are joined with; empty for none
     * @param limit how long to wait for each answer
     * @param hosts those that may be asked for what the document refers to by {@code http} or
     *     {@code https}
     * @return one for each example, for each event without any, and for each event that may arrive
     * @throws IOException if the document cannot be read, or the server not be reached; the message
     *     says which and why
     * @throws InvalidContractException if the document is not valid
     * @throws InterruptedException if nobody waits any more
     */
    List<Outcome> play(Path document, URI server, String auth, Duration limit, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException;
}
