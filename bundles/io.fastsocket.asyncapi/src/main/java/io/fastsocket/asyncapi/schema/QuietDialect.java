package io.fastsocket.asyncapi.schema;

import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;

/**
 * Draft-07. Keywords that it does not know say nothing; a validator of its own accord warns of
 * each.
 */
final class QuietDialect {

    private static final Dialect DIALECT =
            Dialect.builder(Dialects.getDraft7())
                    .unknownKeywordFactory((name, context) -> new NonValidationKeyword(name))
                    .build();

    private QuietDialect() {}

    static Dialect get() {
        return DIALECT;
    }
}
