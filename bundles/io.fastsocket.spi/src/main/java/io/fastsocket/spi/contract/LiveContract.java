package io.fastsocket.spi.contract;

import org.osgi.annotation.versioning.ProviderType;

/** The contract of all that is in service now. A service. Usable from any thread. */
@ProviderType
public interface LiveContract {

    /** How a document is written down. */
    enum Form {
        /** YAML. */
        YAML,
        /** JSON. */
        JSON
    }

    /**
     * The contract.
     *
     * @param form how it is wanted
     * @return an AsyncAPI 3.0 document
     */
    String document(Form form);
}
