package io.fastsocket.asyncapi.agreement;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.List;
import java.util.function.Function;

/**
 * A type that a place may have.
 *
 * @param type as Java has it, to be used as a type argument too; with type arguments of its own
 * @param constraints those at the place
 * @param values makes values, most of which fit
 */
record Kind(String type, List<String> constraints, Function<Chance, JsonNode> values) {

    /** Of so many values one does not fit on purpose. */
    private static final int ODD = 18;

    /** As it is written. */
    String java() {
        return constraints.isEmpty() ? type : String.join(" ", constraints) + " " + type;
    }

    /** A value; missing if there is none. */
    JsonNode value(Chance chance) {
        JsonNode value = chance.once(ODD) ? chance.odd() : values.apply(chance);
        // A binary is a text to schemas, so they cannot refuse a text.
        return value.isTextual() && type.contains("byte[]") ? Chance.NODES.nullNode() : value;
    }
}
