package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;

/**
 * Makes documents of others. A service; where no framework runs, it is found by {@link
 * java.util.ServiceLoader}. Can be used by several threads at once.
 */
@ProviderType
public interface ContractRewriter {

    /**
     * One document of a document and the files that it refers to. What they define becomes its
     * components.
     *
     * @param document YAML or JSON, AsyncAPI 2.x or 3.x
     * @param form how the outcome is written down
     * @param hosts those that may be asked for what the document refers to by {@code http} or
     *     {@code https}
     * @return the text of a document that refers to nothing else
     * @throws IOException if the document cannot be read
     * @throws InvalidContractException if it is not valid, or cannot be written in one piece
     * @throws InterruptedException if nobody waits any more
     */
    String bundle(Path document, LiveContract.Form form, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException;

    /**
     * A 2.x document as one of AsyncAPI 3.0, in one piece.
     *
     * @param document YAML or JSON
     * @param view whose publishing it means by {@code publish}
     * @param form how the outcome is written down
     * @param hosts as above
     * @return the text of a document that refers to nothing else
     * @throws IOException if the document cannot be read
     * @throws InvalidContractException if it is not valid, not of 2.x, or cannot be written so
     * @throws InterruptedException if nobody waits any more
     */
    String convert(Path document, PointOfView view, LiveContract.Form form, Set<String> hosts)
            throws IOException, InvalidContractException, InterruptedException;
}
