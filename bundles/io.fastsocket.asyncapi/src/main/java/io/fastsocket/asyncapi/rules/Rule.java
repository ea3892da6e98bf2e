package io.fastsocket.asyncapi.rules;

import java.io.IOException;

/**
 * Something that a document must keep to. Looks at documents that may be wrong in other ways too.
 */
interface Rule {

    /**
     * Looks.
     *
     * @param contract where to look, and where to say what was found
     * @throws IOException if the official schemas cannot be read
     */
    void check(Contract contract) throws IOException;
}
