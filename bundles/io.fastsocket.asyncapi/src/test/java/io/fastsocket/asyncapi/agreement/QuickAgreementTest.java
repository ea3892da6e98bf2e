package io.fastsocket.asyncapi.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.fastsocket.asyncapi.enforce.Arguments;
import io.fastsocket.asyncapi.schema.QuickSchema;
import io.fastsocket.asyncapi.schema.SchemaCheck;
import io.fastsocket.asyncapi.schema.Seen;
import io.fastsocket.asyncapi.schema.Tokens;
import io.fastsocket.asyncapi.schema.Truth;
import io.fastsocket.spi.transport.Payload;

import org.junit.jupiter.api.Test;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * What is quickly seen is what the validator says, or nothing: random schemas, random JSON, hostile
 * too. {@code -Dasyncapi.schemas=N} makes more of them than the build does, {@code
 * -Dasyncapi.seed=N} others.
 */
class QuickAgreementTest {

    private static final int VALUES = 40;

    @Test
    void nothingIsSeenThatTheValidatorSaysOtherwise() throws Exception {
        Chance chance = new Chance(Long.getLong("asyncapi.seed", 1));
        AnyJson json = new AnyJson(chance);
        Map<Truth, Integer> counts = new EnumMap<>(Truth.class);
        int schemas = Integer.getInteger("asyncapi.schemas", 1500);
        for (int i = 0; i < schemas; i++) {
            ObjectNode root = new AnySchema(chance).root();
            SchemaCheck check = SchemaCheck.ofTraffic(root);
            Seen quick = QuickSchema.of(root);
            for (int v = 0; v < VALUES; v++) {
                String value = chance.once(50) ? json.deep(200) : json.value(3);
                Truth seen = compare(check, quick, value, root);
                counts.merge(seen, 1, Integer::sum);
            }
        }
        int tenth = schemas * VALUES / 10;
        assertThat(counts.get(Truth.YES)).isGreaterThan(tenth);
        assertThat(counts.get(Truth.NO)).isGreaterThan(tenth);
        assertThat(counts.get(Truth.UNKNOWN)).isLessThan(5 * tenth);
    }

    private static Truth compare(SchemaCheck check, Seen quick, String json, JsonNode schema)
            throws Exception {
        Payload payload = Payload.of(json);
        ArrayNode arguments = Arguments.of(payload);
        Tokens tokens = Tokens.of(payload.bytes(), 0, payload.length(), List.of());
        if (arguments == null) {
            assertThat(tokens).as(json).isNull();
            return Truth.UNKNOWN;
        }
        boolean valid = check.allows(arguments.get(0));
        Truth seen = tokens == null ? Truth.UNKNOWN : quick.of(tokens, tokens.first(Tokens.ROOT));
        assertThat(seen).as("%s by %s", json, schema).isIn(Truth.of(valid), Truth.UNKNOWN);
        return seen;
    }
}
