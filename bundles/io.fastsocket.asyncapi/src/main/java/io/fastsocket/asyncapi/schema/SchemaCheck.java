package io.fastsocket.asyncapi.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.path.PathType;
import com.networknt.schema.regex.JDKRegularExpressionFactory;
import com.networknt.schema.regex.RegularExpressionFactory;

import java.util.List;
import java.util.Locale;

/** A compiled schema. */
public final class SchemaCheck {

    private final JsonNode root;
    private final Schema schema;

    private SchemaCheck(JsonNode root, Schema schema) {
        this.root = root;
        this.schema = schema;
    }

    /** A schema that is known to be good. */
    static SchemaCheck official(JsonNode schema) {
        return new SchemaCheck(
                schema,
                compile(
                        schema,
                        QuietDialect.forDocuments(),
                        JDKRegularExpressionFactory.getInstance()));
    }

    /**
     * A schema out of a document, of draft-07.
     *
     * @param expressions those of the document
     * @throws BadSchemaException if it cannot be used
     */
    public static SchemaCheck ofDocument(JsonNode schema, BoundedExpressions expressions)
            throws BadSchemaException {
        try {
            return new SchemaCheck(
                    schema, compile(schema, QuietDialect.forValues(), expressions::of));
        } catch (SchemaException | IllegalArgumentException e) {
            throw new BadSchemaException(e);
        }
    }

    /**
     * The same for values that go on coming: each text may take a regular expression a while, all
     * together may take for ever.
     *
     * @throws BadSchemaException if it cannot be used
     */
    public static SchemaCheck ofTraffic(JsonNode schema) throws BadSchemaException {
        try {
            return new SchemaCheck(
                    schema,
                    compile(schema, QuietDialect.forValues(), BoundedExpressions::ofTraffic));
        } catch (SchemaException | IllegalArgumentException e) {
            throw new BadSchemaException(e);
        }
    }

    private static Schema compile(
            JsonNode schema, Dialect dialect, RegularExpressionFactory expressions) {
        SchemaRegistryConfig config =
                SchemaRegistryConfig.builder()
                        .locale(Locale.ROOT)
                        .pathType(PathType.JSON_POINTER)
                        .formatAssertionsEnabled(true)
                        .regularExpressionFactory(expressions)
                        .build();
        SchemaRegistry registry =
                SchemaRegistry.withDialect(
                        dialect,
                        builder ->
                                builder.schemaRegistryConfig(config)
                                        .schemaLoader(
                                                loader -> loader.fetchRemoteResources(false)));
        return registry.getSchema(schema);
    }

    /**
     * What the schema does not allow.
     *
     * @param value a value of which parts may occur in several places
     * @return empty if all is well
     * @throws BadSchemaException if the schema turns out to be unusable
     * @throws BoundedExpressions.ExhaustedError if a regular expression takes too long
     */
    public List<Violation> check(JsonNode value) throws BadSchemaException {
        return Branches.best(errors(value)).stream()
                .map(error -> Wording.of(error, root))
                .distinct()
                .toList();
    }

    /**
     * Whether the schema allows a value.
     *
     * @param value the value
     * @return whether it does
     * @throws BadSchemaException if the schema turns out to be unusable
     * @throws BoundedExpressions.ExhaustedError if a regular expression takes too long
     */
    public boolean allows(JsonNode value) throws BadSchemaException {
        return errors(value).isEmpty();
    }

    private List<Error> errors(JsonNode value) throws BadSchemaException {
        try {
            return schema.validate(value);
        } catch (SchemaException | IllegalArgumentException e) {
            throw new BadSchemaException(e);
        }
    }
}
