package io.fastsocket.asyncapi.schema;

import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

/**
 * Draft-07. Keywords that it does not know say nothing; a validator of its own accord warns of
 * each.
 */
final class QuietDialect {

    private static final Dialect FOR_VALUES =
            Dialect.builder(Dialects.getDraft7())
                    .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
                    .build();

    private static final Dialect FOR_DOCUMENTS =
            Dialect.builder(FOR_VALUES).keyword(new SharedRef()).build();

    private QuietDialect() {}

    /** For schemas in documents, by which values are checked. */
    static Dialect forValues() {
        return FOR_VALUES;
    }

    /** For the official schemas, by which documents are checked whose parts are shared. */
    static Dialect forDocuments() {
        return FOR_DOCUMENTS;
    }
}
